import CivilTime
import Coaching

extension Platform {
    /// The request that delivers a message; nil for what is no HTTP platform.
    /// - Parameter isShort: The platform refused the usual length.
    package func request(for message: Message, in envelope: Envelope, isShort: Bool = false) -> OutgoingRequest? {
        switch self {
        case .console, .file: nil
        case .slack(let url): Slack.request(for: message, in: envelope, url: url, isShort: isShort)
        case .mattermost(let url): Mattermost.request(for: message, in: envelope, url: url, isShort: isShort)
        case .webhook(let url, let secrets):
            StandardWebhook.request(for: message, in: envelope, url: url, secrets: secrets, isShort: isShort)
        }
    }

    /// What the platform's answer means.
    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        switch self {
        case .console, .file: .delivered
        case .slack: Slack.verdict(of: response, at: now)
        case .mattermost: Mattermost.verdict(of: response, at: now)
        case .webhook: StandardWebhook.verdict(of: response, at: now)
        }
    }
}

extension IncomingResponse {
    /// The meaning of a status that the platform gives no meaning of its own.
    func usualVerdict(at now: Instant) -> Verdict {
        let reason = words.isEmpty ? "HTTP \(status)" : "HTTP \(status): \(words)"
        switch status {
        case 200..<300: return .delivered
        case 413: return .tooLong(reason: reason)
        case 300..<400:
            return .refused(
                reason: "\(reason) (redirects are not followed: put the final address into the configuration)")
        case 408, 423, 425, 429, 500...: return .later(seconds: RetryAfter.seconds(retryAfter, at: now), reason: reason)
        default: return .refused(reason: reason)
        }
    }
}
