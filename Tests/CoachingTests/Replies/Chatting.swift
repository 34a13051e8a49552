import CivilTime
import Coaching

/// A writer on Tuesday, 24 November 2026, at 16:30 in Berlin, and replies in words short enough for a table.
enum Chatting {
    static let berlin = zone("Europe/Berlin")
    static let now: Instant = "2026-11-24 15:30"

    static let names = ReplyNames(
        own: entries([
            (1, "Globex"), (2, "Acme Logistics"), (3, "Acme Steel"), (4, "Initech"), (5, "Hooli"), (6, "Umbra"),
            (7, "Duff Beer GmbH"), (8, "Call Center GmbH"), (9, "Next AG"), (10, "Demo Industries"),
            (11, "Müller & Söhne"), (12, "The Bakery"), (13, "Target"), (14, "Monday"), (15, "Blue Ocean"),
        ]),
        others: entries([(20, "Tyrell"), (21, "Vandelay Industries"), (22, "Wayne Enterprises"), (23, "Acme")]),
        closed: entries([(30, "Gringotts")]), items: [1: 4, 2: 2, 3: 6],
        stakeholders: [
            1: entries([(101, "Petra Klein"), (102, "Sam Porter")]),
            2: entries([(103, "Jonas Berg"), (104, "Petra Wolf")]),
            4: entries([(105, "Tim Kuhn")]), 6: entries([(106, "Jörg Weiß")]), 20: entries([(107, "Rachael Tyrell")]),
        ],
        milestones: [
            5: entries([(208, "Demo")]),
            1: entries([(201, "CFO met"), (202, "Demo given"), (203, "Need confirmed")]),
            2: entries([(204, "CFO met"), (205, "Proposal sent"), (206, "Proposal signed")]),
            20: entries([(207, "Budget named")]),
        ],
        steps: [1: "send the model"],
        people: entries([(1, "Ana Silva"), (2, "Ben Okafor"), (3, "Dana Kim"), (4, "Mara Holt"), (5, "Ben Arnold")]),
        said: ["Hooli demo prep", "clean up my notes"])

    static func replies(_ text: String, names: ReplyNames = names, now: Instant = now) -> [Reply] {
        ReplyReader(names: names, zone: berlin, now: now).replies(in: text)
    }

    static var reader: ReplyReader { ReplyReader(names: names, zone: berlin, now: now) }

    /// The replies as a table shows them.
    static func read(_ text: String) -> String { replies(text).map(\.shown).joined(separator: " ## ") }

    private static func entries(_ all: [(RowID, String)]) -> [ReplyNames.Entry] {
        all.map { ReplyNames.Entry($0.0, $0.1) }
    }
}

extension Reply {
    /// "call Globex, Petra Klein, two-way, 2026-11-23 12:00, for CFO met: the note"
    var shown: String {
        switch self {
        case .activity(let activity): activity.shown
        case .nextStep(let account, let text, let date): "next \(account.account) \(date): \(text)"
        case .stepDone(let account): "step done \(account.account)"
        case .milestoneSkipped(let account, let milestone, let reason):
            "skip \(account.account) \(milestone.milestone): \(reason)"
        case .milestoneReopened(let account, let milestone): "reopen \(account.account) \(milestone.milestone)"
        case .select(let name, let fit, let out):
            "select \(name)\(out.map { " instead of \($0.account)" } ?? "")\(fit.map { ": \($0)" } ?? "")"
        case .stakeholderLeft(let account, let person): "left \(account.account): \(person.stakeholder)"
        case .awayOf(let person, let from, let through, let reason):
            "away \(person.person) \(from)..\(through)\(reason.map { ": \($0)" } ?? "")"
        case .showDays(let person, let from, let through):
            "days of \(person.map(\.person) ?? "the writer") \(from)..\(through)"
        case .showPromises(let person): "promises\(person.map { " to \($0.person)" } ?? "")"
        case .back: "back"
        case .showAway: "who is away"
        case .showAsks: "asks"
        case .milestoneDone(let account, let milestone, let date):
            "done \(account.account) \(milestone.milestone) \(date)"
        case .milestonePlanned(let account, let title, let date): "milestone \(account.account) \(date): \(title)"
        case .close(let account, let status, let reason): "\(status.rawValue) \(account.account): \(reason)"
        case .hold(let account, let until, let reason): "hold \(account.account) \(until): \(reason)"
        case .resume(let account): "resume \(account.account)"
        case .commit(let text, let account, let date): "commit\(account.behind) \(date?.iso ?? "-"): \(text)"
        case .kept(let words): "kept: \(words)"
        case .dropped(let words): "dropped: \(words)"
        case .moved(let words, let date): "moved \(date?.iso ?? "-"): \(words)"
        case .ask(let text, let account): "ask\(account.behind): \(text)"
        case .answer(let person, let text): "answer \(person.person): \(text)"
        case .know(let account, let topic, let text): "know \(account.account), \(topic.name): \(text)"
        case .stakeholder(let account, let name, let role): "who \(account.account): \(name), \(role?.rawValue ?? "-")"
        case .away(let from, let through, let reason): "away \(from)..\(through)\(reason.map { ": \($0)" } ?? "")"
        case .talk(let person, let account, let text, let at):
            "talk \(person.person)\(account.behind)\(at.map { " \(Chatting.berlin.local($0))" } ?? ""): \(text)"
        case .praise(let person, let account, let text): "praise \(person.person)\(account.behind): \(text)"
        case .promise(let text, let person, let account, let date):
            "promise \(person.map(\.person) ?? "-")\(account.behind) \(date?.iso ?? "-"): \(text)"
        case .support(let account, let text): "support \(account.account): \(text)"
        case .undo: "undo"
        case .help: "help"
        case .stop: "stop"
        case .list: "list"
        case .plan: "plan"
        case .show(let account): "show \(account.account)"
        case .showPerson(let person): "show \(person.person)"
        case .courtesy: "courtesy"
        case .note(let note): "note \(note.account.account): \(note.text)"
        case .unclear(let reason, _): "? \(reason.shown)"
        }
    }
}

extension Unclear {
    fileprivate var shown: String {
        switch self {
        case .noVerb(let near): near.map { "noVerb, near \($0)" } ?? "noVerb"
        case .noAccount(let near): near.map { "noAccount, near \($0)" } ?? "noAccount"
        case .personUnknown(let words, let near): "personUnknown \(words)\(near.map { ", near \($0)" } ?? "")"
        case .severalKinds(let kinds): "kinds \(kinds.map(\.rawValue).joined(separator: ", "))"
        case .several(let names): "several \(names.joined(separator: ", "))"
        case .milestoneUnknown(let account, let known):
            "milestones of \(account.account): \(known.joined(separator: ", "))"
        case .topicUnknown: "topicUnknown"
        case .dateMissing(.nextStep): "dateMissing, next step"
        case .dateMissing(.milestone): "dateMissing, milestone"
        case .dateMissing(.hold): "dateMissing, hold"
        case .dateMissing(.away): "dateMissing, away"
        case .notADate(let words): "notADate \(words)"
        case .whichDay(let days): "whichDay \(days.map(\.iso).joined(separator: ", "))"
        case .dateOver(let date): "dateOver \(date)"
        default: "\(self)"
        }
    }
}

extension Reply.Activity {
    fileprivate var shown: String {
        var parts = ["\(kind.rawValue) \(account.account)"]
        parts += stakeholders.map(\.stakeholder) + unknownNames.map { "new \($0)" }
        if let direction { parts.append(direction.rawValue) }
        if at != Chatting.now { parts.append("\(Chatting.berlin.local(at))") }
        if let milestone { parts.append("for \(milestone.milestone)") }
        return parts.joined(separator: ", ") + (note.map { ": \($0)" } ?? "")
    }
}

extension RowID {
    fileprivate var account: String { name(in: Chatting.names.own + Chatting.names.others) }
    fileprivate var stakeholder: String { name(in: Chatting.names.stakeholders.values.flatMap { $0 }) }
    fileprivate var milestone: String { name(in: Chatting.names.milestones.values.flatMap { $0 }) }
    fileprivate var person: String { name(in: Chatting.names.people) }

    private func name(in entries: [ReplyNames.Entry]) -> String { entries.first { $0.id == self }?.name ?? "\(self)" }
}

extension RowID? {
    fileprivate var behind: String { map { " \($0.account)" } ?? "" }
}

extension Reply {
    /// It writes nothing down.
    var isUnclear: Bool {
        switch self {
        case .unclear, .show, .showPerson: true
        default: false
        }
    }
}
