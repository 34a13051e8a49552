import CivilTime
import Store

/// Whether the daemon runs by what stands in the configuration now.
struct RunningConfiguration {
    let record: InstanceRecord
    /// The file that whoever asks was led to.
    let ownFile: String?

    private static let reload = "systemctl reload coachd, or kill -HUP"

    /// The file that the daemon runs by; nil where all is default.
    var file: String? { record.sources.first?.path }

    var trouble: [String] {
        if let instant = record.refusedAt {
            return [
                "the daemon refused the configuration that it was to read anew at \(instant), and goes on with an earlier one: coachd check "
                    + "says what is wrong; once it is mended: \(Self.reload)"
            ]
        }
        let changed = record.sources.filter(\.hasChanged).map {
            "\($0.path) is not as the daemon read it, which goes on with what stood there: \(Self.reload)"
        }
        return changed + (otherFile.map { [$0] } ?? [])
    }

    /// Who looks by another file judges the channels by that.
    private var otherFile: String? {
        guard let ownFile else { return nil }
        guard let file else {
            return "the daemon runs without a configuration, and \(ownFile) is there now: \(Self.reload)"
        }
        guard StoreFile.identity(of: file) != StoreFile.identity(of: ownFile) else { return nil }
        return "the daemon runs by \(file), and this looks by \(ownFile): --config \(file)"
    }
}
