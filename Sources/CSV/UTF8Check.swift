/// Well-formed UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Check {
    /// The offset of the first byte that does not belong to a well-formed scalar, or nil.
    static func firstInvalidOffset(in bytes: UnsafeBufferPointer<UInt8>.SubSequence) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: UnsafeBufferPointer(rebasing: bytes).span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}
