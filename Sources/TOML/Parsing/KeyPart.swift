/// One name of a dotted key.
struct KeyPart {
    let name: String
    let range: Range<Int>
    let span: SourceSpan
}
