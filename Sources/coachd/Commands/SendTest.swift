import Chat
import Coaching
import Diagnostics
import Dispatch
import Engine
import Glibc
import HTTP

extension Command {
    static let sendTest = Command(
        "send-test", "CHANNEL", "send one test message through a channel and say what came back",
        details: """
            The message leaves as every other would, but no store is needed and nothing is written; of the
            secrets only that channel's are needed. Ends with 1 when the
            platform did not take it, with what to do.

              coachd send-test leads
              coachd send-test reps --to ana@example.com
            """,
        options: [
            .init(
                "--to", "EMAIL", "whom it is for, where the channel reaches each person alone; of the store also a name"
            ),
            .store, .config,
        ], operandCount: 1...1
    ) { invocation in
        let name = invocation.operands[0]
        let context = try Context(invocation, isSender: true, through: name)
        let channels = context.configuration.routing.channels
        guard let channel = channels.channel(named: name) else {
            let near = nearestName(to: name, in: Array(channels.keys)).map { "; did you mean \"\($0)\"?" } ?? ""
            throw Failure("the configuration has no channel \"\(name)\"\(near)")
        }
        let digits = UInt64.random(in: 0 ... .max)
        let envelope = Envelope(
            id: "test_\(String(digits, radix: 16))",
            to: try invocation.value("--to").map { try recipient($0, context) }, at: SystemClock.now)
        var message = Message(.team, title: "A test of coachd")
        message.sections = [
            .init(lines: [Phrase(words: "This is the channel ") + Phrase(data: name) + Phrase(words: ". It works.")])
        ]
        if envelope.to == nil, channel.platform.reachesEachPersonAlone,
            case .impossible(let reason) = channel.platform.delivery(of: message, in: envelope)
        {
            throw Failure("\"\(channel.name)\": \(reason)", hint: "or --to EMAIL: the test is for that person")
        }
        // A peer that closes its socket must not end the program before it could say so.
        signal(SIGPIPE, SIG_IGN)
        Task { [message] in
            let outlet = Outlet { message, _ in Terminal.writeLine(MessageView(message).text) }
            let trial = await Trial(message, in: envelope, through: channel, by: CurlClient(), outlet: outlet)
            let code = tell(trial, channel, proxy: proxy(for: message, envelope, channel))
            Terminal.flush()
            exit(code.rawValue)
        }
        dispatchMain()
    }

    /// The person of the store, where there is one, whom a bot may know by an id; else the bare address.
    private static func recipient(_ name: String, _ context: Context) throws -> Envelope.Recipient {
        let roster = try Files.exist(context.storePath) ? context.roster(context.store(.read)) : nil
        if let member = roster?.member(email: name) { return member.recipient }
        if let roster, !name.contains("@") { return try Names.person(name, roster).recipient }
        return Envelope.Recipient(name: name, email: name)
    }

    private static func proxy(for message: Message, _ envelope: Envelope, _ channel: Channel) -> String? {
        guard case .request(let request) = channel.platform.delivery(of: message, in: envelope) else { return nil }
        return Proxy.remark(of: request.url)
    }

    /// - Parameter proxy: What is to be said of one where nobody answered.
    private static func tell(_ trial: Trial, _ channel: Channel, proxy: String?) -> ExitCode {
        let proxy = trial.answer == nil ? proxy : nil
        let place = channel.platform.place.isEmpty ? "" : " at \(channel.platform.place)"
        if let answer = trial.answer {
            Terminal.writeLine("\(channel.name)\(place) answered: \(answer)".escapingControls)
        }
        switch trial.verdict {
        case .delivered(let id):
            let known = id.map { ", where it is \($0)" } ?? ""
            Terminal.writeLine("The test message was taken by \"\(channel.name)\"\(known).".escapingControls)
            return .done
        case .refused(let reason, let isChannelDead):
            complain(
                "refused: \(reason)", isChannelDead ? "check the address, the token and their rights" : nil, channel)
        case .tooLong(let reason): complain("too long for it: \(reason)", nil, channel)
        case .later(let seconds, let reason, _):
            complain("not taken now: \(reason)", seconds.map { "it asks to wait for \($0) s" } ?? proxy, channel)
        case .ambiguous(let reason): complain("perhaps taken: \(reason)", "look there before you try again", channel)
        case .moved(let room, let reason):
            complain("moved: \(reason)", "put the new id \(room) into the configuration", channel)
        }
        return .negative
    }

    private static func complain(_ what: String, _ hint: String?, _ channel: Channel) {
        Terminal.error("coachd: \"\(channel.name)\": \(what)".escapingControls)
        if let hint { Terminal.error("    hint: \(hint)".escapingControls) }
    }
}
