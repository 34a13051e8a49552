import CivilTime
import Coaching
import JSON
import SQLite

/// What takes back one act that somebody wrote in chat.
package enum Undo: Hashable, Sendable {
    /// A row that the act added.
    case added(Subject, RowID)
    /// The next step that the account had before.
    case nextStep(of: RowID, String?, CivilDate?, owner: String?)
    case milestoneDone(RowID)
    case kept(RowID)

    package enum Subject: String, Sendable {
        case activity, commitment, ask, promise, hold, stakeholder, away, highlight
        case coachingNote = "coaching_note"
    }
}

extension Store {
    /// Takes an act back. What is gone by now is passed over.
    package func takeBack(_ undo: Undo) throws {
        switch undo {
        case .added(let subject, let id):
            try database.run("DELETE FROM \(subject.rawValue) WHERE id = ?", .integer(id))
        case .nextStep(let account, let text, let date, let owner):
            try setNextStep(of: account, to: text, on: date, owner: owner)
        case .milestoneDone(let id): try reopenMilestone(id)
        case .kept(let id): try database.run("UPDATE commitment SET kept_at = NULL WHERE id = ?", .integer(id))
        }
    }

    /// The next step as it is, to be put back later.
    package func nextStepBefore(of account: RowID) throws -> Undo {
        try database.first(
            "SELECT next_step, next_step_on, next_step_owner FROM account WHERE id = ?", .integer(account)
        ) { .nextStep(of: account, $0.optionalText(0), $0.optionalDate(1), owner: $0.optionalText(2)) }
            ?? .nextStep(of: account, nil, nil, owner: nil)
    }
}

// MARK: As it is kept

extension Undo {
    var json: JSON {
        switch self {
        case .added(let subject, let id): ["added": .string(subject.rawValue), "id": .integer(Int(id))]
        case .nextStep(let account, let text, let date, let owner):
            ["step": JSON(text), "on": JSON(date?.iso), "owner": JSON(owner), "id": .integer(Int(account))]
        case .milestoneDone(let id): ["done": "milestone", "id": .integer(Int(id))]
        case .kept(let id): ["done": "commitment", "id": .integer(Int(id))]
        }
    }

    init?(_ json: JSON) {
        guard let number = json["id"]?.integer else { return nil }
        let id = RowID(number)
        if let subject = json["added"]?.string {
            guard let subject = Subject(rawValue: subject) else { return nil }
            self = .added(subject, id)
        } else if let done = json["done"]?.string {
            self = done == "milestone" ? .milestoneDone(id) : .kept(id)
        } else {
            let date = json["on"]?.string.flatMap { try? CivilDate(iso: $0) }
            self = .nextStep(of: id, json["step"]?.string, date, owner: json["owner"]?.string)
        }
    }
}
