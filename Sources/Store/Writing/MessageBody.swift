import Coaching
import JSON

/// A message as it is kept: all that its later delivery needs.
enum MessageBody {
    static func json(_ message: Message) -> JSON {
        [
            "kind": .string(message.kind.rawValue), "title": phrase(message.title),
            "lateness": optional(message.lateness),
            "sections": .array(message.sections.map(section)),
        ]
    }

    /// Nil for a body that another version wrote differently.
    static func message(_ json: JSON) -> Message? {
        guard let kind = json["kind"]?.string.flatMap(Message.Kind.init), let title = json["title"].map(phrase) else {
            return nil
        }
        var message = Message(kind, title: title, sections: (json["sections"]?.elements ?? []).map(section))
        message.lateness = optional(json["lateness"])
        return message
    }

    private static func section(_ section: Message.Section) -> JSON {
        [
            "heading": optional(section.heading), "lines": .array(section.lines.map(phrase)),
            "items": .array(section.items.map(item)), "picture": .bool(section.isPicture),
        ]
    }

    private static func section(_ json: JSON) -> Message.Section {
        Message.Section(
            optional(json["heading"]), lines: (json["lines"]?.elements ?? []).map(phrase),
            items: (json["items"]?.elements ?? []).map(item), isPicture: json["picture"]?.bool ?? false)
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

    private static func item(_ json: JSON) -> Message.Item {
        let parts = (json["parts"]?.elements ?? []).compactMap { part in
            part["finding"]?.integer.map {
                Message.Item.Part(findingID: RowID($0), words: optional(part["words"]) ?? "")
            }
        }
        guard parts.isEmpty else {
            return Message.Item(
                optional(json["heading"])?.runs.first?.text ?? "", parts, question: optional(json["question"]),
                questionKey: json["question_key"]?.string,
                state: json["state"]?.string.flatMap(Message.Item.State.init) ?? .new,
                kind: json["kind"]?.string.flatMap(FindingKind.init), rung: json["rung"]?.integer,
                number: json["number"]?.integer)
        }
        return Message.Item(
            heading: optional(json["heading"]) ?? Phrase(), facts: (json["facts"]?.elements ?? []).map(phrase),
            question: optional(json["question"]), questionKey: json["question_key"]?.string,
            state: json["state"]?.string.flatMap(Message.Item.State.init) ?? .new,
            kind: json["kind"]?.string.flatMap(FindingKind.init), findingID: json["finding"]?.integer.map(RowID.init),
            accountID: json["account_id"]?.integer.map(RowID.init), account: json["account"]?.string,
            personID: json["person_id"]?.integer.map(RowID.init), rung: json["rung"]?.integer,
            number: json["number"]?.integer)
    }

    /// Words stand as they are, data in a list of one.
    private static func phrase(_ phrase: Phrase) -> JSON {
        .array(phrase.runs.map { $0.isData ? [.string($0.text)] : .string($0.text) })
    }

    private static func phrase(_ json: JSON) -> Phrase {
        Phrase(
            runs: json.elements.map { run in
                run.string.map { Phrase.Run($0, isData: false) }
                    ?? Phrase.Run(run.elements.first?.string ?? "", isData: true)
            })
    }

    private static func optional(_ phrase: Phrase?) -> JSON { phrase.map(Self.phrase) ?? .null }

    private static func optional(_ json: JSON?) -> Phrase? {
        guard let json, json != .null else { return nil }
        return phrase(json)
    }
}
