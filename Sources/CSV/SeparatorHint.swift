/// Where a separator shows that neither the rule nor the header names, it is not guessed at, since a guess can be wrong in silence;
/// the person is told.
enum SeparatorHint {
    static let semicolon = "the file seems to be separated by ';': export it with commas"
    static let tab = "the file seems to be separated by tabs: export it with commas"

    static func text(for field: some Sequence<UInt8>) -> String? {
        for byte in field {
            if byte == Byte.semicolon { return semicolon }
            if byte == Byte.tab { return tab }
        }
        return nil
    }
}
