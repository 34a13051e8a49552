import CivilTime
import Coaching
import Store

/// What is written about an account: activity, and the plan of its project.
extension Conversation {
    /// Letters of all that is kept of an account by the way: what is longer has a place of its own.
    private static let longestNotes = 4_000

    func log(_ activity: Reply.Activity, _ names: ReplyNames) throws -> Outcome {
        guard let (name, owner) = try account(activity.account) else { return .said(text.failed) }
        let isFirst = try activity.kind.isTouch && store.firstTouchAt(of: activity.account, at: now) == nil
        let wasIdle = try isIdle(activity.account, owner)
        let row = try store.log(
            LoggedActivity(
                personID: rep.id, accountID: activity.account, kind: activity.kind, direction: activity.direction,
                at: activity.at, stakeholderID: activity.stakeholders.first,
                attendeeIDs: Array(activity.stakeholders.dropFirst()), milestoneID: activity.milestone,
                note: activity.note))
        let undo = try store.undo(adding: .activity, row)
        let known = activity.stakeholders.compactMap { id in
            names.stakeholders[activity.account]?.first { $0.id == id }?.name
        }
        let milestone = activity.milestone.flatMap { id in
            names.milestones[activity.account]?.first { $0.id == id }?.name
        }
        var lines = [
            text.noted(
                activity.kind, activity.direction, with: known + activity.unknownNames, at: name, for: milestone,
                at: activity.at)
        ]
        if isFirst {
            lines.append(text.firstTouch(of: name))
        } else if wasIdle, try !isIdle(activity.account, owner) {
            lines.append(activity.direction == .out ? text.hearsAgain(name) : text.moving(name))
        }
        lines += activity.unknownNames.map { text.unknown($0, at: name) }
        // Who did what was due has more to say: what comes next.
        if activity.kind.isTouch, owner?.rep.id == rep.id,
            let step = try store.nextStep(of: activity.account), step.on.map({ $0 <= today }) ?? false
        {
            lines.append(text.stepIsDue(step.text, at: name))
        }
        return Outcome(lines: lines, undo: [undo], isOfToday: rep.zone.date(at: activity.at) == today)
    }

    /// Whether the account waits for a touch.
    private func isIdle(_ account: RowID, _ owner: Roster.Member?) throws -> Bool {
        guard let owner else { return false }
        let states = try Survey(of: owner.rep, at: now, in: store).states[account] ?? []
        return states.contains { [.stalled, .quiet, .holdEnded].contains($0.kind) }
    }

    /// How far the plan of the day is.
    func score() throws -> Phrase? {
        let done = try store.done(by: rep.id, on: today, zone: rep.zone, at: now)
        return text.score(of: rep.plan, done: done)
    }

    func nextStep(_ account: RowID, _ step: String, _ date: CivilDate) throws -> Outcome {
        try planned(account) { name, _ in
            let undo = try store.undo(of: .account, account) {
                try store.setNextStep(of: account, to: step, on: date)
            }
            return .said(text.nextStep(step, at: name, on: date), undo: undo)
        }
    }

    /// What was to come next is done; what comes then is asked.
    func stepDone(_ account: RowID) throws -> Outcome {
        try planned(account) { name, _ in
            guard let step = try store.nextStep(of: account)?.text else {
                return .said(text.noStep(at: name))
            }
            let undo = try store.undo(of: .account, account) {
                try store.setNextStep(of: account, to: nil, on: nil)
            }
            return .said(text.stepDone(step, at: name), text.whatNext(at: name), undo: undo)
        }
    }

    func skipped(_ account: RowID, _ milestone: RowID, _ reason: String) throws -> Outcome {
        try planned(account) { name, today in
            let title = try store.milestones(of: account).first { $0.id == milestone }?.name ?? ""
            let undo = try store.undo(of: .milestone, milestone) {
                try store.leaveOutMilestone(milestone, on: today, because: reason)
            }
            return .said(text.skipped(title, at: name, because: reason), undo: undo)
        }
    }

    func reopened(_ account: RowID, _ milestone: RowID) throws -> Outcome {
        try planned(account) { name, _ in
            let title = try store.milestones(of: account).first { $0.id == milestone }?.name ?? ""
            let undo = try store.undo(of: .milestone, milestone) { try store.reopenMilestone(milestone) }
            return .said(text.reopened(title, at: name), undo: undo)
        }
    }

    func left(_ account: RowID, _ person: RowID) throws -> Outcome {
        try planned(account) { name, _ in
            guard let known = try store.stakeholders(of: account).first(where: { $0.id == person }) else {
                return .said(text.failed)
            }
            return Outcome(
                lines: [text.left(known.name, from: name)], undo: try store.undo(removingStakeholder: person))
        }
    }

    func reached(_ account: RowID, _ milestone: RowID, _ date: CivilDate) throws -> Outcome {
        try planned(account) { name, _ in
            let title = try store.milestones(of: account).first { $0.id == milestone }?.name ?? ""
            // Another day than today sets right the one that was said before.
            if let before = try reachedOn(milestone, of: account), before == date || date == today {
                return .said(text.wasReached(title, at: name, on: before))
            }
            let undo = try store.undo(of: .milestone, milestone) { try store.finishMilestone(milestone, on: date) }
            return .said(text.reached(title, at: name, on: date), undo: undo)
        }
    }

    /// When a milestone was reached; nil while it is open.
    func reachedOn(_ milestone: RowID, of account: RowID) throws -> CivilDate? {
        try store.sheet(of: account, at: now, activities: 0)?.milestones.first { $0.id == milestone }?.doneOn
    }

    func hold(_ account: RowID, _ until: CivilDate, _ reason: String) throws -> Outcome {
        try planned(account) { name, today in
            let undo = try store.undo(of: .hold, at: { try store.currentHold(of: account, on: today) }) {
                try store.hold(account, from: today, until: until, because: reason)
            }
            return .said(text.rests(name, until: until, because: reason), undo: undo)
        }
    }

    func resume(_ account: RowID) throws -> Outcome {
        try planned(account) { name, today in
            var isHeld = false
            let undos = try store.undo(of: .hold, try store.currentHolds(of: account, on: today)) {
                isHeld = try store.endHold(of: account, on: today)
            }
            return isHeld ? Outcome(lines: [text.isBack(name)], undo: undos) : .said(text.restsNot(name))
        }
    }

    func know(_ account: RowID, _ topic: ResearchTopic, _ words: String) throws -> Outcome {
        try planned(account) { name, today in
            let undo: Undo
            switch topic.subject {
            case .ownMessage:
                undo = try store.undo(of: .account, account) { try store.write(.message, of: account, words) }
            case .insight:
                undo = try store.undo(of: .account, account) { try store.write(.insight, of: account, words) }
            case .business, .priority, .currentSolution, .pain, .decisionProcess, .stakeholders, .other:
                undo = try note(words, about: topic.name, of: account, on: today)
            }
            return .said(text.known(member.bank.language.name(of: topic), of: name, words), undo: undo)
        }
    }

    private func note(_ words: String, about topic: String, of account: RowID, on today: CivilDate) throws -> Undo {
        try store.undo(of: .research, at: { try store.researchRow(of: account, about: topic) }) {
            try store.setResearch(words, about: topic, of: account, on: today)
        }
    }

    /// What was said of an account without being an act, beside what was said of it before.
    func keep(_ words: String, of account: RowID, _ names: ReplyNames) throws -> Outcome {
        if let doubt = privateTalk(words, names) { return doubt }
        return try planned(account) { name, today in
            let before = try store.research(text.notes, of: account)
            guard (before ?? "").count + words.count <= Self.longestNotes else { return .said(text.notesAreFull(name)) }
            let undo = try note(before.map { "\($0)\n\(words)" } ?? words, about: text.notes, of: account, on: today)
            let readers = try readers(of: account)
            return Outcome(
                lines: [text.keptInMind(words, of: name)] + (readers.isEmpty ? [] : [text.isReadBy(readers)]),
                undo: [undo])
        }
    }

    /// Who reads the notes of an account besides the writer.
    private func readers(of account: RowID) throws -> [String] {
        guard let owner = try self.account(account)?.owner, owner.rep.id != rep.id else { return [] }
        return [owner.rep.shortName]
    }

    func stakeholder(_ account: RowID, _ person: String, _ role: StakeholderRole?) throws -> Outcome {
        try planned(account) { name, _ in
            let known = try store.stakeholders(of: account).first { $0.name.lowercased() == person.lowercased() }
            guard let known else {
                let id = try store.addStakeholder(person, to: account, role: role, email: nil)
                return .said(
                    text.stakeholder(person, role, at: name, isNew: true),
                    undo: try store.undo(adding: .stakeholder, id))
            }
            let undo = try store.undo(of: .stakeholder, known.id) {
                try store.changeStakeholder(known.id, name: nil, role: role, email: nil)
            }
            return .said(text.stakeholder(known.name, role, at: name, isNew: false), undo: undo)
        }
    }
}
