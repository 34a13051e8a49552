extension CSVProblem.Kind {
    /// What to do about a problem of this kind, judged by the bytes around it.
    func hint(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int, fieldStart: Int) -> String {
        switch self {
        case .loneCarriageReturn:
            return "save the file with the line ends of Windows (CR LF) or Unix (LF)"
        case .quoteInUnquotedField:
            let before = bytes[fieldStart..<offset]
            if let hint = SeparatorHint.text(for: before) { return hint }
            return before.allSatisfy { $0 == Byte.space }
                ? "remove the space before the quote"
                : "put the whole field in quotes and write each quote in it twice"
        case .textAfterClosingQuote:
            if let hint = SeparatorHint.text(for: bytes[offset...offset]) { return hint }
            return bytes[offset] == Byte.space
                ? "remove the space after the quote"
                : "a quote that belongs to the text of a quoted field is written twice"
        case .unterminatedQuote:
            return "close the quote, or export the file again if it was cut off"
        case .nulByte:
            return "the file may be damaged: export it again as CSV UTF-8"
        case .invalidUTF8:
            return "the file may be in an older encoding such as Windows-1252: save it as CSV UTF-8"
        case .fieldTooLong(_, isQuoted: true):
            return "the quote may never have been closed"
        case .fieldTooLong, .recordTooLong:
            return "the file may be damaged: export it again"
        }
    }
}
