import Foundation
import Testing

@testable import CSV

@Suite("Reading from files")
struct FileReadingTests {
    @Test("a file is read by its path, over many chunks")
    func path() throws {
        let path = NSTemporaryDirectory() + "coachd-csv-\(UUID().uuidString).csv"
        defer { unlink(path) }
        let rows = (1...20_000).map { "\($0),\"row \"\"\($0)\"\"\",Müller\r\n" }
        try rows.joined().write(toFile: path, atomically: false, encoding: .utf8)
        var reader = try CSVReader(path: path)
        let reads = try readAll(&reader)
        #expect(reads.count == 20_000)
        #expect(reads.last == .record(["20000", "row \"20000\"", "Müller"], line: 20_000))
    }

    @Test("a pipe is read to its end")
    func pipe() throws {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data("a,b\nc".utf8))
        try pipe.fileHandleForWriting.close()
        var reader = try CSVReader(path: "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)")
        #expect(try readAll(&reader).map(\.fields) == [["a", "b"], ["c"]])
    }

    @Test("a file that is not there says so, with its name")
    func missing() {
        let error = #expect(throws: CSVError.self) { _ = try CSVReader(path: "/nonexistent/a.csv") }
        #expect(error?.description == "cannot open /nonexistent/a.csv: No such file or directory")
        #expect(error?.hint == "check the path")
    }

    @Test("a directory says that it is one")
    func directory() throws {
        var reader = try CSVReader(path: "/")
        var record = CSVRecord()
        do {
            _ = try reader.next(&record)
            Issue.record("a directory was read")
        } catch {
            #expect(error.description == "cannot read /: Is a directory")
            #expect(error.hint == "name a file, not a directory")
        }
    }
}
