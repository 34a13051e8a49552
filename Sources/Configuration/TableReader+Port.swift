import Chat
import TOML

extension TableReader {
    /// Whether an address has a port that there can be, or none. Another one is reported here: it would fail at sending only.
    func hasRightPort(_ address: String, _ key: String, at span: SourceSpan) -> Bool {
        let host = Secret(address).host
        let port = (host.first == "[" ? host.drop { $0 != "]" } : host[...]).drop { $0 != ":" }.dropFirst()
        if port.isEmpty || port.allSatisfy(\.isNumber) && Int(port).map((1...65_535).contains) == true { return true }
        log.error("\(name(of: key)): the port is not a number from 1 to 65535", at: span)
        return false
    }
}
