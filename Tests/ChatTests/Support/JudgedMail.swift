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
        self = try Self.judge([message])[0]
    }

    /// Many at once, since a Python takes its time to start.
    static func judge(_ messages: [[UInt8]]) throws -> [JudgedMail] {
        let json = try Python.run(
            """
            import base64, email, email.header, email.policy, email.utils, json, sys
            def decode(text): return str(email.header.make_header(email.header.decode_header(text)))
            def content(part): return part.get_content().replace("\\r\\n", "\\n")
            def judge(raw):
                mail = email.message_from_bytes(raw, policy=email.policy.default)
                old = email.message_from_bytes(raw, policy=email.policy.compat32)
                parts = [part for part in mail.walk() if not part.is_multipart()]
                defects = [str(defect) for part in mail.walk() for defect in part.defects]
                for name, value in mail.items(): defects += [f"{name}: {defect}" for defect in value.defects]
                name, address = email.utils.parseaddr(old["To"].replace("\\r\\n", ""))
                return {
                    "headers": [[name, decode(value.replace("\\r\\n", ""))] for name, value in old.items()],
                    "text": content(parts[0]), "html": content(parts[1]), "defects": defects,
                    "date": int(email.utils.parsedate_to_datetime(old["Date"]).timestamp()),
                    "to": [decode(name), address],
                }
            print(json.dumps([judge(base64.b64decode(raw)) for raw in json.load(sys.stdin)]))
            """, input: JSONEncoder().encode(messages.map { Data($0) }))
        return try JSONDecoder().decode([JudgedMail].self, from: Data(json.utf8))
    }
}
