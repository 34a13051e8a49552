import CivilTime

/// Why a line is no act yet, with what a question back needs. A question costs less than an entry that nobody meant.
package enum Unclear: Sendable, Hashable {
    /// No word says what is meant; the known word that one of the line is nearly.
    case noVerb(near: String?)
    /// A talk with the customer, but not whether on the phone or at a table.
    case kindMissing
    /// Two acts in one: "called and mailed".
    case severalKinds([ActivityKind])
    /// An act that is asked, wished or ordered: "should I call Globex?"
    case question
    /// An act that did not take place: "didn't call Globex".
    case notDone
    /// "call Globex today": was it, or will it be?
    case doneOrPlanned
    /// An activity of a time that is still to come.
    case stillToCome

    /// No account is named; the one whose name is near, or of whom somebody of that name is.
    case noAccount(near: String?)
    /// The accounts, people or milestones that fit equally.
    case several([String])
    case itemUnknown(Int)
    /// An item of the account that shall be passed over, which no word does.
    case itemStays(String)
    /// None is named, or none that the account has: those there are, open ones first.
    case milestoneUnknown(account: RowID, known: [String])
    /// None is named (empty words), or nobody of that name is in the writer's teams.
    case personUnknown(words: String, near: String?)

    case dateMissing(Dated)
    case notADate(String)
    /// "next friday": which of the two?
    case whichDay([CivilDate])
    /// A day without its year that was long ago, for what was done.
    case longAgo(CivilDate)
    /// A date that is over, for something that is still to come.
    case dateOver(CivilDate)

    /// A hold without its reason.
    case reasonMissing
    /// A new account without the reason why it is one of the 50.
    case fitMissing(String)
    /// The act lacks its words.
    case textMissing
    /// None is named, or none of the checklist: the names there are.
    case topicUnknown(known: [String])
    /// A stakeholder without a name.
    case nameMissing
    case roleUnknown(String)
    /// The line that would be read, were it agreed to: "done Pilot started at Globex".
    case meant(String)
    /// The writer will not be at the huddle, which nothing is noted of.
    case huddleMissed
    /// The agenda, which nobody is shown before its time.
    case agendaToCome
    /// Only the beginning was read.
    case tooLong

    /// Whether a few words more make it an act.
    package var wantsWords: Bool {
        switch self {
        case .noAccount, .several, .personUnknown, .dateMissing, .notADate, .whichDay, .reasonMissing, .fitMissing,
            .textMissing, .nameMissing:
            true
        default: false
        }
    }

    /// What cannot be without a date.
    package enum Dated: Sendable, Hashable { case nextStep, milestone, hold, away }
}
