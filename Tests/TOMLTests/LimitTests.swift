import TOML
import Testing

@Suite struct LimitTests {
    @Test("a file that is too large is refused unread")
    func bytes() {
        let limits = TOMLParser.Limits(maximumBytes: 8)
        #expect(problems("a = 1234", limits: limits) == [])
        #expect(problems("a = 12345", limits: limits) == ["1:1 the file has 9 bytes, more than the 8 that are read"])
    }

    @Test(
        "nesting is bounded, whatever makes it",
        arguments: [
            "x = \(String(repeating: "[", count: 20_000))",
            "x = \(String(repeating: "{a=", count: 20_000))",
            "x = \(String(repeating: "[{a=", count: 20_000))",
            "x = \(String(repeating: "[", count: 200))\(String(repeating: "]", count: 200))",
            "\(String(repeating: "a.", count: 20_000))a = 1",
            "[\(String(repeating: "a.", count: 20_000))a]",
            "[[\(String(repeating: "a.", count: 20_000))a]]",
            "x = { \(String(repeating: "a.", count: 128))a = 1 }",
        ])
    func depth(text: String) {
        let found = problems(text + "\ny = wrong")
        #expect(found.contains { $0.hasSuffix("nested deeper than 128 levels") })
        #expect(found.count <= 2)
    }

    @Test("as deep as the limit is fine")
    func depthAtLimit() {
        let array = "\(String(repeating: "[", count: 127))\(String(repeating: "]", count: 127))"
        #expect(problems("x = \(array)") == [])
        #expect(problems("x = [\(array)]").count == 1)
        #expect(problems("\(String(repeating: "a.", count: 127))a = 1") == [])
        #expect(problems("[\(String(repeating: "a.", count: 126))a]\nx = 1") == [])
    }

    @Test("keys are counted over all tables")
    func keys() {
        let limits = TOMLParser.Limits(maximumKeys: 3)
        #expect(problems("a.b = 1\nc = 2", limits: limits) == [])
        #expect(problems("a.b = 1\nc = 2\nd = 3\ne = x", limits: limits) == ["3:1 there are more than 3 keys"])
    }
}
