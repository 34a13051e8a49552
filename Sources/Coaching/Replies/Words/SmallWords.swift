/// The small words around an act, English and German.
enum SmallWords {
    /// They say nothing that an act needs.
    static let fillers = WordSet(
        "i ich we wir i've we've just also then dann so ok okay update info fyi gerade grad eben soeben vorhin "
            + "earlier already schon "
            + "schnell kurz kurzer kurzes kurze kurzen quick quickly short brief long langer langes lange langen "
            + "good gut guter gutes "
            + "gute guten great nice super really very productive wirklich sehr richtig another noch nochmal again "
            + "wieder phone video zoom teams intro discovery follow up followup "
            + "first second erster erstes erste ersten zweiter zweites zweite me mich uns us done danach ja yes")
    static let articles = WordSet(
        "a an the my our der die das den dem des ein eine einen einem einer mein meinen unser unseren "
            + "firma kunde kunden customer client prospect")
    static let honorifics = WordSet("herr herrn frau mr mrs ms miss dr prof")

    /// With these a noun is of the past: "had a call", "Treffen gehabt".
    static let pastMarks = WordSet(
        "had did gave held sent made hatte hatten gehabt war geführt gemacht geschickt gesendet verschickt gegeben "
            + "gehalten "
            + "stattgefunden gab")
    static let wasWords = WordSet("was were war waren")

    /// With these only a word of the past is of the past: "have called", "habe einen Termin".
    static let haveWords = WordSet("have habe hab haben has hat ive")
    /// What came to the writer: good for a mail, but a demo that one got is still to come.
    static let gotWords = WordSet("got received erhalten bekommen bekam")

    static let with = WordSet("with w mit")
    static let at = WordSet("at bei beim")
    static let from = WordSet("from von vom of")
    static let of = WordSet("of")
    static let to = WordSet("to an")
    static let about = WordSet("on about into zu über")
    static let forWords = WordSet("for für")
    static let and = WordSet("and und plus sowie or oder")

    static let negations = WordSet(
        "not no never nobody nothing without didn't didnt don't dont doesn't doesnt haven't havent hasn't hasnt "
            + "wasn't wasnt weren't "
            + "won't wont couldn't couldnt can't cant isn't isnt cannot nicht kein keine keinen keinem keiner nie "
            + "niemand niemanden "
            + "nichts ohne")
    /// A talk that did not come to be, in the words that follow its name.
    static let cancelled = WordSet(
        "cancelled canceled cancel postponed moved rescheduled delayed missed failed forgot abgesagt verschoben "
            + "ausgefallen entfällt "
            + "entfallen verpasst vergessen geplatzt")
    /// "nicht stattgefunden"
    static let happen = WordSet("happen happened take took statt stattgefunden stattfinden show zustande")
    /// A talk that has a day and was not yet.
    static let arranged = WordSet(
        "scheduled booked planned agreed arranged set upcoming off geplant vereinbart ausgemacht angesetzt steht "
            + "gebucht bestätigt "
            + "confirmed pending open offen")
    /// What is still to be done.
    static let planned = WordSet(
        "will would should must need needs to tomorrow later soon now asap next back please bitte tonight if wenn "
            + "falls later soll sollte "
            + "muss müsste werde wird werden morgen übermorgen später nachher gleich bald jetzt nächste nächsten "
            + "nächster kommende "
            + "kommenden demnächst want wants ought let let's lets going gonna todo")

    static let positiveTalk = WordSet(
        "talked spoke spoken gesprochen answered replied antwortete geantwortet reached erreicht zurückgerufen "
            + "zurückgeschrieben"
    )

    /// A line that begins with one of these says something of the writer or the day, not what will be done.
    static let notToDo = WordSet(
        "is was were are am i'm im be been has had not no never will ist war waren bin sind hat hatte habe hab "
            + "haben gab gibt wird wurde "
            + "nicht kein keine keinen nie leider unfortunately schon already only nur morning früh abend evening "
            + "afternoon nachmittag "
            + "vormittag mittag night went felt feels seems looks")

    static let questionWords = WordSet(
        "who whom whose what which when where why how has have is are do does did can could should would will shall "
            + "may might am wer wen "
            + "wem was welche welcher welches wann wo warum wieso weshalb wie kann könnte kennt weiß hat ist gibt "
            + "soll sollte würde darf"
    )

    static let pronouns = WordSet("i we you he she it they ich wir du er sie es ihr man jemand")

    /// "30 minutes long"
    static let long = WordSet("long lang")
    static let because = WordSet("because since as cause weil da denn wegen")
    static let until = WordSet("until till til bis through")
    static let onWords = WordSet("on by am bis until zum till til für for auf to ab")
}
