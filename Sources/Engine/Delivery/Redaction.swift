import Chat
import HTTP

extension Load {
    /// An answer without the secrets of what was sent, which some servers repeat in their errors.
    func redacting(_ response: HTTPResponse) -> HTTPResponse {
        switch self {
        case .request(let request): response.redacting(request.secrets)
        case .mail(let mail): response.redacting(mail.server.secretParts + [mail.password, mail.user].parts)
        }
    }
}

extension Errand {
    /// The same for a look.
    func redacting(_ response: HTTPResponse) -> HTTPResponse {
        switch self {
        case .request(let request): response.redacting(request.secrets)
        case .command(let command): response.redacting([command.password?.value, command.user].parts)
        }
    }
}

extension OutgoingRequest {
    /// The path of the address with its parts, and what stands in the header.
    fileprivate var secrets: [Substring] {
        url.value.secretParts
            + headers.filter { $0.name.lowercased() != "content-type" }.flatMap { $0.value.split(separator: " ") }
    }
}

extension HTTPResponse {
    /// Bytes below which nothing is a secret, so that no word of a sentence is taken for one.
    private static let shortestSecret = 12

    /// - Parameter secrets: Asked for only where the answer is long enough to hold one: to gather them takes a signature.
    fileprivate func redacting(_ secrets: @autoclosure () -> [Substring]) -> HTTPResponse {
        guard body.count >= Self.shortestSecret else { return self }
        var response = self
        let known = secrets().filter { $0.utf8.count >= Self.shortestSecret }
        for secret in known.sorted(by: { $0.utf8.count > $1.utf8.count }) {
            response.body = response.body.replacing(Array(secret.utf8), with: Array("•••".utf8))
        }
        return response
    }
}

extension [String?] {
    fileprivate var parts: [Substring] { compactMap { $0.map { $0[...] } } }
}

extension String {
    /// What an address has behind its host, as a whole and in its parts; of a password before the host likewise.
    fileprivate var secretParts: [Substring] {
        let pieces = split(separator: "/", maxSplits: 2)
        guard pieces.count > 1 else { return [] }
        let path = pieces.count > 2 ? self[pieces[1].endIndex...] : ""
        let credentials = pieces[1].split(separator: "@").dropLast().flatMap { $0.split(separator: ":") }
        return [path] + path.split { "/?&=#".contains($0) } + credentials
    }
}

extension [UInt8] {
    fileprivate func replacing(_ part: [UInt8], with other: [UInt8]) -> [UInt8] {
        guard !part.isEmpty, count >= part.count else { return self }
        var result: [UInt8] = []
        var index = startIndex
        while index < endIndex {
            if self[index] == part[0], self[index...].starts(with: part) {
                result += other
                index += part.count
            } else {
                result.append(self[index])
                index += 1
            }
        }
        return result
    }
}
