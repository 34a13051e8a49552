import CivilTime

/// Somebody of the team whom no message reached lately. His leader has to know: he coaches him alone then.
package struct Unreached: Hashable, Sendable {
    package var name: String
    /// The day of the first message of the row that did not arrive.
    package var since: CivilDate
    /// The channel that did not take the last one, and what it said.
    package var channel: String
    package var reason: String

    package init(name: String, since: CivilDate, channel: String, reason: String) {
        self.name = name
        self.since = since
        self.channel = channel
        self.reason = reason
    }
}

extension HuddleBriefing {
    /// "No message has reached Ana and Ben since Tue 24 Nov: "reps" did not take it (404 no_service)." A line a channel.
    var unreachedLines: [Phrase] {
        var channels: [String] = []
        for person in unreached where !channels.contains(person.channel) { channels.append(person.channel) }
        return channels.compactMap { channel in
            let people = unreached.filter { $0.channel == channel }
            guard let since = people.map(\.since).min(), let reason = people.first?.reason.withoutFullStop else {
                return nil
            }
            var names = people.prefix(Self.named).map { Phrase("\($0.name)") }
            if people.count > Self.named { names.append(language.more(people.count - Self.named, .people)) }
            let (who, date, room) = (
                names.listed(in: language), Phrase(words: dates.said(since)), language.quoted(channel)
            )
            return language.say(
                "No message has reached \(who) since \(date): \(room) did not take it (\(reason)). "
                    + "Whoever runs coachd can mend it.",
                "Seit \(date) hat \(who) keine Nachricht erreicht: \(room) nahm sie nicht an (\(reason)). "
                    + "Wer coachd betreibt, kann das beheben.")
        }
    }

    /// So many people stand there by name.
    private static let named = 3
}
