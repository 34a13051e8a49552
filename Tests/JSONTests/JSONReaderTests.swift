import JSON
import Testing

@Suite("JSON piece by piece")
struct JSONReaderTests {
    private func read<Value>(_ text: String, _ body: (inout JSONReader) throws(JSONError) -> Value) throws -> Value {
        try JSONReader.read(Array(text.utf8), body)
    }

    @Test("members and elements come in their order, and what nobody wants is passed over")
    func order() throws {
        var names: [String] = []
        var numbers: [Int?] = []
        try read(#" {"a": {"b": [1, {}]}, "list" : [3, "x", 1], "last": null} "#) { (reader) throws(JSONError) in
            try reader.members { (name, value) throws(JSONError) in
                names.append(name)
                guard name == "list" else { return try value.skip() }
                try value.elements { (element) throws(JSONError) in numbers.append(try element.integer()) }
            }
        }
        #expect(names == ["a", "list", "last"])
        #expect(numbers == [3, nil, 1])
    }

    @Test("a value of another kind is nothing, and read")
    func otherKinds() throws {
        #expect(try read("[1]") { (reader) throws(JSONError) in try reader.string() } == nil)
        #expect(try read("\"1\"") { (reader) throws(JSONError) in try reader.integer() } == nil)
        #expect(try read("0") { (reader) throws(JSONError) in try reader.bool() } == nil)
        #expect(try read("null") { (reader) throws(JSONError) in try reader.takeNull() })
        for text in ["7", "\"text\"", "{}", "null"] {
            try read(text) { (reader) throws(JSONError) in
                try reader.elements { (_) throws(JSONError) in Issue.record("\(text) has an element") }
            }
        }
    }

    @Test("what ends early is refused wherever that is", arguments: [#"{"list": [1, "é\n"]}"#])
    func cut(text: String) throws {
        for count in 0..<text.utf8.count {
            let cut = String(decoding: text.utf8.prefix(count), as: UTF8.self)
            #expect(throws: JSONError.self, "\(cut)") {
                try read(cut) { (reader) throws(JSONError) in
                    try reader.members { (_, value) throws(JSONError) in
                        try value.elements { (element) throws(JSONError) in try element.skip() }
                    }
                }
            }
        }
    }
}
