import Coaching
import JSON

extension MessageBody {
    /// Nil for a body that another version wrote differently.
    static func message(_ utf8: [UInt8]) throws(JSONError) -> Message? {
        try JSONReader.read(utf8) { (reader) throws(JSONError) in try message(&reader) }
    }

    private static func message(_ reader: inout JSONReader) throws(JSONError) -> Message? {
        var kind: Message.Kind?
        var language = Language.english
        var (title, lateness): (Phrase?, Phrase?)
        var sections: [Message.Section] = []
        var thread: Message.Thread?
        try reader.members { (name, value) throws(JSONError) in
            switch name {
            case "kind": kind = try value.string().flatMap(Message.Kind.init)
            case "language": language = try value.string().flatMap(Language.init) ?? .english
            case "title": title = try phrase(&value)
            case "lateness": lateness = try optional(&value)
            case "thread": thread = try Self.thread(&value)
            case "sections":
                try value.elements { (element) throws(JSONError) in sections.append(try section(&element)) }
            default: try value.skip()
            }
        }
        guard let kind, let title else { return nil }
        var message = Message(kind, in: language, title: title, sections: sections)
        message.lateness = lateness
        message.thread = thread
        return message
    }

    private static func thread(_ reader: inout JSONReader) throws(JSONError) -> Message.Thread? {
        guard try !reader.takeNull() else { return nil }
        var (id, subject): (String?, String?)
        try reader.members { (name, value) throws(JSONError) in
            switch name {
            case "id": id = try value.string()
            case "subject": subject = try value.string()
            default: try value.skip()
            }
        }
        return id.map { Message.Thread(id: $0, subject: subject) }
    }

    private static func section(_ reader: inout JSONReader) throws(JSONError) -> Message.Section {
        var section = Message.Section()
        section.items.reserveCapacity(4)
        try reader.members { (name, value) throws(JSONError) in
            switch name {
            case "heading": section.heading = try optional(&value)
            case "lines": section.lines = try phrases(&value)
            case "items":
                try value.elements { (element) throws(JSONError) in section.items.append(try item(&element)) }
            case "picture": section.isPicture = try value.bool() ?? false
            default: try value.skip()
            }
        }
        return section
    }

    private static func item(_ reader: inout JSONReader) throws(JSONError) -> Message.Item {
        var item = Message.Item(heading: Phrase(), state: .new)
        var parts: [Message.Item.Part] = []
        try reader.members { (name, value) throws(JSONError) in
            switch name {
            case "heading": item.heading = try optional(&value) ?? Phrase()
            case "facts": item.facts = try phrases(&value)
            case "question": item.question = try optional(&value)
            case "question_key": item.questionKey = try value.string()
            case "state": item.state = try value.string().flatMap(Message.Item.State.init) ?? .new
            case "kind": item.kind = try value.string().flatMap(FindingKind.init)
            case "finding": item.findingID = try value.integer().map(RowID.init)
            case "account_id": item.accountID = try value.integer().map(RowID.init)
            case "account": item.account = try value.string()
            case "person_id": item.personID = try value.integer().map(RowID.init)
            case "rung": item.rung = try value.integer()
            case "number": item.number = try value.integer()
            case "parts":
                try value.elements { (element) throws(JSONError) in
                    if let part = try part(&element) { parts.append(part) }
                }
            default: try value.skip()
            }
        }
        guard !parts.isEmpty else { return item }
        return Message.Item(
            item.heading.runs.first?.text ?? "", parts, question: item.question, questionKey: item.questionKey,
            state: item.state, kind: item.kind, rung: item.rung, number: item.number)
    }

    private static func part(_ reader: inout JSONReader) throws(JSONError) -> Message.Item.Part? {
        var (finding, words): (Int?, Phrase?)
        try reader.members { (name, value) throws(JSONError) in
            switch name {
            case "finding": finding = try value.integer()
            case "words": words = try optional(&value)
            default: try value.skip()
            }
        }
        return finding.map { Message.Item.Part(findingID: RowID($0), words: words ?? Phrase()) }
    }

    private static func phrases(_ reader: inout JSONReader) throws(JSONError) -> [Phrase] {
        var phrases: [Phrase] = []
        try reader.elements { (element) throws(JSONError) in phrases.append(try phrase(&element)) }
        return phrases
    }

    private static func phrase(_ reader: inout JSONReader) throws(JSONError) -> Phrase {
        var runs: [Phrase.Run] = []
        // Of most phrases, so that they need not move while they come.
        runs.reserveCapacity(4)
        try reader.elements { (element) throws(JSONError) in
            guard element.isAtArray() else {
                return runs.append(Phrase.Run(try element.string() ?? "", isData: false))
            }
            var data: String?
            try element.elements { (element) throws(JSONError) in
                let text = try element.string() ?? ""
                data = data ?? text
            }
            runs.append(Phrase.Run(data ?? "", isData: true))
        }
        return Phrase(runs: runs)
    }

    private static func optional(_ reader: inout JSONReader) throws(JSONError) -> Phrase? {
        try reader.takeNull() ? nil : try phrase(&reader)
    }
}
