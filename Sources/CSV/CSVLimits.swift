/// How much of a file may belong together. What is longer is reported and skipped, so that memory stays bounded whatever the file
/// holds. Lengths are in bytes as they stand in the file, quotes included.
package struct CSVLimits: Hashable, Sendable {
    /// 1 MiB: far over any note that a person types, far under what an opened quote can swallow.
    package let field: Int
    /// 4 MiB.
    package let record: Int

    /// Neither can be over 1 GiB.
    package init(field: Int = 1 << 20, record: Int = 4 << 20) {
        self.field = min(field, 1 << 30)
        self.record = min(record, 1 << 30)
    }
}
