/// Words about how somebody works or feels, which are for him and whoever leads him alone.
package enum Judgement {
    /// Whether words that name a colleague say something of him: "Ana is burnt out", "talk to Ana about her calls". "Ana calls Petra" and
    /// "Ana on leave" do not.
    package static func stands(in words: String) -> Bool { TypedLine(words).words.contains(where: judging.contains) }

    /// Whether words that name a colleague are of his place in the team: "fire Ben", "talk to HR about Ben".
    package static func isOfPlace(_ words: String) -> Bool { TypedLine(words).words.contains(where: ofPlace.contains) }

    private static let ofPlace = WordSet(
        "fire firing hr performance replace replacement dismiss warn warning kündigen kündigung abmahnung ersetzen ersatz "
            + "entlassen personalabteilung")

    private static let judging =
        SmallWords.wasWords + SmallWords.negations
        + WordSet(
            "is ist her his she he ihr ihre ihren ihrem ihrer sein seine seinen seinem sie er too needs lacks seems feels "
                + "struggles struggle fault because slow late weak bad badly poor poorly tired afraid braucht scheint wirkt "
                + "schuld wegen weil zu langsam schwach schlecht müde angst überfordert")
}
