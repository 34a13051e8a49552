import CivilTime

/// What somebody's line in the chat means: an act of the command line in plain words, or why it is none.
package enum Reply: Sendable, Hashable {
    case activity(Activity)
    case nextStep(account: RowID, text: String, on: CivilDate)
    /// What was to come next is done, and what comes then is not said.
    case stepDone(account: RowID)
    case milestoneDone(account: RowID, milestone: RowID, on: CivilDate)
    /// A milestone by its title, which is new to the account or has another date now.
    case milestonePlanned(account: RowID, title: String, on: CivilDate)
    /// It is left out, with the reason.
    case milestoneSkipped(account: RowID, milestone: RowID, reason: String)
    /// What was reached or left out is open again.
    case milestoneReopened(account: RowID, milestone: RowID)
    /// The account comes off the list.
    case close(account: RowID, as: AccountStatus, reason: String)
    /// An account joins the writer's list, by its name: a new one with the reason for it, or one that comes back.
    case select(name: String, fit: String?, insteadOf: RowID?)
    case hold(account: RowID, until: CivilDate, reason: String)
    case resume(account: RowID)

    /// What the writer will do; nil where no day is said.
    case commit(text: String, account: RowID?, on: CivilDate?)
    /// What was said is done. The words choose among what is open, and may be empty.
    case kept(words: String)
    /// What was said comes on another day; nil where none is said.
    case moved(words: String, to: CivilDate?)
    /// What was said is not to be done any more.
    case dropped(words: String)
    case ask(text: String, account: RowID?)
    /// An answer to what a colleague asked.
    case answer(person: RowID, text: String)

    case know(account: RowID, topic: ResearchTopic, text: String)
    case stakeholder(account: RowID, name: String, role: StakeholderRole?)
    /// Somebody is not with the customer any more.
    case stakeholderLeft(account: RowID, person: RowID)
    /// Both days included.
    case away(from: CivilDate, through: CivilDate, reason: String?)

    /// The writer is away no more.
    case back

    // A leader's. The text of a talk or of support may be empty.
    /// - Parameter at: Nil is now.
    case talk(person: RowID, account: RowID?, text: String, at: Instant?)
    case praise(person: RowID, account: RowID?, text: String)
    case promise(text: String, person: RowID?, account: RowID?, on: CivilDate?)
    case support(account: RowID, text: String)
    /// Leave of somebody else.
    case awayOf(person: RowID, from: CivilDate, through: CivilDate, reason: String?)

    case undo, help, list, plan
    /// The writer wants fewer messages.
    case stop
    /// What is known of an account.
    case show(account: RowID)
    /// How somebody's list stands, for who leads him.
    case showPerson(RowID)
    /// What somebody did on some days; nil is the writer.
    case showDays(RowID?, from: CivilDate, through: CivilDate)
    /// What the writer promised, all of it or one person.
    case showPromises(to: RowID?)
    /// Who is away, and the open asks of the teams.
    case showAway, showAsks
    /// "thanks", "ok", 👍: nothing to do and nothing to answer.
    case courtesy
    /// What is to be kept of an account without being an act.
    case note(ReplyNote)
    /// What was not understood, with the line as it was typed.
    case unclear(Unclear, line: String)

    /// Why it is none, and the line.
    package var unclear: (reason: Unclear, line: String)? {
        if case .unclear(let reason, let line) = self { (reason, line) } else { nil }
    }

    /// Words of the writer's own, which others read and which may be of anybody.
    package var wordsOfOthers: String? {
        switch self {
        case .activity(let activity): activity.note
        case .nextStep(_, let words, _), .hold(_, _, let words), .close(_, _, let words),
            .milestoneSkipped(_, _, let words),
            .know(_, _, let words), .milestonePlanned(_, let words, _), .ask(let words, _), .commit(let words, _, _),
            .promise(let words, _, _, _):
            words
        default: nil
        }
    }

    /// The account with which they would stand.
    package var accountOfWords: RowID? {
        switch self {
        case .activity(let activity): activity.account
        case .nextStep(let account, _, _), .hold(let account, _, _), .close(let account, _, _),
            .milestoneSkipped(let account, _, _), .know(let account, _, _), .milestonePlanned(let account, _, _):
            account
        default: nil
        }
    }

    /// What was done. It never lies in the future.
    package struct Activity: Sendable, Hashable {
        package var kind: ActivityKind
        /// Nil of preparation.
        package var direction: Direction?
        package var account: RowID
        /// All of the customer who are named.
        package var stakeholders: [RowID]
        /// Those named who are no stakeholders of the account yet.
        package var unknownNames: [String]
        package var milestone: RowID?
        package var at: Instant
        package var note: String?

        package init(
            _ kind: ActivityKind, _ direction: Direction? = nil, account: RowID, stakeholders: [RowID] = [],
            unknownNames: [String] = [], milestone: RowID? = nil, at: Instant, note: String? = nil
        ) {
            self.kind = kind
            self.direction = direction
            self.account = account
            self.stakeholders = stakeholders
            self.unknownNames = unknownNames
            self.milestone = milestone
            self.at = at
            self.note = note
        }
    }
}
