import Chat
import CivilTime
import Coaching
import Store

extension Engine {
    /// Hours after which an answer is not worth reading any more.
    private static let answerHours: Int64 = 4
    /// Seconds for which who has written waits for the answer.
    private static let attentionSeconds: Int64 = 600
    /// Days for which a mail of coachd can be answered: whoever got hold of an old one is nobody.
    private static let answerableDays: Int64 = 30

    /// Takes what somebody wrote: does what it says, and queues the answer there. Within a write transaction.
    func hear(_ words: IncomingWords, through channel: Channel, at now: Instant) throws -> [Listener.Report] {
        let platform = channel.platform.typeName
        let writer = roster.writer(of: words, on: platform)
        let sender = words.senders.first ?? ""
        let since = now.adding(seconds: -Self.answerableDays * 86_400)
        if let tokens = words.inReplyTo,
            try writer.map({ try !store.wasSent(anyOf: tokens, to: $0.rep.id, through: channel.name, since: since) })
                ?? true
        {
            return [.stranger(channel: channel.name, platform: platform, id: sender, name: words.name)]
        }
        // A clock that is ahead must not let anything be done in days to come.
        let at = min(words.at, now)
        guard
            let reply = try store.addReply(
                words.text, id: words.id, in: channel.name, by: sender, named: words.name, person: writer?.rep.id,
                writtenAt: at, at: now)
        else { return [] }
        guard let writer else {
            return [.stranger(channel: channel.name, platform: platform, id: sender, name: words.name)]
        }
        let sent = sending(to: writer.rep, writtenAt: at, now)
        guard let conversation = conversation(with: writer, at: at, answeredAt: sent) else { return [] }
        var reports: [Listener.Report] = []
        let span = words.inReplyTo == nil ? Self.loopSeconds : Self.mailLoopSeconds
        let answer = try answer(words.text, reply, conversation, noLoopWithin: span) { reason in
            reports.append(.failed(channel: channel.name, person: writer.rep.email, reason: reason))
        }
        guard let title = answer.first else { return reports }
        let lines = Array(answer.dropFirst())
        var message = Message(
            .reply, in: writer.bank.language, title: title, sections: lines.isEmpty ? [] : [.init(lines: lines)])
        message.thread = words.thread
        let id = try store.keep(
            message, slot: nil, team: nil, person: writer.rep.id, on: writer.rep.zone.date(at: now), at: now)
        try store.queue(
            message: id, channel: channel.name, key: "reply-\(reply)", notBefore: sent,
            expires: sent.adding(seconds: Self.answerHours * 3600))
        return reports
    }

    /// Who has just written reads the answer, whatever the hour. What was heard long after it was written is answered in his working hours.
    private func sending(to rep: Rep, writtenAt: Instant, _ now: Instant) -> Instant {
        let local = rep.zone.local(now)
        let isAtWork = rep.works(on: local.date) && rep.hours.contains(local.time)
        guard now.seconds(since: writtenAt) > Self.attentionSeconds, !isAtWork else { return now }
        let first = rep.works(on: local.date) && local.time < rep.hours.start ? local.date : local.date.adding(days: 1)
        guard let day = rep.calendar.next(onOrAfter: first) else { return now }
        return rep.zone.instant(of: CivilDateTime(date: day, time: rep.hours.start))
    }

    /// The same for words that came by another way than a channel; the answer is the caller's to show.
    /// - Parameter failed: Told why an act that was understood could not be done.
    /// - Returns: nil when nobody who leads or sells wrote them.
    package func answer(
        _ text: String, of writer: Roster.Member, id: String, at now: Instant, failed: (String) -> Void = { _ in }
    ) throws -> [Phrase]? {
        guard let conversation = conversation(with: writer, at: now, answeredAt: now) else { return nil }
        return try store.database.transaction {
            guard
                let reply = try store.addReply(
                    text, id: id, in: "say", by: writer.rep.email, named: writer.rep.name, person: writer.rep.id,
                    writtenAt: now, at: now)
            else { return [] }
            return try answer(text, reply, conversation, noLoopWithin: nil, failed: failed)
        }
    }

    /// A morning message that also says how it can be answered: the first one and the first of each week, until its reader has written
    /// once.
    func inviting(_ message: Message, _ member: Roster.Member, on date: CivilDate) throws -> Message {
        let id = member.rep.id
        let lastDay = member.rep.calendar.previous(before: date) ?? date
        guard member.channel?.answerable != nil, try store.lastReply(of: id) == nil,
            try lastDay < date.adding(days: Weekday.monday.rawValue - date.weekday.rawValue)
                || !store.hasHeard(.morning, id)
        else { return message }
        var message = message
        let text = ReplyText(in: member.bank.language, zone: member.rep.zone, at: member.rep.zone.startOfDay(date))
        message.sections.append(.init(lines: [text.invitation]))
        return message
    }

    private func conversation(
        with writer: Roster.Member, at now: Instant, answeredAt: Instant
    ) -> Conversation? {
        guard writer.rep.role != .observer, !writer.rep.hasLeft(on: writer.rep.zone.date(at: now)) else { return nil }
        return Conversation(member: writer, roster: roster, store: store, now: now, answeredAt: answeredAt)
    }

    /// Seconds within which words complete those before them.
    private static let completingSeconds: Int64 = 1800

    /// More answers than these, in so many seconds, go to no person: a machine that answers each of coachd's words is no person.
    private static let mostAnswers = 30
    private static let loopSeconds: Int64 = 600
    /// Mails go there and back in a minute.
    private static let mailLoopSeconds: Int64 = 3600

    private func answer(
        _ text: String, _ reply: RowID, _ conversation: Conversation, noLoopWithin seconds: Int64?,
        failed: (String) -> Void
    ) throws -> [Phrase] {
        let recently = conversation.now.adding(seconds: -Self.completingSeconds)
        let before = try store.wordsBefore(reply, of: conversation.rep.id, since: recently)
        let outcome = try conversation.answer(text, after: before, failed: failed)
        let answered = try seconds.map { seconds in
            try store.answers(to: conversation.rep.id, since: conversation.now.adding(seconds: -seconds))
        }
        let isLoop = outcome.undo.isEmpty && !outcome.hasTakenBack && answered ?? 0 >= Self.mostAnswers
        let words = outcome.lines.map(\.text).joined(separator: "\n")
        try store.setAnswer(
            of: reply, isLoop || words.isEmpty ? nil : words, readAs: outcome.readAs, undo: outcome.undo)
        return isLoop ? [] : outcome.lines
    }
}
