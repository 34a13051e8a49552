import Diagnostics

extension TableConflict {
    /// The conflict as told to the user: both places, and what to write instead.
    func error(for key: [KeyPart], in source: SourceText) -> SyntaxError {
        let path = key[...part].map(\.name.asKey).joined(separator: ".")
        let (message, hint) = texts(path)
        return SyntaxError(
            message, key[part].range, hint: hint, notes: [Diagnostic.Note(note, at: source.location(of: first))])
    }

    private func texts(_ path: String) -> (message: String, hint: String?) {
        switch kind {
        case .keyTwice:
            ("the key `\(path)` is defined twice", "keep one of the two")
        case .tableTwice:
            (
                "the table `[\(path)]` is defined twice",
                "put the keys of both under one header"
            )
        case .tableAfterDotted:
            (
                "the table `\(path)` is already defined by dotted keys",
                "put its keys under the header only, or in dotted form only"
            )
        case .arrayAsTable:
            ("`\(path)` is an array of tables, not a table", "write [[\(path)]] to add one more table to it")
        case .tableAsArray:
            (
                "`\(path)` is a table, not an array of tables",
                "write [[\(path)]] at every one of its headers, or [\(path)] at the only one"
            )
        case .valueAsArray(.array):
            (
                "the array `\(path)` is written as a value and cannot be added to",
                "write all its tables under [[\(path)]], or all of them in the value"
            )
        case .valueAsTable(.table), .valueAsArray(.table):
            (
                "the inline table `\(path)` is complete and cannot be added to",
                "put the keys between its braces, or write it as [\(path)]"
            )
        case .valueAsTable(let value), .valueAsArray(let value):
            ("`\(path)` is \(value.typeName), so there can be no table of that name", nil)
        case .closedTable:
            (
                "the table `\(path)` has its own header, so dotted keys elsewhere cannot add to it",
                "put the key under that header"
            )
        case .dottedIntoArray:
            (
                "`\(path)` is an array of tables, so dotted keys cannot add to it",
                "put the key under one of its [[…]] headers"
            )
        }
    }

    private var note: String {
        switch kind {
        case .keyTwice, .tableTwice: "the first definition is here"
        default: "it is defined here"
        }
    }
}
