import Foundation
import Testing

@testable import CSV

/// The csv module of Python, where there is one, reads and writes the same files.
enum Python {
    static let path = ["/usr/bin/python3", "/usr/local/bin/python3"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// Runs a script with the arguments, its standard output read as JSON.
    static func run<Value: Decodable>(_ script: String, _ arguments: [String], as type: Value.Type) throws -> Value {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: try #require(path))
        process.arguments = ["-c", script] + arguments
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode(type, from: data)
    }
}

@Suite("Python's csv module as the judge", .enabled(if: Python.path != nil, "python3 is not installed"))
struct PythonOracleTests {
    struct Written: Decodable {
        let text: String
        let rows: [[String]]
    }

    @Test("files that Python writes in all its manners are read back field by field")
    func written() throws {
        let script = """
            import csv, io, json, random
            files = []
            for seed in range(300):
                rnd = random.Random(seed)
                letters = ['a', 'b', ' ', ',', '"', '\\n', '\\r\\n', 'ä', '🚚', ';', "'", '\\t', '\\\\']
                rows = [[''.join(rnd.choices(letters, k=rnd.randrange(9))) for _ in range(rnd.randrange(1, 6))]
                        for _ in range(rnd.randrange(1, 12))]
                out = io.StringIO(newline='')
                csv.writer(out, lineterminator=rnd.choice(['\\n', '\\r\\n']),
                           quoting=rnd.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC])).writerows(rows)
                files.append({'text': out.getvalue(), 'rows': rows})
            print(json.dumps(files))
            """
        let files = try Python.run(script, [], as: [Written].self)
        #expect(files.count == 300)
        for file in files {
            #expect(try readAll(file.text).map(\.fields) == file.rows)
        }
    }

    @Test("what is read without a problem is what Python reads, and what Python refuses is reported")
    func read() throws {
        let pieces = ["a", "b", ",", ",", "\"", "\"", "\"\"", "\n", "\n", "\r\n", "\r", " ", "ü"]
        let texts = (0..<2000).map { seed in
            var random = SeededGenerator(seed: UInt64(seed))
            return (0..<(seed % 24)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
        let input = NSTemporaryDirectory() + "coachd-csv-\(UUID().uuidString).json"
        defer { unlink(input) }
        try JSONEncoder().encode(texts).write(to: URL(fileURLWithPath: input))
        let script = """
            import csv, io, json, sys
            answers = []
            for text in json.load(open(sys.argv[1], encoding='utf-8')):
                try: answers.append([r for r in csv.reader(io.StringIO(text, newline=''), strict=True) if r])
                except csv.Error: answers.append(None)
            print(json.dumps(answers))
            """
        let answers = try Python.run(script, [input], as: [[[String]]?].self)
        var agreed = 0
        for (text, answer) in zip(texts, answers) {
            let reads = try readAll(text)
            if reads.allSatisfy({ $0.problem == nil }) {
                #expect(reads.compactMap(\.fields) == answer, "\(text.debugDescription)")
                agreed += 1
            }
        }
        #expect(agreed > 300)
    }
}
