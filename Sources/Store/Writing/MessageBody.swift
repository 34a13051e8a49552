import Coaching
import JSON

/// A message as it is kept: all that its later delivery needs. Here it is written, in MessageBody+Reading.swift read.
enum MessageBody {
    static func json(_ message: Message) -> JSON {
        [
            "kind": .string(message.kind.rawValue), "language": .string(message.language.rawValue),
            "title": phrase(message.title),
            "lateness": optional(message.lateness),
            "thread": message.thread.map { ["id": .string($0.id), "subject": JSON($0.subject)] } ?? .null,
            "sections": .array(message.sections.map(section)),
        ]
    }

    private static func section(_ section: Message.Section) -> JSON {
        [
            "heading": optional(section.heading), "lines": .array(section.lines.map(phrase)),
            "items": .array(section.items.map(item)), "picture": .bool(section.isPicture),
        ]
    }

    private static func item(_ item: Message.Item) -> JSON {
        [
            "heading": phrase(item.heading), "facts": .array(item.facts.map(phrase)),
            "question": optional(item.question),
            "question_key": JSON(item.questionKey), "state": .string(item.state.rawValue),
            "kind": JSON(item.kind?.rawValue), "finding": JSON(item.findingID.map { Int($0) }),
            "account_id": JSON(item.accountID.map { Int($0) }), "account": JSON(item.account),
            "person_id": JSON(item.personID.map { Int($0) }),
            "rung": JSON(item.rung),
            "number": JSON(item.number),
            "parts": .array(
                item.parts.map { ["finding": .integer(Int($0.findingID)), "words": phrase($0.words)] }),
        ]
    }

    /// Words stand as they are, data in a list of one.
    private static func phrase(_ phrase: Phrase) -> JSON {
        .array(phrase.runs.map { $0.isData ? [.string($0.text)] : .string($0.text) })
    }

    private static func optional(_ phrase: Phrase?) -> JSON { phrase.map(Self.phrase) ?? .null }
}
