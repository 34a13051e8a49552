import Diagnostics
import Synchronization

/// The zones of the system's tzdata. Each is read once and kept until `refresh()` finds its file changed.
package final class ZoneDatabase: Sendable {
    /// Where systems keep tzdata.
    package static let usualDirectories = [
        "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo",
    ]

    private let searched: [String]
    private let state: Mutex<State>

    private struct State {
        var directory: ZoneDirectory?
        var zones: [String: (zone: Zone, stamp: FileStamp)] = [:]
    }

    /// - Parameter directory: where the zone files are; nil for the first of `usualDirectories` that exists.
    package init(directory: String? = nil) {
        searched = directory.map { [$0] } ?? Self.usualDirectories
        state = Mutex(State(directory: Self.existing(searched)))
    }

    /// The zone of an IANA name. `UTC` is always there, also without tzdata.
    package func zone(_ identifier: String) throws(ZoneError) -> Zone {
        if identifier == Zone.utc.identifier { return .utc }
        return try state.withLock { state throws(ZoneError) in
            if let known = state.zones[identifier] { return known.zone }
            guard ZoneDirectory.isValid(identifier) else {
                let nearest = Self.nearestZone(to: identifier, in: state.directory?.identifiers ?? [])
                throw nearest.map { .unknown(identifier, nearest: $0) } ?? .invalidName(identifier)
            }
            guard let directory = state.directory else { throw .tzdataMissing(searched: searched) }
            let loaded = try load(identifier, from: directory)
            state.zones[identifier] = loaded
            return loaded.zone
        }
    }

    /// The names of all zones, sorted; empty without tzdata. Looks into each file, so it takes some milliseconds.
    package var identifiers: [String] {
        state.withLock { $0.directory }?.identifiers ?? []
    }

    /// Notes changes of tzdata on disk. Costs one `stat` for each zone in use. True when there was a change: zones that were handed
    /// out stay as they are, `zone(_:)` gives the new ones. A file that is missing for the moment, as during an upgrade, is no change.
    package func refresh() -> Bool {
        state.withLock { state in
            guard let directory = state.directory else {
                state.directory = Self.existing(searched)
                return state.directory != nil
            }
            let isChanged = state.zones.contains { identifier, known in
                guard let stamp = FileStamp(path: directory.filePath(identifier)) else { return false }
                return stamp != known.stamp
            }
            if isChanged { state.zones = [:] }
            return isChanged
        }
    }

    private func load(
        _ identifier: String, from directory: ZoneDirectory
    ) throws(ZoneError) -> (zone: Zone, stamp: FileStamp) {
        let path = directory.filePath(identifier)
        let file: (bytes: [UInt8], stamp: FileStamp)
        do throws(ZoneDirectory.ReadFailure) {
            file = try directory.read(identifier)
        } catch {
            switch error {
            case .missing:
                let identifiers = directory.identifiers
                if identifiers.isEmpty { throw .tzdataMissing(searched: searched) }
                throw .unknown(identifier, nearest: Self.nearestZone(to: identifier, in: identifiers))
            case .unreadable(let reason):
                throw .damaged(identifier, path: path, reason: reason)
            }
        }
        do throws(TZif.Damage) {
            return (try Zone(identifier: identifier, tzif: file.bytes), file.stamp)
        } catch {
            throw .damaged(identifier, path: path, reason: error.reason)
        }
    }

    /// People write `Berlin` or `New York` for what is called `Europe/Berlin` and `America/New_York`.
    private static func nearestZone(to name: String, in identifiers: [String]) -> String? {
        let wanted = String(name.map { $0 == " " ? "_" : $0 })
        let places = identifiers.map { String($0.split(separator: "/").last ?? "") }
        func zone(at place: String) -> String? {
            places.firstIndex { $0.lowercased() == place.lowercased() }.map { identifiers[$0] }
        }
        return zone(at: wanted) ?? nearestName(to: wanted, in: identifiers)
            ?? nearestName(to: wanted, in: places).flatMap(zone)
    }

    private static func existing(_ directories: [String]) -> ZoneDirectory? {
        directories.first { FileStamp(path: $0)?.isDirectory == true }.map(ZoneDirectory.init)
    }
}
