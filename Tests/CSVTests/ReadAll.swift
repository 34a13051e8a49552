@testable import CSV

/// What a reader gave at one call, in a form that tests can compare.
enum Read: Equatable {
    case record([String], line: Int)
    case problem(CSVProblem)

    var fields: [String]? { if case .record(let fields, _) = self { fields } else { nil } }
    var problem: CSVProblem? { if case .problem(let problem) = self { problem } else { nil } }
}

/// All that a reader gives for the bytes when they are read in chunks of this size.
func readAll(
    _ bytes: [UInt8], limits: CSVLimits = CSVLimits(), chunk: Int = CSVReader.chunk
) throws(CSVError) -> [Read] {
    var reader = CSVReader(ByteSource(bytes: bytes, name: "a.csv"), limits: limits, chunk: chunk)
    return try readAll(&reader)
}

func readAll(_ text: String, limits: CSVLimits = CSVLimits()) throws(CSVError) -> [Read] {
    try readAll(Array(text.utf8), limits: limits)
}

func readAll(_ reader: inout CSVReader) throws(CSVError) -> [Read] {
    var record = CSVRecord()
    var reads: [Read] = []
    while true {
        switch try reader.next(&record) {
        case .record: reads.append(.record((0..<record.count).map { record[$0] }, line: record.line))
        case .malformed(let problem): reads.append(.problem(problem))
        case .end: return reads
        }
    }
}

/// The first record of a text.
func firstRecord(of text: String) throws(CSVError) -> CSVRecord {
    var reader = CSVReader(bytes: Array(text.utf8), name: "a.csv")
    var record = CSVRecord()
    _ = try reader.next(&record)
    return record
}
