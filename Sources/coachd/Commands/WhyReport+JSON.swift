import CivilTime
import Coaching
import JSON
import Store

extension WhyReport {
    /// One object: `subject`, `notes`, `findings`, `accounts`, `near`, `slots`, `messages`.
    var json: JSON {
        [
            "subject": .string(name), "notes": strings(notes), "findings": .array(parts.map(json)),
            "accounts": strings(accounts),
            "near": .array(near.map { ["kind": .string($0.kind.rawValue), "why": .string($0.words)] }),
            "slots": strings(slots), "messages": .array(said.map(json)),
        ]
    }

    private func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }

    private func json(_ part: Part) -> JSON {
        let explanation = part.explanation
        return [
            "kind": .string(explanation.finding.kind.rawValue), "account": JSON(part.account),
            "person": JSON(part.person), "milestone": JSON(part.milestone),
            "activity": JSON(explanation.finding.activity?.rawValue),
            "rule": .string(explanation.rule),
            "rows": .array(
                explanation.rows.map { row in
                    [
                        "table": .string(row.table), "id": JSON(row.id.map { Int($0) }),
                        "external_id": JSON(row.externalID),
                        "text": .string(row.words),
                    ]
                }),
            "count": JSON(explanation.count), "threshold": JSON(explanation.threshold),
            "open_since": JSON(part.episode?.openedAt.description), "finding": JSON(part.episode.map { Int($0.id) }),
            "said": .array(part.said.map(json)), "next": .string(part.next), "resolved_by": .string(explanation.remedy),
        ]
    }

    private func json(_ saying: Saying) -> JSON {
        [
            "message": .integer(Int(saying.messageID)), "kind": .string(saying.message.rawValue),
            "on": .string(saying.date.iso), "to": .string(saying.recipient), "to_rep": .bool(saying.isToRep),
            "finding": JSON(saying.finding), "state": JSON(saying.state), "counts": .bool(!saying.isVoided),
            "deliveries": .array(
                saying.deliveries.map { delivery in
                    [
                        "channel": .string(delivery.channel), "state": .string(delivery.state),
                        "ended_at": JSON(delivery.endedAt?.description), "attempts": .integer(delivery.attempts),
                        "reason": JSON(delivery.reason),
                    ]
                }),
        ]
    }
}
