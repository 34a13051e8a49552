/// How far the talk of the two was heard, and the threads in it:
/// "D069C7QFK/1795510702.000100/1795510690.000000/1795510660/1795500000.000200+1795510690.000000".
struct SlackPlace: Sendable {
    let channel: String
    /// The last message of the talk that was heard.
    var talk: SlackTime
    /// The last answer in a thread that was seen.
    var threads: SlackTime
    /// When threads were last looked for, in seconds since 1970.
    var lookedAt: Int
    /// The next look is for threads as well.
    var looksForThreads = false
    /// Threads with answers that were seen, and are still to be heard.
    var waiting: [Thread] = []

    /// A thread: the message that is answered, and until when its answers were heard.
    struct Thread: Sendable {
        let parent: SlackTime
        var heard: SlackTime
    }

    /// Before the first look for threads.
    init(_ channel: String, since time: SlackTime) {
        (self.channel, talk, threads, lookedAt) = (channel, time, time, time.seconds)
    }

    init?(_ text: String?) {
        let parts = (text ?? "").split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 5, let talk = SlackTime(parts[1]) else { return nil }
        self.init(String(parts[0]), since: talk)
        guard parts.count == 5 else { return }
        guard let threads = SlackTime(parts[2]) else { return nil }
        self.threads = threads
        if let second = Int(parts[3]) { lookedAt = second } else { looksForThreads = true }
        waiting = parts[4].split(separator: ",").compactMap(Thread.init)
    }

    var text: String {
        let looked = looksForThreads ? "now" : String(lookedAt)
        let waiting = waiting.map { "\($0.parent.text)+\($0.heard.text)" }.joined(separator: ",")
        return "\(channel)/\(talk.text)/\(threads.text)/\(looked)/\(waiting)"
    }
}

extension SlackPlace.Thread {
    fileprivate init?(_ text: Substring) {
        let times = text.split(separator: "+").map { SlackTime($0) }
        guard times.count == 2, let parent = times[0], let heard = times[1] else { return nil }
        self.init(parent: parent, heard: heard)
    }
}

/// When a message was written, which is also its id: "1512085950.000216", seconds since 1970 and six digits that make it unique.
struct SlackTime: Comparable, Sendable {
    let text: String
    let seconds: Int
    private let serial: Int

    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 6, let seconds = Int(parts[0]), let serial = Int(parts[1]) else {
            return nil
        }
        (self.text, self.seconds, self.serial) = (String(text), seconds, serial)
    }

    init(seconds: Int) { (text, self.seconds, serial) = ("\(seconds).000000", seconds, 0) }

    func adding(seconds more: Int) -> SlackTime { SlackTime(seconds: max(0, seconds + more)) }

    static func < (left: SlackTime, right: SlackTime) -> Bool {
        (left.seconds, left.serial) < (right.seconds, right.serial)
    }
}
