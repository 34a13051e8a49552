import Chat
import CivilTime
import HTTP

extension Listener {
    /// A look that is ready to leave.
    package struct Inquiry: Sendable {
        let key: EarKey
        let turn: Int
        package let channel: Channel
        let platform: any Answerable
        package let look: Look
        let leftAt: Instant

        /// Of an answer: many conversations in one.
        private static let largestAnswer = 1 << 20

        fileprivate var errand: Errand { platform.errand(for: look) }

        /// As the client sends it: the server may hold it, and then has its usual time.
        private func request(_ outgoing: OutgoingRequest) -> HTTPRequest {
            var request = HTTPRequest(outgoing, through: channel)
            let hold = platform.hearing.holdSeconds
            request.timeouts = .init(
                total: .seconds(hold + channel.timeoutSeconds), stall: .seconds(hold + channel.timeoutSeconds))
            request.maximumResponseBytes = Self.largestAnswer
            return request
        }

        private func request(_ command: MailboxCommand) -> MailboxRequest {
            var request = MailboxRequest(command, through: channel)
            request.maximumResponseBytes = Self.largestAnswer
            return request
        }

        /// Sends looks. Returns at once.
        /// - Parameter answered: Called with each answer once, on no particular queue.
        package static func send(
            _ inquiries: [Inquiry], by transport: any Transport, answered: @escaping @Sendable ([Answer]) -> Void
        ) {
            var requested: [(inquiry: Inquiry, request: OutgoingRequest)] = []
            for inquiry in inquiries {
                switch inquiry.errand {
                case .request(let request): requested.append((inquiry, request))
                case .command(let command):
                    let request = inquiry.request(command)
                    Task { answered([Answer(inquiry: inquiry, result: await transport.answer(to: request))]) }
                }
            }
            guard !requested.isEmpty else { return }
            transport.send(requested.count) { [requested] in
                requested[$0].inquiry.request(requested[$0].request)
            } answered: { [requested] answers in
                answered(answers.map { Answer(inquiry: requested[$0.index].inquiry, result: $0.result) })
            }
        }
    }

    /// How a look ended.
    package struct Answer: Sendable {
        package let inquiry: Inquiry
        let result: Result<HTTPResponse, TransportError>

        package init(inquiry: Inquiry, result: Result<HTTPResponse, TransportError>) {
            self.inquiry = inquiry
            self.result = result
        }

        /// What it means; nothing of it shows a secret of the look.
        func outcome(at now: Instant) -> LookOutcome {
            switch result {
            case .success(let response) where response.bodyTruncated && response.status < 300 && !inquiry.look.isNarrow:
                return .cut
            case .success(let response):
                let told = response.status < 300 ? response : inquiry.errand.redacting(response)
                let incoming = IncomingResponse(
                    status: told.status, headers: told.headers.map { HeaderField($0.name, $0.value) },
                    body: told.body)
                return inquiry.platform.heard(incoming, after: inquiry.look, at: now)
            case .failure(let error): return .later(seconds: nil, reason: error.description)
            }
        }
    }

    /// What the operator should hear of it.
    package enum Report: Sendable, Hashable {
        /// Nothing is heard from a channel any more.
        case deaf(channel: String, reason: String, isForGood: Bool)
        /// Nothing is heard from the one person of this id any more.
        case deafTo(handle: String, channel: String, reason: String)
        case hears(channel: String)
        /// What was written since the last look may be missing.
        case lostPlace(channel: String, reason: String)
        /// Somebody wrote whose id is nobody's.
        case stranger(channel: String, platform: String, id: String, name: String)
        /// Words of somebody could not be worked on.
        case failed(channel: String, person: String, reason: String)
    }
}
