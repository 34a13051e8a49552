import CivilTime
import Coaching
import Diagnostics
import Store

extension WhyReport {
    var text: String {
        var lines = [Terminal.styled(heading.escapingControls, .bold)]
        lines += notes.map { "  \($0.escapingControls)" }
        for part in parts { lines += [""] + Self.lines(of: part, dates, zone) }
        if parts.isEmpty, notes.isEmpty, accounts.isEmpty { lines += ["", "Nothing is found."] }
        lines += block("Accounts", accounts)
        lines += block("Not found, and near", near.map { "\($0.kind.rawValue): \($0.words)" })
        lines += block("Today's messages", slots)
        lines += block("Last messages", said.map { Self.words(for: $0, dates, zone) })
        return lines.joined(separator: "\n") + "\n"
    }

    private func block(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", Terminal.styled(title, .bold)] + lines.map { "  \($0.escapingControls)" }
    }

    private static func lines(of part: Part, _ dates: DateWords, _ zone: Zone) -> [String] {
        let explanation = part.explanation
        let kind = Terminal.styled(explanation.finding.kind.rawValue, .yellow)
        let subject = [part.account, part.person, part.milestone, explanation.finding.activity?.rawValue]
            .compactMap { $0 }
        var lines = [([kind] + subject.map(\.escapingControls)).joined(separator: " · ")]
        func add(_ label: String, _ words: String?) {
            guard let words else { return }
            let padding = String(repeating: " ", count: max(1, 12 - label.count))
            lines.append("  \(label)\(padding)\(words.escapingControls)")
        }
        add("rule", explanation.rule)
        for (place, row) in explanation.rows.enumerated() { add(place == 0 ? "rows" : "", row.description) }
        add("count", explanation.count)
        add("threshold", explanation.threshold)
        if let episode = part.episode {
            let local = zone.local(episode.openedAt)
            let backlog = episode.isBacklog ? ", when coachd first looked" : ""
            add("open since", "\(dates.dated(local.date)) \(local.time.toTheMinute)\(backlog) (finding \(episode.id))")
            let said = part.said.reversed().map { words(for: $0, dates, zone) }
            for (place, words) in said.enumerated() { add(place == 0 ? "said" : "", words) }
            if said.isEmpty { add("said", "nothing yet") }
        }
        add("next", part.next)
        add("resolved by", explanation.remedy)
        return lines
    }

    /// "morning of Fri 20 Nov to Ana Silva (message 12): delivered 09:00 through reps".
    private static func words(for saying: Saying, _ dates: DateWords, _ zone: Zone) -> String {
        func time(_ instant: Instant) -> String {
            let local = zone.local(instant)
            return "\(dates.dated(local.date)) \(local.time.toTheMinute)"
        }
        let about = [saying.finding, saying.state].compactMap { $0 }.joined(separator: ", ")
        let deliveries = saying.deliveries.map { delivery -> String in
            let reason = delivery.reason.map { " (\($0))" } ?? ""
            switch (delivery.state, delivery.endedAt) {
            case ("delivered", let at?): return "delivered \(time(at)) through \(delivery.channel)"
            case ("answered", let at?): return "not sent: answered before, \(time(at))"
            case (let state, let at?): return "\(state) \(time(at))\(reason), channel \(delivery.channel)"
            case (let state, nil):
                let tries = delivery.attempts == 0 ? "" : ", \(delivery.attempts) attempts"
                return "\(state) for \(delivery.channel)\(tries), next at \(time(delivery.nextAttemptAt))"
            }
        }
        let outcome = deliveries.isEmpty ? "told nobody: no channel led there" : deliveries.joined(separator: "; ")
        let left = saying.isVoided && !saying.deliveries.isEmpty ? "; does not count as said" : ""
        return
            "\(saying.message.rawValue) of \(dates.dated(saying.date)) for \(saying.recipient) (message \(saying.messageID))"
            + "\(about.isEmpty ? "" : ", \(about)"): \(outcome)\(left)"
    }
}
