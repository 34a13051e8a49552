import CivilTime
import Testing

@testable import Chat

/// What a platform answers to a look, and what that brings.
struct Answer: CustomTestStringConvertible {
    enum Brings: Equatable {
        case words([String], position: String, isMore: Bool = false)
        case later(Int? = nil)
        /// `refusedOne` is no trouble of the other people's.
        case lost, refused, refusedOne

        init(_ outcome: LookOutcome) {
            switch outcome {
            case .words(let words, let position, let isMore):
                self = .words(words.map(\.text), position: position, isMore: isMore)
            case .later(let seconds, _): self = .later(seconds)
            case .lost, .cut: self = .lost
            case .refused(_, let isForAll): self = isForAll ? .refused : .refusedOne
            }
        }
    }

    var status: Int
    var body: String
    var headers: [HeaderField]
    var position: String?
    var brings: Brings
    var testDescription: String { "after \(position ?? "nothing"): \(status) \(body.prefix(200))" }

    init(
        _ status: Int, _ body: String, after position: String?, headers: KeyValuePairs<String, String> = [:],
        _ brings: Brings
    ) {
        self.status = status
        self.body = body
        self.headers = headers.map { HeaderField($0, $1) }
        self.position = position
        self.brings = brings
    }

    init(
        _ body: String, after position: String?, headers: KeyValuePairs<String, String> = [:], _ brings: Brings
    ) {
        self.init(200, body, after: position, headers: headers, brings)
    }

    /// 2026-11-24T09:00:00Z
    static let now = VerdictTests.now

    func heard(by platform: some Answerable, handle: String? = nil) -> LookOutcome {
        platform.heard(
            IncomingResponse(status: status, headers: headers, body: Array(body.utf8)),
            after: Look(handle: handle, position: position), at: Self.now)
    }
}

extension LookOutcome {
    var words: [IncomingWords] { if case .words(let words, _, _) = self { words } else { [] } }

    var reason: String? {
        switch self {
        case .words, .cut: nil
        case .later(_, let reason), .lost(let reason), .refused(let reason, _): reason
        }
    }
}
