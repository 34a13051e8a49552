import Signing

/// An HTTP request as a platform wants it. Address and headers may hold secrets: no description shows them.
package struct OutgoingRequest: Sendable, Hashable {
    package enum Method: String, Sendable, Hashable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
    }

    package var method: Method
    package var url: Secret
    private let fields: [HeaderField]
    private let signature: StandardSignature?
    package var body: [UInt8]

    /// With the signature of the body, which is reckoned here: it takes as long as all the rest, so it is not asked for before the request
    /// leaves.
    package var headers: [HeaderField] { fields + (signature.map { [$0.field(of: body)] } ?? []) }

    /// A JSON request.
    init(
        _ url: Secret, method: Method = .post, json: [UInt8], headers: [HeaderField] = [],
        signature: StandardSignature? = nil
    ) {
        self.method = method
        self.url = url
        self.signature = signature
        fields = [HeaderField("Content-Type", "application/json; charset=utf-8")] + headers
        body = json
    }

    /// A request for what is there.
    init(get url: Secret, headers: [HeaderField] = []) {
        method = .get
        self.url = url
        fields = headers
        signature = nil
        body = []
    }

    /// A request as a form is sent (WHATWG URL, application/x-www-form-urlencoded).
    init(_ url: Secret, form: [(name: String, value: String)], headers: [HeaderField] = []) {
        method = .post
        self.url = url
        fields = [HeaderField("Content-Type", "application/x-www-form-urlencoded")] + headers
        signature = nil
        body = Array(form.map { "\($0.name.percentEncoded)=\($0.value.percentEncoded)" }.joined(separator: "&").utf8)
    }
}

extension OutgoingRequest: CustomStringConvertible, CustomReflectable {
    package var description: String { "\(method.rawValue) with \(body.count) bytes" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// One field of a request's or an answer's header.
package struct HeaderField: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// RFC 6750.
    static func bearer(_ token: Secret) -> HeaderField { HeaderField("Authorization", "Bearer \(token.value)") }

    /// RFC 7617.
    static func basic(_ user: String, _ password: Secret) -> HeaderField {
        HeaderField("Authorization", "Basic \(Base64.encode(Array("\(user):\(password.value)".utf8)))")
    }
}

extension String {
    /// Everything but the unreserved characters of RFC 3986 as %XX of its UTF-8: right in a path, a query and a form.
    var percentEncoded: String {
        var encoded: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.append(byte)
            default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Two small digits a byte.
    var hexadecimal: String {
        let digits = Array<UInt8>("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
