import Foundation

@testable import CivilTime

/// The system's zones, for the tests that need them.
enum Zones {
    static let database = ZoneDatabase()
    static let directory = ZoneDatabase.usualDirectories.first { FileManager.default.fileExists(atPath: $0) }

    static func file(_ identifier: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: "\(directory ?? "")/\(identifier)")))
    }
}

func zone(_ identifier: String) throws -> Zone { try Zones.database.zone(identifier) }
func date(_ iso: String) throws -> CivilDate { try CivilDate(iso: iso) }
func instant(_ rfc3339: String) throws -> Instant { try Instant(rfc3339: rfc3339) }
func time(_ text: String) throws -> TimeOfDay { try TimeOfDay(parsing: text) }

/// `2026-03-02 08:40`
func local(_ text: String) throws -> CivilDateTime {
    CivilDateTime(date: try date(String(text.prefix(10))), time: try time(String(text.dropFirst(11))))
}
