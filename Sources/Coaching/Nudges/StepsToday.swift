import CivilTime

/// What was agreed for today is said on the day, and is what the account waits for.
extension Briefing {
    private static let stepsShown = 3
    /// Letters of a step that tell which one it is.
    private static let longestStep = 40

    /// "Today: site visit with Karl (Helm & Voss)."
    func stepsLine(besides thanks: [Message.Item]) -> Phrase? {
        let thanked = Set(thanks.compactMap(\.accountID))
        let told = Set(answered.filter { $0.resolution == .nextStep }.compactMap(\.finding.accountID))
        let steps = withStepToday.filter { !(thanked.contains($0.id) && told.contains($0.id)) && !isSaid($0) }
        guard !steps.isEmpty else { return nil }
        let row = steps.map { account -> Phrase in
            guard let step = account.nextStep, !account.nextStep.isBlank else { return "\(account.name)" }
            return Phrase(data: step.withoutFullStop, limit: Self.longestStep) + " (\(account.name))"
        }
        .joined(", ", atMost: Self.stepsShown, in: language)
        return (language.say("Today: ", "Heute: ") + row).asSentence
    }

    /// Whether what the rep said for today is the step, in these words or in fewer or more of them.
    private func isSaid(_ account: Account) -> Bool {
        let step = (account.nextStep ?? "").withoutFullStop.lowercased()
        return commitments.contains { commitment in
            guard commitment.accountID == account.id, commitment.dueOn == day.today, !commitment.isKept else {
                return false
            }
            let words = commitment.text.withoutFullStop.lowercased()
            return step.contains(words) || words.contains(step)
        }
    }

    /// The open episodes, without those that would ask for the first contact where a step is due today: it is what they wait for.
    var openEpisodes: [Episode] {
        episodes.filter { episode in
            guard let story = episode.finding.accountID.flatMap({ stories[$0] }),
                story.account.nextStepOn == day.today, episode.finding.kind != .holdEnded
            else { return true }
            return !ItemText(story: story, day: day, language: language).reasonsToAsk(for: episode.finding).isEmpty
        }
    }
}

extension ItemText {
    /// The reasons that its rep is asked for: whoever has agreed on something for today is not asked how to begin.
    func reasonsToAsk(for finding: Finding) -> [QuestionReason] {
        let reasons = reasons(for: finding)
        return account.nextStepOn == day.today ? reasons.filter { $0 != .firstContact } : reasons
    }
}
