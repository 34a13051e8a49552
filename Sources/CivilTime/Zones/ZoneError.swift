import Diagnostics

/// Why there is no zone of the wanted name.
package enum ZoneError: Error, Hashable {
    /// Not a name of the form `Area/Place`; paths are never followed.
    case invalidName(String)
    case unknown(String, nearest: String?)
    /// No zone data at all in any of the directories.
    case tzdataMissing(searched: [String])
    /// The zone's file is there but can't be used; `reason` is a clause.
    case damaged(String, path: String, reason: String)
}

extension ZoneError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .invalidName(let name):
            "\"\(name.escapingControls)\" is not the name of a time zone: expected one such as Europe/London or UTC"
        case .unknown(let name, let nearest?):
            "unknown time zone \"\(name.escapingControls)\": did you mean \(nearest)?"
        case .unknown(let name, nil):
            """
            unknown time zone "\(name.escapingControls)": expected a name such as Europe/London; \
            former names such as US/Eastern may need the package tzdata-legacy
            """
        case .tzdataMissing(let searched):
            """
            no time zone data in \(searched.joined(separator: ", ")): install the package tzdata \
            (Debian and Ubuntu: apt-get install tzdata; Alpine: apk add tzdata; Fedora: dnf install tzdata)
            """
        case .damaged(let name, let path, let reason):
            "the data of time zone \(name) in \(path) can't be used, \(reason): reinstall the package tzdata"
        }
    }
}
