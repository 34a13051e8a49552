extension Judge {
    /// What is told once and has no ladder.
    private static let once: Set = ["quiet", "hold-ended"]
    /// What a huddle takes up without waiting for the end of a ladder.
    private static let ofHuddles: Set = [
        "hold-ended", "stalled", "milestone-passed", "next-step-passed", "milestone-near",
    ]
    /// What a leader owes comes back until he acts: it has a ladder of its own.
    static let ofLeaders: Set = [
        "ask-open", "promise-open", "stall-unanswered", "highlight-due", "coaching-debt-rep", "coaching-debt-account",
    ]
    private static let notActs: Set = ["closed", "lapsed"]

    private struct Mention {
        var day: Int
        var message: Record.Message
        var item: Record.Item
    }

    mutating func judgeEpisodes() {
        var mentions: [Int64: [Mention]] = [:]
        var thanks: [Int64: [Mention]] = [:]
        var agendas: [Int64: [Mention]] = [:]
        for message in record.messages {
            for item in message.items where !item.isVoided {
                guard let finding = item.finding else { continue }
                let mention = Mention(day: message.day, message: message, item: item)
                if item.state == "thanks" {
                    thanks[finding, default: []].append(mention)
                } else if item.isToRep {
                    mentions[finding, default: []].append(mention)
                } else if message.kind == "huddle" {
                    agendas[finding, default: []].append(mention)
                }
            }
        }
        let firstMentions = mentions.compactMapValues { $0.first?.day }
        let before = previousEpisodes()
        for (id, finding) in record.findings {
            guard finding.account != nil, let rep = record.people[finding.rep] else { continue }
            let said = mentions[id] ?? []
            if !Self.ofLeaders.contains(finding.kind) { judgeLadder(said, finding, rep, id) }
            judgeStates(said, finding, rep, previous: before[id], id)
            judgeThanks(thanks[id] ?? [], said, finding, rep, id)
            judgeAgendas(agendas[id] ?? [], finding, rep, firstMentions, id)
        }
        judgeCoverage()
    }

    /// Three times at the most, on the day, 2 and 6 working days later or whenever there is room then, and not after the tenth.
    private mutating func judgeLadder(
        _ said: [Mention], _ finding: Record.Finding, _ rep: Record.Person, _ id: Int64
    ) {
        guard let first = said.first else { return }
        let most = Self.once.contains(finding.kind) ? 1 : 3
        if said.count > most { accuse("the ladder ends", said[most].day, "\(finding.kind) \(id): \(said.count) times") }
        for (index, mention) in said.enumerated().dropFirst() {
            let passed = rep.workingDays(after: first.day, through: mention.day)
            if passed < [0, 2, 6][min(index, 2)] || passed >= 10 || mention.day <= said[index - 1].day {
                accuse("the ladder's days", mention.day, "\(finding.kind) \(id): mention \(index + 1) on day \(passed)")
            }
        }
        for mention in said where finding.resolvedAt.map({ $0 < mention.message.composedAt }) ?? false {
            accuse("what is resolved is over", mention.day, "\(finding.kind) \(id)")
        }
    }

    /// New, still, back are what they say.
    private mutating func judgeStates(
        _ said: [Mention], _ finding: Record.Finding, _ rep: Record.Person, previous: Int?, _ id: Int64
    ) {
        for (index, mention) in said.enumerated() {
            let isBack = previous.map { rep.workingDays(after: $0, through: finding.openedOn - 1) < 20 } ?? false
            let right = index > 0 ? "still" : isBack ? "back" : "new"
            // A leader's matter may be read by his deputy, who counts in days of his own.
            let isNearly = Self.ofLeaders.contains(finding.kind) && index == 0 && mention.item.state != "still"
            if mention.item.state != right, !isNearly {
                accuse("new, still, back", mention.day, "\(finding.kind) \(id) is \(right), not \(mention.item.state)")
            }
        }
    }

    /// By episode the day on which the last one of the same kind and place was resolved.
    private func previousEpisodes() -> [Int64: Int] {
        struct Key: Hashable { var kind: String, rep: Int64, account: Int64?, milestone: Int64?, topic: String? }
        var last: [Key: Int] = [:]
        var previous: [Int64: Int] = [:]
        for (id, finding) in record.findings.sorted(by: { $0.key < $1.key }) {
            let key = Key(
                kind: finding.kind, rep: finding.rep, account: finding.account, milestone: finding.milestone,
                topic: finding.topic)
            previous[id] = last[key]
            if let resolved = finding.resolvedOn { last[key] = max(last[key] ?? resolved, resolved) }
        }
        return previous
    }

    /// Once, for an act, after it, and only for what was asked about.
    private mutating func judgeThanks(
        _ thanks: [Mention], _ said: [Mention], _ finding: Record.Finding, _ rep: Record.Person, _ id: Int64
    ) {
        guard let first = thanks.first else { return }
        let what = "\(finding.kind) \(id), resolved by \(finding.resolvedBy ?? "nothing")"
        if thanks.count > 1 { accuse("thanks once", thanks[1].day, what) }
        if finding.resolvedBy.map(Self.notActs.contains) ?? true { accuse("thanks for an act", first.day, what) }
        if let resolved = finding.resolvedAt, first.message.composedAt < resolved {
            accuse("thanks after the act", first.day, what)
        }
        if said.isEmpty { accuse("thanks for an answer", first.day, what) }
    }

    /// What a huddle does not take up by itself comes to it ten working days after its first mention; unmentioned never.
    private mutating func judgeAgendas(
        _ agendas: [Mention], _ finding: Record.Finding, _ rep: Record.Person, _ firstMentions: [Int64: Int],
        _ id: Int64
    ) {
        guard !Self.ofHuddles.contains(finding.kind), let account = finding.account else { return }
        for mention in agendas where mention.item.state != "rotation" {
            // Another episode of the account may be the one whose ladder ended.
            let isEnded = (record.findingsOfAccount[account] ?? []).contains { other in
                guard record.findings[other]?.rep == finding.rep, let first = firstMentions[other] else { return false }
                return rep.workingDays(after: first, through: mention.day + 1) >= 10
            }
            if !isEnded { accuse("only what was mentioned escalates", mention.day, "\(finding.kind) \(id)") }
        }
    }

    /// What is open for ten weeks comes up at least once, in a nudge or on the agenda.
    private mutating func judgeCoverage() {
        var days: [Int64: [Int]] = [:]
        for message in record.messages where message.deliveredAt != nil {
            for account in message.items.filter({ !$0.isVoided }).compactMap(\.account) {
                days[account, default: []].append(message.day)
            }
        }
        for (id, finding) in record.findings {
            guard let account = finding.account, let rep = record.people[finding.rep] else { continue }
            let until = min(finding.resolvedOn ?? record.lastDay, record.lastDay)
            guard rep.workingDays(after: finding.openedOn, through: until) > 50 else { continue }
            let next = days[account]?.first { $0 >= finding.openedOn } ?? .max
            if next == .max || rep.workingDays(after: finding.openedOn, through: next) > 50 {
                accuse(
                    "everything open comes up in ten weeks", finding.openedOn, "\(finding.kind) \(id) of \(rep.name)")
            }
        }
    }
}
