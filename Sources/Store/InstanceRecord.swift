import CivilTime
import JSON

/// What a daemon tells of itself to whoever looks from outside: it stands in the file of its lock, on the line below the process id.
package struct InstanceRecord: Hashable, Sendable {
    /// A file that the configuration was read from.
    package struct Source: Hashable, Sendable {
        package var path: String
        /// Of what stood there when it was read.
        package var fingerprint: Int64

        package init(path: String, bytes: [UInt8]) {
            self.path = path
            fingerprint = Fingerprint.of(bytes)
        }

        fileprivate init?(_ json: JSON) {
            guard let path = json["path"]?.string, let text = json["fingerprint"]?.string, let number = Int64(text)
            else { return nil }
            (self.path, fingerprint) = (path, number)
        }
    }

    /// The configuration itself, then what it names: calendars, questions. Empty where all is default.
    package var sources: [Source]
    /// When a newer configuration was refused; nil again once one was taken.
    package var refusedAt: Instant?
    /// What keeps the daemon from its work.
    package var trouble: String?

    package init(sources: [Source]) { self.sources = sources }

    init?(_ json: JSON) {
        guard let sources = json["sources"] else { return nil }
        self.sources = sources.elements.compactMap(Source.init)
        refusedAt = json["refused_at"]?.integer.map { Instant(secondsSinceEpoch: Int64($0)) }
        trouble = json["trouble"]?.string
    }

    func json(since: Instant) -> JSON {
        [
            "since": .integer(Int(since.secondsSinceEpoch)),
            "sources": .array(
                sources.map { ["path": .string($0.path), "fingerprint": .string(String($0.fingerprint))] }),
            "refused_at": JSON(refusedAt.map { Int($0.secondsSinceEpoch) }), "trouble": JSON(trouble),
        ]
    }
}
