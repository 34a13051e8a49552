import CivilTime
import Coaching
import Diagnostics
import Engine
import JSON
import Store

extension Command {
    static let accountShow = Command(
        "account show", "ACCOUNT", "all that is known of an account",
        details: "Notes of coaching talks show only to the leader or the rep whom --by names.",
        options: [.by, .json, .at, .store, .config], operandCount: 1...1
    ) { invocation in
        let act = try Act(invocation, .read)
        let account = try act.account(invocation.operands[0])
        let view = try AccountView(of: account, act)
        if invocation.has("--json") {
            Terminal.writeLine(view.json.text)
        } else {
            for line in view.lines { say(line) }
        }
        return .done
    }
}

/// An account with all that the store and the rules say of it at the instant.
private struct AccountView {
    private let sheet: AccountSheet
    private let rep: Rep?
    private let findings: [Finding]
    /// Of the checklist that holds for the rep.
    private let unknown: [String]
    private let said: [Said]
    private let notes: [CoachingNote]
    private let act: Act
    private let today: CivilDate
    private let words: DateWords

    init(of account: Named, _ act: Act) throws {
        guard let sheet = try act.store.sheet(of: account.id, at: act.now, activities: 3) else {
            throw Failure("\(account.name) is gone")
        }
        self.sheet = sheet
        self.act = act
        rep = act.member(sheet.repID)?.rep
        today = act.today(of: rep)
        words = DateWords(today: today)
        let survey = try sheet.status == .active ? rep.map { try Survey(of: $0, at: act.now, in: act.store) } : nil
        findings = survey?.findings.filter { $0.accountID == account.id } ?? []
        let listed = survey?.accounts.first { $0.id == account.id }
        unknown = survey.flatMap { survey in listed.map { ResearchWords.missing(of: $0, on: survey.day) } } ?? []
        said = try [.commitment, .ask, .promise].flatMap {
            try act.store.openSaid($0, about: account.id, at: act.now)
        }
        notes = try act.store.coachingNotes(about: account.id, for: act.namedReader, at: act.now, limit: 3)
    }

    // MARK: As text, on one screen

    var lines: [String] {
        heading + plan + ownWords + section("Milestones", sheet.milestones.map(line), 6)
            + section("Stakeholders", sheet.stakeholders.map(line), 5) + research
            + section("Last activity", sheet.activities.map(line), 3) + section("Said", said.map(line), 3)
            + section("Coaching", notes.map(line), 3)
    }

    private func section(_ title: String, _ all: [String], _ limit: Int) -> [String] {
        guard !all.isEmpty else { return [] }
        let rest = all.count > limit ? [" (\(all.count - limit) more)"] : [""]
        return ["\(title)\(rest[0])"] + all.prefix(limit).map { "  \($0.cut(to: 110))" }
    }

    private var heading: [String] {
        let id = sheet.externalID.map { " (\($0))" } ?? ""
        let owner = rep.map { "\($0.name)'s" } ?? "nobody's"
        let place =
            sheet.status == .active
            ? sheet.rank.map { "\(owner) number \($0)" } ?? owner
            : "\(sheet.status.rawValue), was \(owner)\(sheet.statusReason.map { ": \($0)" } ?? "")"
        let parts = [
            "\(sheet.name)\(id)", place, sheet.isInnerCircle ? "inner circle" : nil, sheet.industry,
            "selected \(words.on(sheet.selectedOn))",
        ]
        let found = findings.map { finding in
            finding.days.map { "\(finding.kind.rawValue) (\($0) working days)" } ?? finding.kind.rawValue
        }
        return [parts.compactMap { $0 }.joined(separator: " · ").cut(to: 200)]
            + (sheet.fitNote.map { ["Why this one: \($0)".cut(to: 120)] } ?? [])
            + (found.isEmpty ? [] : ["Open: \(found.joined(separator: ", "))"])
    }

    private var plan: [String] {
        let owner = sheet.nextStepOwner.map { " (\($0))" } ?? ""
        let step =
            sheet.nextStepOn.map { "\(sheet.nextStep ?? "on its date")\(owner), \(words.said($0))" }
            ?? sheet.nextStep.map { "\($0)\(owner), without a date" } ?? "none"
        let hold = sheet.holds.last { $0.until >= today } ?? sheet.holds.last
        let rest = hold.map { hold in
            let span = "\(words.said(hold.from)) to \(words.said(hold.until))"
            return "\(hold.until >= today ? "On hold" : "Rested"): \(span), \(hold.reason)".cut(to: 120)
        }
        let threshold = sheet.stallAfter.map { "Stalled after \($0) working days without a touch" }
        return ["Next step: \(step.cut(to: 110))"] + [rest, threshold].compactMap { $0 }
    }

    private var ownWords: [String] {
        [("Own message", sheet.ownMessage), ("Insight", sheet.insight), ("Trigger", sheet.trigger)].compactMap {
            title, text in text.map { "\(title): \($0)".cut(to: 120) }
        }
    }

    private var research: [String] {
        let known = sheet.research.map { "\($0.topic): \($0.answer)" }
        return section("Known", known, 4)
            + (unknown.isEmpty ? [] : ["Not known yet: \(unknown.joined(separator: ", "))"])
    }

    private func line(_ milestone: Milestone) -> String {
        if let done = milestone.doneOn, done <= today { return "✓ \(milestone.title), done \(words.on(done))" }
        if let skipped = milestone.skippedOn, skipped <= today {
            return "- \(milestone.title), left out \(words.on(skipped))"
        }
        return "○ \(milestone.title)\(milestone.dueOn.map { ", planned for \(words.said($0))" } ?? "")"
    }

    private func line(_ stakeholder: Stakeholder) -> String {
        let role = stakeholder.role.map { " (\($0.rawValue))" } ?? ""
        let last = stakeholder.lastTwoWayAt.map { ", in touch \(words.on(date($0)))" } ?? ""
        return "\(stakeholder.name)\(role)\(last)"
    }

    private func line(_ activity: LoggedLine) -> String {
        let people = [activity.stakeholder].compactMap { $0 } + activity.attendees
        let who = people.isEmpty ? "" : " with \(people.joined(separator: ", "))"
        let note = activity.note.map { ": \($0)" } ?? ""
        return "\(words.dated(date(activity.at))) \(activity.kind.noun)\(who), \(act.name(activity.personID))\(note)"
    }

    private func line(_ said: Said) -> String {
        let due = said.dueOn.map { ", \(words.said($0))" } ?? ""
        return "\(said.kind.rawValue) \(said.id), \(act.name(said.personID)): \(said.text)\(due)"
    }

    private func line(_ note: CoachingNote) -> String {
        "\(words.dated(date(note.at))) \(note.kind.rawValue), \(act.name(note.leaderID)) with \(act.name(note.repID))"
            + (note.note.map { ": \($0)" } ?? "")
    }

    private func date(_ instant: Instant) -> CivilDate { act.zone(of: rep).date(at: instant) }

    // MARK: As JSON

    var json: JSON {
        .record([
            ("name", JSON(sheet.name)), ("external_id", JSON(sheet.externalID)), ("rep", JSON(rep?.email)),
            ("status", JSON(sheet.status.rawValue)), ("status_reason", JSON(sheet.statusReason)),
            ("rank", JSON(sheet.rank)), ("inner_circle", .bool(sheet.isInnerCircle)),
            ("industry", JSON(sheet.industry)),
            ("selected_on", JSON(sheet.selectedOn.iso)), ("fit_note", JSON(sheet.fitNote)),
            ("stall_after", JSON(sheet.stallAfter)), ("next_step", JSON(sheet.nextStep)),
            ("next_step_on", JSON(sheet.nextStepOn?.iso)), ("next_step_owner", JSON(sheet.nextStepOwner)),
            ("own_message", JSON(sheet.ownMessage)), ("insight", JSON(sheet.insight)), ("trigger", JSON(sheet.trigger)),
            ("findings", .array(findings.map { JSON($0.kind.rawValue) })),
            (
                "milestones",
                .array(
                    sheet.milestones.map {
                        .record([
                            ("title", JSON($0.title)), ("due_on", JSON($0.dueOn?.iso)),
                            ("done_on", JSON($0.doneOn?.iso)),
                            ("skipped_on", JSON($0.skippedOn?.iso)),
                        ])
                    })
            ),
            (
                "stakeholders",
                .array(
                    sheet.stakeholders.map { .record([("name", JSON($0.name)), ("role", JSON($0.role?.rawValue))]) })
            ),
            (
                "holds",
                .array(
                    sheet.holds.map {
                        .record([
                            ("from", JSON($0.from.iso)), ("until", JSON($0.until.iso)), ("reason", JSON($0.reason)),
                        ])
                    })
            ),
            (
                "research",
                .array(sheet.research.map { .record([("topic", JSON($0.topic)), ("answer", JSON($0.answer))]) })
            ),
            (
                "activities",
                .array(
                    sheet.activities.map {
                        .record([
                            ("at", JSON($0.at.rfc3339)), ("kind", JSON($0.kind.rawValue)),
                            ("direction", JSON($0.direction?.rawValue)),
                            ("person", JSON(act.member($0.personID)?.rep.email)),
                            ("stakeholder", JSON($0.stakeholder)),
                            ("attendees", .array($0.attendees.map(JSON.string))), ("milestone", JSON($0.milestone)),
                            ("note", JSON($0.note)),
                        ])
                    })
            ),
            ("said", .array(said.map { JSON($0, act) })), ("coaching", .array(notes.map { JSON($0, act) })),
        ])
    }
}

extension String {
    /// Not longer than so many letters, the last of them "…".
    func cut(to limit: Int) -> String { count > limit ? prefix(limit - 1) + "…" : self }
}

extension JSON {
    init(_ said: Said, _ act: Act) {
        self = .record([
            ("kind", JSON(said.kind.rawValue)), ("id", JSON(Int(said.id))),
            ("person", JSON(act.member(said.personID)?.rep.email)), ("for", JSON(act.member(said.forID)?.rep.email)),
            ("account", JSON(said.account)), ("text", JSON(said.text)), ("due_on", JSON(said.dueOn?.iso)),
            ("at", JSON(said.at.rfc3339)), ("moved", said.moved > 0 ? JSON(said.moved) : .null),
            (said.kind == .ask ? "answered_at" : "kept_at", JSON(said.doneAt?.rfc3339)),
            ("dropped_at", JSON(said.droppedAt?.rfc3339)),
            ("answered_by", JSON(act.member(said.answeredBy)?.rep.email)), ("answer", JSON(said.answer)),
        ])
    }

    init(_ note: CoachingNote, _ act: Act) {
        self = .record([
            ("kind", JSON(note.kind.rawValue)), ("leader", JSON(act.member(note.leaderID)?.rep.email)),
            ("rep", JSON(act.member(note.repID)?.rep.email)), ("account", JSON(note.account)),
            ("at", JSON(note.at.rfc3339)), ("note", JSON(note.note)),
        ])
    }
}
