import Coaching
import SQLite

/// What the cells of a row said when they were last imported. A cell that still says so tells nothing new: what people changed since
/// stays.
struct ImportedCells {
    private let table: String
    private let columns: [String]
    private let keep: Statement

    /// - Parameter columns: Those of the file.
    init(_ table: String, columns: [String], in database: Database) throws {
        self.table = table
        self.columns = columns
        keep = try database.statement(
            """
            INSERT INTO imported(subject, row_id, cells) VALUES (?1, ?2, ?3)
            ON CONFLICT (subject, row_id) DO UPDATE SET cells = excluded.cells WHERE cells IS NOT excluded.cells
            """)
    }

    /// What was kept of a row, as a column of its SELECT.
    static func column(of table: String) -> String {
        "(SELECT cells FROM imported WHERE subject = '\(table)' AND row_id = \(table).id)"
    }

    /// Keeps what a row's cells say now.
    func keep(_ cells: [Int64], of id: RowID) throws {
        try keep.run([
            .text(table), .integer(id), .blob(cells.flatMap { cell in withUnsafeBytes(of: cell) { Array($0) } }),
        ])
    }

    /// By column the fingerprint of its cell.
    func fingerprints(_ cells: some Collection<Value>) -> [Int64] {
        zip(columns, cells).map { column, cell in
            let text =
                switch cell {
                case .null: ""
                case .integer(let integer): "=\(integer)"
                case .real(let real): "=\(real)"
                case .text(let text): "=" + text
                case .blob(let bytes): "=\(bytes)"
                }
            return Fingerprint.of(Array((column + text).utf8))
        }
    }

    /// A bit for each column, the first column's lowest, that says something else than what was kept.
    static func changes(_ cells: [Int64], since kept: [UInt8]) -> Int64 {
        let known = Set(
            kept.withUnsafeBytes { bytes in
                stride(from: 0, through: bytes.count - 8, by: 8).map {
                    bytes.loadUnaligned(fromByteOffset: $0, as: Int64.self)
                }
            })
        return cells.enumerated().reduce(0) { $0 | (known.contains($1.element) ? 0 : 1 << Int64($1.offset)) }
    }
}
