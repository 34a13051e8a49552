import CivilTime
import Coaching
import Engine
import JSON
import Store

extension Command {
    static let personShow = Command(
        "person show", "EMAIL", "who a person is, the working days, what a day holds, what was said",
        options: [.by, .json, .at, .store, .config], operandCount: 1...1
    ) { invocation in
        let act = try Act(invocation, .read)
        let view = try PersonView(of: try act.person(invocation.operands[0]).rep, act)
        if invocation.has("--json") {
            Terminal.writeLine(view.json.text)
        } else {
            for line in view.lines { say(line) }
        }
        return .done
    }

    static let personList = Command(
        "person list", "", "everybody, with team, role and the size of the list",
        options: [.init("--team", "NAME", "one team only"), .json, .at, .store, .config]
    ) { invocation in
        let act = try Act(invocation, .read)
        var isEmpty = true
        for member in try chosenMembers(invocation, act.roster) {
            isEmpty = false
            let view = try PersonView(of: member.rep, act)
            if invocation.has("--json") { Terminal.writeLine(view.json.text) } else { say(view.heading) }
        }
        if isEmpty, !invocation.has("--json") { say("There is nobody yet: coachd person add brings somebody in.") }
        return .done
    }
}

private struct PersonView {
    private let rep: Rep
    private let team: Roster.Team?
    private let size: Int
    private let handles: [(platform: String, value: String)]
    private let away: [(from: CivilDate, until: CivilDate, reason: String?)]
    private let said: [Said]
    private let words: DateWords
    private let act: Act

    init(of rep: Rep, _ act: Act) throws {
        self.rep = rep
        self.act = act
        team = act.roster.team(rep.teamID)
        size = try act.store.listSize(of: rep.id).accounts
        let today = act.today(of: rep)
        words = DateWords(today: today)
        handles = try act.store.handleLines(of: rep.id)
        away = try act.store.awayLines(of: rep.id, from: today)
        said = try [.commitment, .ask, .promise].flatMap { try act.store.openSaid($0, by: rep.id, at: act.now) }
    }

    var heading: String {
        let post = team?.leader == rep.id ? "leads \(team?.name ?? "")" : rep.role.rawValue
        let place = team?.leader == rep.id ? nil : team?.name ?? "no team"
        let left = rep.leftOn.map { "\($0 <= words.today ? "gone since" : "leaves") \(words.said($0))" }
        return [
            "\(rep.name) <\(rep.email)>", post, place, "\(size) of \(Schema.accountsPerRep) accounts", left,
            rep.isAway(on: words.today) ? "away today" : nil,
        ].compactMap { $0 }.joined(separator: " · ")
    }

    var lines: [String] {
        let leave = away.map { leave in
            "Away: \(words.said(leave.from)) to \(words.said(leave.until))\(leave.reason.map { ", \($0)" } ?? "")"
        }
        let said = said.prefix(15).map { said in
            let due = said.dueOn.map { ", \(words.said($0))" } ?? ""
            let about = said.account.map { " (\($0))" } ?? ""
            return "\(said.kind.rawValue) \(said.id): \(said.text)\(about)\(due)"
        }
        return [heading, "Works \(rep.calendar.workdays) \(rep.hours), \(zone)"]
            + (rep.plan.isEmpty ? [] : ["A day holds \(PersonalTime.words(rep.plan))"]) + leave.prefix(10)
            + handles.map { "On \($0.platform): \($0.value)" } + said
    }

    private var zone: String {
        guard let name = act.member(rep.id)?.unreadZone else { return rep.zone.identifier }
        return "in the time zone \"\(name)\", which cannot be read: nothing is sent"
    }

    var json: JSON {
        .record([
            ("email", JSON(rep.email)), ("name", JSON(rep.name)), ("role", JSON(rep.role.rawValue)),
            ("team", JSON(team?.name)), ("zone", JSON(act.member(rep.id)?.unreadZone ?? rep.zone.identifier)),
            ("workdays", JSON(rep.calendar.workdays.description)), ("hours", JSON(rep.hours.description)),
            ("left_on", JSON(rep.leftOn?.iso)), ("accounts", JSON(size)),
            ("plan", .array(rep.plan.map { .record([("kind", JSON($0.kind.rawValue)), ("count", JSON($0.count))]) })),
            (
                "away",
                .array(
                    away.map {
                        .record([
                            ("from", JSON($0.from.iso)), ("until", JSON($0.until.iso)), ("reason", JSON($0.reason)),
                        ])
                    })
            ),
            ("handles", .array(handles.map { .record([("platform", JSON($0.platform)), ("id", JSON($0.value))]) })),
            ("said", .array(said.map { JSON($0, act) })),
        ])
    }
}
