/// A value and its place. A table opened by `[name]` has the place of that header; one that only dotted keys or
/// deeper headers imply has the place of its name there.
package struct TOMLNode: Hashable, Sendable {
    package let value: TOMLValue
    package let span: SourceSpan

    package init(value: TOMLValue, span: SourceSpan) {
        self.value = value
        self.span = span
    }
}
