/// Words that stand in lines without naming an account, though names begin so: "The Bakery", "Next AG", "Demo Industries".
enum CommonWords {
    static func contains(_ word: Folding) -> Bool {
        small.contains(word) || verbs.contains(word) || calendar.contains(word)
    }

    /// The same without the words that tell of an act.
    static func isSmall(_ word: Folding) -> Bool { small.contains(word) }

    /// Whether a word of every day stands there, which is no account's beginning but within a sentence with its capital: "working from
    /// home", "all the best".
    static func isEveryday(_ line: TypedLine, at place: Int) -> Bool {
        guard let word = line[place], everyday.contains(word) else { return false }
        return !word.isCapital || place == 0
    }

    private static let everyday = WordSet(
        "home house office work best better first last early late day night life time world people man men women black white red "
            + "green grey gray gold golden silver big little small north south east west central united general national open total "
            + "prime fast smart easy simple free good great pure clear bright safe sure true real right left back front top "
            + "haus arbeit zeit welt leben beste bester besten groß klein frei")

    private static let small =
        SmallWords.fillers + SmallWords.articles + SmallWords.honorifics + SmallWords.pastMarks + SmallWords.haveWords
        + SmallWords.gotWords + SmallWords.with + SmallWords.at + SmallWords.from + SmallWords.to + SmallWords.forWords
        + SmallWords.and + SmallWords.negations + SmallWords.cancelled + SmallWords.arranged + SmallWords.happen
        + SmallWords.planned + SmallWords.positiveTalk
        + SmallWords.notToDo + SmallWords.questionWords + SmallWords.pronouns + SmallWords.because + SmallWords.onWords
        + WordSet(
            "in on about over out up down this that these those there here his her its their all any some him them "
                + "new old "
                + "neu neue über unter nach vor aus auf zum zur dass diese dieser dieses alle bitte please thanks "
                + "danke wurden worden gewesen sein"
        )
    private static let verbs = WordSet(ReplyVerb.table.singleWords.joined(separator: " "))
    static let calendar = WordSet(
        "today tomorrow yesterday heute morgen gestern vorgestern übermorgen day days week weeks month months year "
            + "years tag tage woche "
            + "wochen monat jahr minute minutes hour hours uhr mon monday mo montag tue tues tuesday di dienstag "
            + "wed wednesday mi mittwoch thu "
            + "thursday do donnerstag fri friday fr freitag sat saturday sa samstag sun sunday so sonntag jan "
            + "january januar feb february "
            + "februar mar march märz apr april may mai jun june juni jul july juli aug august sep sept september "
            + "oct october okt oktober "
            + "nov november dec december dez dezember")
}
