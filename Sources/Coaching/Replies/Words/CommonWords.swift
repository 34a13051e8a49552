/// Words that stand in lines without naming an account, though names begin so: "The Bakery", "Next AG", "Demo Industries".
enum CommonWords {
    static func contains(_ word: Folding) -> Bool {
        small.contains(word) || verbs.contains(word) || calendar.contains(word)
    }

    private static let small =
        SmallWords.fillers + SmallWords.articles + SmallWords.honorifics + SmallWords.pastMarks + SmallWords.haveWords
        + SmallWords.gotWords + SmallWords.with + SmallWords.at + SmallWords.from + SmallWords.to + SmallWords.forWords
        + SmallWords.and + SmallWords.negations + SmallWords.cancelled + SmallWords.arranged + SmallWords.happen
        + SmallWords.planned + SmallWords.positiveTalk
        + SmallWords.notToDo + SmallWords.questionWords + SmallWords.pronouns + SmallWords.because + SmallWords.onWords
        + WordSet(
            "in on about over out up down this that these those there here his her its their all any some him them new old "
                + "neu neue über unter nach vor aus auf zum zur dass diese dieser dieses alle bitte please thanks danke wurden worden gewesen sein"
        )
    private static let verbs = WordSet(ReplyVerb.table.singleWords.joined(separator: " "))
    private static let calendar = WordSet(
        "today tomorrow yesterday heute morgen gestern vorgestern übermorgen day days week weeks month months year years tag tage woche "
            + "wochen monat jahr minute minutes hour hours uhr mon monday mo montag tue tues tuesday di dienstag wed wednesday mi mittwoch thu "
            + "thursday do donnerstag fri friday fr freitag sat saturday sa samstag sun sunday so sonntag jan january januar feb february "
            + "februar mar march märz apr april may mai jun june juni jul july juli aug august sep sept september oct october okt oktober "
            + "nov november dec december dez dezember")
}
