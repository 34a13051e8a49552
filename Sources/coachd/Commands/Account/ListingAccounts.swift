import CivilTime
import Coaching
import Diagnostics
import Engine
import JSON
import Store

extension Command {
    static let accountList = Command(
        "account list", "", "each rep's list with the state of every account, or how much of it is covered",
        details: """
            ■ moving, ▪ quiet, □ stalled, · resting. --coverage says instead how many accounts of each list were touched in the
            last 20 working days, which never were, and how many touches went to companies off the list.
            """,
        options: [
            .init("--rep", "EMAIL", "one rep only"), .init("--team", "NAME", "one team only"),
            .init("--coverage", nil, "how much of each list is touched"), .json, .at, .store, .config,
        ]
    ) { invocation in
        let act = try Act(invocation, .read)
        let isJSON = invocation.has("--json")
        var isFirst = true
        for member in try chosenMembers(invocation, act.roster) where member.rep.role != .observer {
            let survey = try Survey(of: member.rep, at: act.now, in: act.store)
            guard !survey.accounts.isEmpty else { continue }
            let view = ListView(survey, act)
            if isJSON {
                for line in invocation.has("--coverage") ? [try view.coverageJSON] : view.json {
                    Terminal.writeLine(line.text)
                }
            } else if invocation.has("--coverage") {
                for line in try view.coverage { say(line) }
            } else {
                if !isFirst { Terminal.writeLine() }
                for line in view.lines { say(line) }
            }
            isFirst = false
        }
        guard !invocation.has("--rep"), !invocation.has("--team"), !isJSON else { return .done }
        let ownerless = try act.store.ownerlessAccounts()
        if !ownerless.isEmpty { say("On nobody's list: \(ownerless.map(\.name).joined(separator: ", "))") }
        if isFirst, ownerless.isEmpty { say("There are no accounts yet: coachd account add selects one.") }
        return .done
    }
}

/// A rep's list as it stands at the instant.
private struct ListView {
    private let survey: Survey
    private let act: Act
    private let words: DateWords

    /// An account is covered by a touch within so many working days.
    private static let coverageDays = 20

    init(_ survey: Survey, _ act: Act) {
        self.survey = survey
        self.act = act
        words = DateWords(today: survey.day.today)
    }

    private var rep: Rep { survey.day.rep }
    private var size: String { "\(survey.accounts.count) of \(Schema.accountsPerRep) accounts" }

    private func state(_ account: Account) -> Pictures.AccountState {
        Pictures.AccountState(of: account, findings: survey.states[account.id] ?? [], on: survey.day)
    }

    var lines: [String] {
        let width = survey.accounts.map { $0.name.cut(to: 30).count }.max() ?? 0
        return ["\(rep.name) · \(words.dated(survey.day.today)) · \(size)"]
            + survey.accounts.map { account in
                let place = account.rank.map(String.init) ?? "–"
                let name = account.name.cut(to: 30)
                let left = String(repeating: " ", count: max(0, 3 - place.count)) + place
                let right = name + String(repeating: " ", count: width - name.count)
                return "\(left) \(state(account).letter) \(right)  \(facts(account).joined(separator: " · "))"
            }
    }

    private func facts(_ account: Account) -> [String] {
        let today = survey.day.today
        let rest = account.hold(on: today).map { "on hold until \(words.said($0.until))" }
        let milestone = account.openMilestones(on: today).first.map { open in
            "\(open.title.cut(to: 40))\(open.dueOn.map { ", \(words.said($0))" } ?? "")"
        }
        let touch = account.lastTouchAt.map { "touched \(words.on(rep.zone.date(at: $0)))" } ?? "no touch yet"
        let step = account.nextStepOn.map { "next step \(words.on($0))" } ?? "no next step"
        return [rest, milestone, touch, step].compactMap { $0 }
    }

    var json: [JSON] {
        survey.accounts.map { account in
            .record([
                ("rep", JSON(rep.email)), ("rank", JSON(account.rank)),
                ("account", JSON(account.externalID ?? account.name)),
                ("name", JSON(account.name)), ("state", JSON(state(account).word)),
                ("last_touch_on", JSON(account.lastTouchAt.map { rep.zone.date(at: $0).iso })),
                ("next_step_on", JSON(account.nextStepOn?.iso)),
                ("hold_until", JSON(account.hold(on: survey.day.today)?.until.iso)),
            ])
        }
    }

    // MARK: Coverage

    private struct Coverage {
        var covered: Int
        var untouched: [Account]
        var touches: Int
        var offList: Int
    }

    private func measured() throws -> Coverage {
        let today = survey.day.today
        let since = rep.calendar.adding(workingDays: -Self.coverageDays, to: today) ?? today.adding(days: -28)
        let start = rep.zone.startOfDay(since)
        let touches = try act.store.touches(by: rep.id, from: start, through: act.now)
        return Coverage(
            covered: survey.accounts.filter { $0.lastTouchAt.map { $0 >= start } ?? false }.count,
            untouched: survey.accounts.filter { $0.lastTouchAt == nil }, touches: touches.all, offList: touches.offList)
    }

    var coverage: [String] {
        get throws {
            let measured = try measured()
            let names = measured.untouched.prefix(10).map(\.name).joined(separator: ", ")
            let more = measured.untouched.count > 10 ? " …" : ""
            let never = measured.untouched.isEmpty ? "" : "; never yet: \(names)\(more)"
            return [
                "\(rep.name): \(size), \(measured.covered) touched in \(Self.coverageDays) working days\(never)",
                "  \(PlanKind.touch.words(measured.touches)) by \(rep.firstName) since then, \(measured.offList) off the list",
            ]
        }
    }

    var coverageJSON: JSON {
        get throws {
            let measured = try measured()
            return .record([
                ("rep", JSON(rep.email)), ("accounts", JSON(survey.accounts.count)),
                ("covered", JSON(measured.covered)),
                ("working_days", JSON(Self.coverageDays)),
                ("never", .array(measured.untouched.map { JSON($0.externalID ?? $0.name) })),
                ("touches", JSON(measured.touches)), ("off_list", JSON(measured.offList)),
            ])
        }
    }
}

extension Pictures.AccountState {
    fileprivate var word: String {
        switch self {
        case .moving: "moving"
        case .quiet: "quiet"
        case .stalled: "stalled"
        case .resting: "resting"
        }
    }
}
