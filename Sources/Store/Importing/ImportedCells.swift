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

    /// What the cells of a row say, by the column as its fingerprint.
    func said(_ cells: some Collection<Value>) -> [Cell] {
        zip(columns, cells).map { column, cell in
            let text =
                switch cell {
                case .null: ""
                case .integer(let integer): "=\(integer)"
                case .real(let real): "=\(real)"
                case .text(let text): "=" + text
                case .blob(let bytes): "=\(bytes)"
                }
            return Cell(column: Fingerprint.of(Array(column.utf8)), text: Fingerprint.of(Array(text.utf8)))
        }
    }

    /// Keeps what a row's cells say now, beside what was kept of columns that this file does not have.
    func keep(_ cells: [Cell], besides kept: [Cell], of id: RowID) throws {
        let columns = Set(cells.map(\.column))
        let all = cells + kept.filter { !columns.contains($0.column) }
        try keep.run([.text(table), .integer(id), .blob(all.flatMap(\.bytes))])
    }

    /// A bit for each cell, the first one's lowest, that says something else than what was kept.
    static func changes(_ cells: [Cell], since kept: [Cell]) -> Int64 {
        let known = Set(kept)
        return cells.enumerated().reduce(0) { $0 | (known.contains($1.element) ? 0 : 1 << Int64($1.offset)) }
    }

    /// What one column of a row said.
    struct Cell: Hashable {
        var column: Int64
        var text: Int64

        /// As it is kept: two numbers of 8 bytes.
        fileprivate var bytes: [UInt8] {
            [column, text].flatMap { number in withUnsafeBytes(of: number) { Array($0) } }
        }

        static func all(in bytes: [UInt8]) -> [Cell] {
            bytes.withUnsafeBytes { bytes in
                stride(from: 0, through: bytes.count - 16, by: 16).map { start in
                    Cell(
                        column: bytes.loadUnaligned(fromByteOffset: start, as: Int64.self),
                        text: bytes.loadUnaligned(fromByteOffset: start + 8, as: Int64.self))
                }
            }
        }
    }
}
