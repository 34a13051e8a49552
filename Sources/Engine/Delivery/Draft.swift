import Chat
import CivilTime
import Coaching
import JSON
import Store

/// A message that is about to leave, with all that its words depend on; so they are found without the store.
struct Draft {
    let row: OutboxRow
    let channel: Channel
    let envelope: Envelope
    let earlier: Earlier
    /// The findings that are not to be said any more.
    var leftOut: Set<RowID> = []
    /// The channel that a fallback stands in for.
    var missed: (channel: String, mayHaveArrived: Bool)?

    /// What the receiver may have of a row already.
    enum Earlier: Equatable {
        case nothing
        /// An attempt that it recognises by its id.
        /// - Parameter payload: What was sent then; nil where only its fingerprint was kept.
        case known(payload: [UInt8]?)
        /// An attempt that it does not recognise, or not any more.
        case forgotten
    }

    /// Whether the receiver may take these words for those of an earlier attempt although they are others.
    func isAnotherThanSent(_ words: Words) -> Bool {
        guard case .known(payload: nil) = earlier, case .message(_, .request(let request)) = words else { return false }
        return row.fingerprint != Fingerprint.of(request.body)
    }

    enum Words {
        case message(Message, Outgoing)
        /// Thanks alone wait for the next message.
        case nothingLeft
        /// - Parameter reason: nil where another version wrote it.
        case unreadable(reason: String?)
    }

    var words: Words {
        do throws(JSONError) {
            guard var message = try Store.message(row.body) else { return .unreadable(reason: nil) }
            if !leftOut.isEmpty {
                message.leaveOut(leftOut)
                guard row.isFrozen || !row.kind.isNudge || message.items.contains(where: { $0.state != .thanks }) else {
                    return .nothingLeft
                }
            }
            if let missed { message.note(missed.channel, mayHaveArrived: missed.mayHaveArrived) }
            return .message(
                message, channel.platform.delivery(of: message, in: envelope, isShort: row.isShortened))
        } catch {
            return .unreadable(reason: "\(error)")
        }
    }
}

extension Channel {
    /// Whether a message is set aside for the operator, by what the receiver may have of it already.
    func holds(after earlier: Draft.Earlier) -> Bool { onAmbiguous == .hold && earlier == .forgotten }
}

extension Message {
    /// Says below the title where else it should have gone.
    fileprivate mutating func note(_ channel: String, mayHaveArrived: Bool) {
        let note =
            mayHaveArrived
            ? language.say(
                "(Came here because \"\(channel)\" gave no answer; it may have arrived there.)",
                "(Hierher geschickt, weil „\(channel)“ nicht geantwortet hat; vielleicht ist es dort angekommen.)")
            : language.say(
                "(Came here because \"\(channel)\" could not be reached.)",
                "(Hierher geschickt, weil „\(channel)“ nicht zu erreichen war.)")
        lateness = lateness.map { $0 + " " + note } ?? note
    }
}
