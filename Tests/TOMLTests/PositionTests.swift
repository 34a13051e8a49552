import TOML
import Testing

@Suite struct PositionTests {
    @Test("keys and values know their line, their column in scalars and their length")
    func spans() throws {
        let text = "# one\r\n\"é\" = [ 'ü', 12 ]\r\n[a.b]\nc = \"\"\"x\ny\"\"\"\n"
        let (document, diagnostics) = parse(text)
        #expect(diagnostics.isEmpty)
        let entry = try #require(document.root.entry("é"))
        #expect(entry.keySpan == SourceSpan(line: 2, column: 1, length: 3))
        #expect(entry.node.span == SourceSpan(line: 2, column: 7, length: 11))
        guard case .array(let nodes) = entry.node.value else {
            Issue.record("no array")
            return
        }
        #expect(nodes[1].span == SourceSpan(line: 2, column: 14, length: 2))
        guard case .table(let a) = document.root["a"]?.value, case .table(let b) = a["b"]?.value else {
            Issue.record("no table")
            return
        }
        #expect(a.entry("b")?.keySpan == SourceSpan(line: 3, column: 4, length: 1))
        #expect(a["b"]?.span == SourceSpan(line: 3, column: 1, length: 5))
        #expect(b["c"]?.span == SourceSpan(line: 4, column: 5, length: 4))
    }

    @Test("a location shows the line without its end, and a byte order mark does not count")
    func locations() throws {
        let (document, diagnostics) = parse("\u{FEFF}a = 1\r\nb = 2")
        #expect(diagnostics.isEmpty)
        #expect(document.file == "coachd.toml")
        let first = document.location(of: try #require(document.root.entry("a")).keySpan)
        #expect(first.description == "coachd.toml:1:1")
        #expect(first.excerpt == "a = 1")
        #expect(document.location(of: try #require(document.root["b"]).span).excerpt == "b = 2")
    }

    @Test("columns are right far along a long line")
    func longLine() throws {
        let (document, diagnostics) = parse("x = [\(String(repeating: "'ä', ", count: 5000))7]")
        #expect(diagnostics.isEmpty)
        guard case .array(let nodes) = document.root["x"]?.value else {
            Issue.record("no array")
            return
        }
        #expect(nodes.last?.span == SourceSpan(line: 1, column: 25_006, length: 1))
    }

    @Test("the entries of a table keep the document's order")
    func order() {
        #expect(parse("b = 1\na = 2\n[z]\n[c.d]\n[y]").document.root.entries.map(\.key) == ["b", "a", "z", "c", "y"])
    }
}
