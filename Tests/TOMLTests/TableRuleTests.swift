import TOML
import Testing

@Suite struct TableRuleTests {
    @Test(
        "tables may be built in any order that defines each once",
        arguments: [
            "[a.b.c]\nx = 1\n[a]\ny = 2\n[a.b]\nz = 3",
            "a.b.c = 1\na.b.d = 2\na.e = 3",
            "[fruit]\napple.color = 'red'\napple.taste.sweet = true\n[fruit.apple.texture]\nsmooth = true",
            "[[a]]\nb.c = 1\n[a.d]\n[[a.e]]\n[[a]]\nb.c = 2\n[a.d]\n[[a.e]]",
            "[a.b.c]\n[a]\nb.d = 1",
            "[[a.b]]\n[a]\nx = 1",
            "[ a . 'b.c' . \"d\" ]\n3.14 = 1\n\"\" = 2",
        ])
    func valid(text: String) {
        #expect(problems(text) == [])
    }

    @Test(
        "a second definition is refused",
        arguments: [
            ("a = 1\na = 2", "2:1 the key `a` is defined twice"),
            ("a.b = 1\na = 2", "2:1 the key `a` is defined twice"),
            ("[a]\n[a]", "2:2 the table `[a]` is defined twice"),
            ("[a]\nb.c = 1\n[a.b]", "3:4 the table `a.b` is already defined by dotted keys"),
            ("[[a]]\n[a]", "2:2 `a` is an array of tables, not a table"),
            ("[a]\n[[a]]", "2:3 `a` is a table, not an array of tables"),
            ("[a.b]\n[[a]]", "2:3 `a` is a table, not an array of tables"),
            ("a = [{}]\n[[a]]", "2:3 the array `a` is written as a value and cannot be added to"),
            ("a = {}\n[a.b]", "2:2 the inline table `a` is complete and cannot be added to"),
            ("a = {}\na.b = 1", "2:1 the inline table `a` is complete and cannot be added to"),
            ("a = {b.c = 1, b = {}}", "1:15 the key `b` is defined twice"),
            ("a = {b = {}, b.c = 1}", "1:14 the inline table `b` is complete and cannot be added to"),
            ("a = 'x'\n[a.b]", "2:2 `a` is a string, so there can be no table of that name"),
            ("a = 1\na.b = 2", "2:1 `a` is an integer, so there can be no table of that name"),
            (
                "[a.b.c]\n[a]\nb.c.d = 1",
                "3:3 the table `b.c` has its own header, so dotted keys elsewhere cannot add to it"
            ),
            ("[[a.b]]\n[a]\nb.c = 1", "3:1 `b` is an array of tables, so dotted keys cannot add to it"),
        ])
    func redefinition(text: String, problem: String) {
        #expect(problems(text) == [problem])
    }

    @Test("arrays of tables collect their headers in order, and deeper headers go to the last")
    func arraysOfTables() throws {
        let (document, diagnostics) = parse("[[a]]\nn = 1\n[a.sub]\nx = 1\n[[a]]\nn = 2\n[a.sub]\nx = 2\n")
        #expect(diagnostics.isEmpty)
        guard case .array(let nodes) = document.root["a"]?.value else {
            Issue.record("a is no array")
            return
        }
        let tables = nodes.compactMap { node in if case .table(let table) = node.value { table } else { nil } }
        #expect(tables.map { $0["n"]?.value } == [.integer(1), .integer(2)])
        guard case .table(let last) = try #require(tables.last)["sub"]?.value else {
            Issue.record("the last table has no sub")
            return
        }
        #expect(last["x"]?.value == .integer(2))
    }
}
