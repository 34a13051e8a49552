import Chat
import Coaching
import HTTP

/// One message that goes through a channel at once, without a row in the store: the real way out, for trying a channel.
package struct Trial: Sendable {
    package let verdict: Verdict
    /// What came back, in the platform's words; nil where nobody answered.
    package let answer: String?

    /// Sends the message.
    package init(
        _ message: Message, in envelope: Envelope, through channel: Channel, by transport: any Transport, outlet: Outlet
    ) async {
        switch channel.platform.delivery(of: message, in: envelope) {
        case .request(let request):
            let result = await transport.send(HTTPRequest(request, through: channel)).map(
                Load.request(request).redacting)
            (verdict, _) = channel.platform.verdict(of: result, at: envelope.at)
            answer = (try? result.get()).map { "HTTP \(Self.words($0))" }
        case .mail(let mail):
            let mail = MailRequest(mail, through: channel)
            let result = await transport.answer(to: mail).map(Load.mail(mail).redacting)
            (verdict, _) = channel.platform.verdict(of: result, at: envelope.at)
            answer = (try? result.get()).map(Self.words)
        case .local:
            verdict = outlet.deliver(message, in: envelope, through: channel)
            answer = nil
        case .impossible(let reason):
            verdict = .refused(reason: reason, isChannelDead: false)
            answer = nil
        }
    }

    private static func words(_ response: HTTPResponse) -> String {
        "\(response.status) \(String(decoding: response.body.prefix(500), as: UTF8.self))"
    }
}
