/// What people say to each other, and to a bot, without meaning an act.
enum Courtesy {
    static let phrases = PhraseTable<Bool>([
        (
            true,
            "thanks,thanks a lot,thank you,thank you very much,many thanks,thx,ty,cheers,ok,okay,k,kk,okey,oki,"
                + "great,super,cool,nice,"
                + "perfect,perfekt,lovely,wonderful,well done,good,fine,got it,noted,understood,will do,sure,sounds "
                + "good,good job,"
                + "danke,danke schön,dankeschön,danke dir,vielen dank,besten dank,merci,gut,prima,klasse,spitze,"
                + "alles klar,klar,passt,"
                + "top,gerne,gern,geht klar,mach ich,verstanden,wird gemacht,freut mich,sehr gut,schön,toll,"
                + "hi,hi all,hi team,hello,hello all,hello team,hey,hey all,hey team,hallo,hallo zusammen,hallo "
                + "team,hi zusammen,moin zusammen,morning,"
                + "morning all,good morning all,guten morgen zusammen,moin,servus,grüezi,good morning,good "
                + "afternoon,good evening,guten morgen,guten tag,guten abend,"
                + "have a nice day,schönen tag,schönen abend,bye,tschüss,ciao,lol,haha,hehe,sorry,bitte schön"
        )
    ])

    /// What tells that there is nothing to tell; behind it more may come that is something.
    static let nothing = PhraseTable<Bool>([
        (
            true,
            "no,nope,nah,nein,nö,nothing,nothing new,nothing yet,not now,not today,not yet,later,maybe,i don't know,"
                + "i dont know,don't know,dont know,no idea,dunno,nichts,nichts neues,jetzt nicht,gerade nicht,heute nicht,"
                + "noch nicht,vielleicht,später,weiß nicht,weiß ich nicht,weiss nicht,weiss ich nicht,ich weiß nicht,"
                + "keine ahnung,have a nice weekend,nice weekend,schönes wochenende,schönen feierabend,bis morgen,"
                + "bis später,see you,see you later,so tired"
        )
    ])

    static let pleases = WordSet("please pls bitte")

    /// The German greeting, which is "tomorrow" as well: only with a pause behind it, or alone.
    static func isGreeting(_ line: TypedLine, at place: Int) -> Bool {
        guard let word = line[place], word.key == "morgen" else { return false }
        return place == line.count - 1 || line.pause(after: place) == .comma || word.gap.contains("!")
            || ["zusammen", "allerseits"].contains(line[place + 1]?.key)
    }

    /// What a line without a word says: "?" asks for help, 👍 is kind.
    static func wordless(_ text: String) -> Reply? {
        if text.contains(where: { "?？❓❔".contains($0) }) { return .help }
        return text.unicodeScalars.contains { $0.properties.isEmoji && !$0.isASCII } ? .courtesy : nil
    }
}
