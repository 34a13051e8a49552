import CivilTime
import Coaching

/// A platform from which what people write to coachd can be fetched, so that no port is open for it.
package protocol Answerable: Platform {
    /// Who listens, without a secret. Where another one left off means nothing to it.
    var listener: String { get }

    /// How the platform hands out what was written.
    var hearing: Hearing { get }

    /// What fetches the words since the last look.
    func errand(for look: Look) -> Errand

    /// What the answer to a look brings.
    func heard(_ response: IncomingResponse, after look: Look, at now: Instant) -> LookOutcome
}

/// A platform that is asked by HTTP.
package protocol AnswerableByRequest: Answerable {
    /// What fetches the words since the last look.
    func request(for look: Look) -> OutgoingRequest
}

extension AnswerableByRequest {
    package func errand(for look: Look) -> Errand { .request(request(for: look)) }
}

/// What leaves for a look.
package enum Errand: Sendable, Hashable {
    case request(OutgoingRequest)
    case command(MailboxCommand)
}

/// How a platform hands out what was written.
package struct Hearing: Sendable, Hashable {
    /// One look brings the words of one person; else of all.
    package var isPerPerson: Bool
    /// A person without an id is found there by his e-mail address.
    package var isByEmail: Bool
    /// Seconds for which the server holds a look until there is something; 0 where it answers at once.
    package var holdSeconds: Int
    /// Seconds between two looks in working hours where the server does not hold them.
    package var pauseSeconds: Int
    /// How many looks the platform bears beside what is sent.
    package var pace: Rate

    package init(
        isPerPerson: Bool, isByEmail: Bool = false, holdSeconds: Int = 0, pauseSeconds: Int = 10, pace: Rate
    ) {
        self.isPerPerson = isPerPerson
        self.isByEmail = isByEmail
        self.holdSeconds = holdSeconds
        self.pauseSeconds = pauseSeconds
        self.pace = pace
    }
}

/// One look for what was written.
package struct Look: Sendable, Hashable {
    /// Whose words are fetched, by the id on the platform; nil where one look brings those of all.
    package var handle: String?
    /// Where the last look ended, in the platform's own terms; nil before the first one, which only finds where "now" is: what was
    /// written before is not for coachd.
    package var position: String?
    /// The last answer was longer than is read: this look asks for as little as the platform can give at once.
    package var isNarrow: Bool

    package init(handle: String? = nil, position: String? = nil, isNarrow: Bool = false) {
        self.handle = handle
        self.position = position
        self.isNarrow = isNarrow
    }
}

/// What a look brought.
package enum LookOutcome: Sendable, Hashable {
    /// - Parameters:
    ///   - words: In the order in which they were written.
    ///   - position: For the next look.
    ///   - isMore: There is more already, or the look was a step on the way: the next one should not wait.
    case words([IncomingWords], position: String, isMore: Bool = false)
    /// Longer than is read of an answer: to be asked for again, in smaller pieces.
    case cut
    /// Nothing for now; not again before so many seconds where the platform says so.
    case later(seconds: Int?, reason: String)
    /// The platform does not know the position any more: the next look begins anew.
    case lost(reason: String)
    /// No look will bring anything until somebody acts, as with a token that was revoked.
    /// - Parameter isForAll: Of nobody; else the reason lies with the one person that the look is for.
    case refused(reason: String, isForAll: Bool = true)
}

/// What one person wrote to coachd.
package struct IncomingWords: Sendable, Hashable {
    /// The platform's own id: the same words are never taken twice.
    package var id: String
    /// Ids by which the person may be known: what `Envelope.Recipient.handles` holds for the platform, or an e-mail address.
    package var senders: [String]
    /// What the platform calls the sender, for the operator; empty where it does not say.
    package var name: String
    /// Plain text, as it was typed.
    package var text: String
    package var at: Instant
    /// Where the platform does not vouch for the sender, the tokens of the messages of coachd's that this answers: whoever has one of
    /// them, and is its reader by his address, wrote it. Nil where the platform vouches.
    package var inReplyTo: [String]?
    /// By what an answer belongs to it.
    package var thread: Message.Thread?

    package init(id: String, senders: [String], name: String = "", text: String, at: Instant) {
        self.id = id
        self.senders = senders
        self.name = name
        self.text = text
        self.at = at
    }
}
