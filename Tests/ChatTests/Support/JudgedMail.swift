import Foundation
import Testing

@testable import Chat

/// A mail as Python's `email` package reads it.
struct JudgedMail: Decodable {
    /// Decoded, in order.
    let headers: [[String]]
    let text: String
    let html: String
    /// What the parser found wrong, in any part.
    let defects: [String]
    /// Seconds since 1970, by `email.utils`.
    let date: Int64?
    /// The name and the address of the recipient, by `email.utils`.
    let to: [String]

    /// The last value; nil when there is none.
    func header(_ name: String) -> String? { headers.last { $0[0] == name }?[1] }

    init(_ message: [UInt8]) throws {
        let json = try Python.run(
            """
            import email, email.header, email.policy, email.utils, json, sys
            raw = sys.stdin.buffer.read()
            mail = email.message_from_bytes(raw, policy=email.policy.default)
            old = email.message_from_bytes(raw, policy=email.policy.compat32)
            parts = [p for p in mail.walk() if not p.is_multipart()]
            defects = [str(d) for p in mail.walk() for d in p.defects]
            for name, value in mail.items(): defects += [f"{name}: {d}" for d in value.defects]
            decode = lambda text: str(email.header.make_header(email.header.decode_header(text)))
            name, address = email.utils.parseaddr(old["To"].replace("\\r\\n", ""))
            content = lambda part: part.get_content().replace("\\r\\n", "\\n")
            print(json.dumps({
                "headers": [[name, decode(value.replace("\\r\\n", ""))] for name, value in old.items()],
                "text": content(parts[0]), "html": content(parts[1]), "defects": defects,
                "date": int(email.utils.parsedate_to_datetime(old["Date"]).timestamp()),
                "to": [decode(name), address],
            }))
            """, input: Data(message))
        self = try JSONDecoder().decode(JudgedMail.self, from: Data(json.utf8))
    }
}
