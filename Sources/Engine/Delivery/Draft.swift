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
    /// Said about the message itself.
    var note: Phrase?

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
                guard row.isFrozen || message.items.contains(where: { $0.state != .thanks }) else {
                    return .nothingLeft
                }
            }
            if let note { message.note(note) }
            return .message(
                message, channel.platform.delivery(of: message, in: envelope, isShort: row.isShortened))
        } catch {
            return .unreadable(reason: "\(error)")
        }
    }
}

extension Message {
    /// Says something about the message itself, below its title.
    fileprivate mutating func note(_ note: Phrase) {
        lateness = lateness.map { $0 + Phrase(words: " ") + note } ?? note
    }
}
