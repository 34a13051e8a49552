import Testing

@testable import CSV

@Suite("Places in the file")
struct LocationTests {
    @Test(
        "a field begins at a line and a column counted in Unicode scalars, its quote included",
        arguments: [
            ("a,bc,d\n", [[1, 1], [1, 3], [1, 6]]),
            ("Müller,🚚🚚,x\n", [[1, 1], [1, 8], [1, 11]]),
            ("e\u{301},x\n", [[1, 1], [1, 4]]),
            ("\u{FEFF}a,b\n", [[1, 1], [1, 3]]),
            ("\"a\",\"b\",\"\"\n", [[1, 1], [1, 5], [1, 9]]),
            ("\"a\"\"b\",c\n", [[1, 1], [1, 8]]),
            ("\"a\nü\",c,\"d\r\n\",e\n", [[1, 1], [2, 4], [2, 6], [3, 3]]),
            (",,\n", [[1, 1], [1, 2], [1, 3]]),
            ("\n\r\na,b\n", [[3, 1], [3, 3]]),
        ] as [(String, [[Int]])])
    func fields(text: String, expected: [[Int]]) throws {
        let record = try firstRecord(of: text)
        let places = (0..<record.count).map { [record.location(of: $0).line, record.location(of: $0).column] }
        #expect(places == expected)
    }

    @Test("the excerpt is the record as it stands in the file, cut after 200 bytes between two characters")
    func excerpt() throws {
        #expect(try firstRecord(of: "a,\"b\"\"c\"\r\nd").excerpt == "a,\"b\"\"c\"")
        let long = String(repeating: "ab,", count: 66) + "xü,c\n"
        #expect(try firstRecord(of: long).excerpt == String(repeating: "ab,", count: 66) + "x")
        let short = String(repeating: "ab,", count: 66) + "xy\n"
        #expect(try firstRecord(of: short).excerpt == String(repeating: "ab,", count: 66) + "xy")
    }
}
