import CivilTime
import Coaching
import HTTP
import Store

@testable import Chat
@testable import Engine

/// A platform on which people write what a test says: a look brings all that was written since its position, which is a number of words.
struct Mouthpiece: AnswerableByRequest {
    static let typeName = "telegram"
    var listener = "bot"
    var isPerPerson = false
    var holdSeconds = 50
    var address = "secret"
    /// The tokens of the messages that all words answer, where the platform does not vouch for their writers.
    var inReplyTo: [String]?
    /// Looks that it takes to find where "now" is.
    var steps = 1

    var reachesEachPersonAlone: Bool { true }
    var usualRate: Rate? { nil }
    var repeats: RepeatSafety { .never }
    var room: Secret { Secret(address) }
    var hearing: Hearing {
        Hearing(isPerPerson: isPerPerson, holdSeconds: holdSeconds, pace: Rate(count: 40, seconds: 60))
    }

    func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        .impossible(reason: "nobody asks")
    }
    func verdict(of response: IncomingResponse, at now: Instant) -> Verdict { .delivered() }

    func request(for look: Look) -> OutgoingRequest {
        OutgoingRequest(get: Secret("https://chat.example.com/\(address)"))
    }

    /// A line each: the id of the writer and the text.
    func heard(_ response: IncomingResponse, after look: Look, at now: Instant) -> LookOutcome {
        switch response.status {
        case 401: return .refused(reason: "the token was revoked")
        case 404: return .refused(reason: "there is no such person", isForAll: false)
        case 410: return .lost(reason: "the place is gone")
        case 200: break
        default: return .later(seconds: nil, reason: "HTTP \(response.status)")
        }
        let lines = String(decoding: response.body, as: UTF8.self).split(separator: "\n")
        guard let position = look.position.flatMap({ Int($0) }) else {
            let step = (look.position?.count ?? 0) + 1
            let isStep = step < steps
            return .words([], position: isStep ? String(repeating: "-", count: step) : "\(lines.count)", isMore: isStep)
        }
        let fresh = lines.enumerated().dropFirst(position).map { index, line in
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            var words = IncomingWords(id: "\(index)", senders: [parts[0]], name: "Ana R.", text: parts[1], at: now)
            words.inReplyTo = inReplyTo
            words.thread = inReplyTo.map { _ in .init(id: "x\(index)@example.com", subject: "Good morning") }
            return words
        }
        return .words(fresh, position: "\(lines.count)")
    }
}

/// A listener with one channel, and what was written there.
final class Chatroom {
    let world: World
    let channel: Channel
    private(set) var listener: Listener
    private(set) var reports: [Listener.Report] = []
    var written: [String] = []
    var status = 200
    var isCut = false
    var now: Instant
    private var isAnybodyHeard = false

    init(_ world: World, _ platform: Mouthpiece = Mouthpiece()) {
        self.world = world
        now = world.now
        channel = Channel(name: "bot", platform: platform, takesReplies: true)
        listener = Listener(store: world.store, random: { $0.upperBound })
    }

    /// The program is started anew.
    func restart() { listener = Listener(store: world.store, random: { $0.upperBound }) }

    func looks() throws -> [Listener.Inquiry] {
        try listener.looks(at: now, roster: world.engine.roster, channels: [channel.name: channel])
    }

    func answer(_ inquiry: Listener.Inquiry) throws {
        let response = HTTPResponse(
            status: status, body: Array(written.joined(separator: "\n").utf8), bodyTruncated: isCut)
        let (reports, _) = try listener.take(
            Listener.Answer(inquiry: inquiry, result: .success(response)), at: now, by: world.engine)
        self.reports += reports
    }

    /// Looks that leave now are answered at once.
    /// - Returns: how many left.
    @discardableResult
    func listen() throws -> Int {
        let inquiries = try looks()
        for inquiry in inquiries { try answer(inquiry) }
        return inquiries.count
    }

    /// So many seconds pass, with looks as they are due.
    @discardableResult
    func pass(_ seconds: Int64) throws -> Int {
        var count = 0
        let end = now.adding(seconds: seconds)
        while let next = listener.next(after: now), max(next, now.adding(seconds: 1)) <= end {
            now = max(next, now.adding(seconds: 1))
            count += try listen()
        }
        now = end
        return count
    }

    /// What was answered, the latest last.
    func answers() throws -> [String] {
        try world.store.database.query("SELECT text FROM message WHERE kind = 'reply' ORDER BY id") { $0.text(0) }
    }

    func heard() throws -> [String] {
        try world.store.database.query("SELECT text FROM reply ORDER BY id") { $0.text(0) }
    }
}
