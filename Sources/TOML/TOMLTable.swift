/// Keys and values in document order. Keys are equal when their Unicode scalars are: TOML does not normalise.
package struct TOMLTable: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package let key: String
        package let keySpan: SourceSpan
        package let node: TOMLNode

        package init(key: String, keySpan: SourceSpan, node: TOMLNode) {
            self.key = key
            self.keySpan = keySpan
            self.node = node
        }
    }

    /// In the order in which the document first names the keys.
    package let entries: [Entry]
    private let positions: [ExactKey: Int]

    /// - Parameter entries: with keys that differ; of equal keys the first is found.
    package init(entries: [Entry] = []) {
        let keys = entries.enumerated().map { (ExactKey($0.element.key), $0.offset) }
        self.init(entries: entries, positions: Dictionary(keys, uniquingKeysWith: { first, _ in first }))
    }

    init(entries: [Entry], positions: [ExactKey: Int]) {
        self.entries = entries
        self.positions = positions
    }

    /// The value of `key`, in constant time.
    package subscript(key: String) -> TOMLNode? { entry(key)?.node }

    /// The value of `key` with the place of the key, in constant time.
    package func entry(_ key: String) -> Entry? { positions[ExactKey(key)].map { entries[$0] } }
}
