/// What a word or a few of them begin or end: an act.
enum ReplyVerb: Hashable, Sendable {
    /// - Parameter isPast: The form says that it was done: "called", "angerufen", not "call".
    case activity(ActivityKind, isPast: Bool)
    /// Spoken with somebody, on the phone or at a table.
    case spoke
    case next, done, hold, resume
    case milestone, won, lost, drop
    case today, tomorrow, will
    case kept, moved, cancel, ask, answer
    case know, who, away
    case talk, praise, promise, support
    case undo, help, stop, list, plan, show
    case skip

    /// No word of these means something else in the other language, and none begins a line of small talk: "rang" is a rank in German,
    /// "intern" a trainee in English, "zurück" somebody who is back, and "will" stands in questions.
    static let table = PhraseTable<ReplyVerb>(
        activities + [
            (
                .spoke,
                "spoke,spoken,gesprochen,talked,gequatscht,geredet,followed up,caught up,chatted,checked in,touched base,ausgetauscht"
            ),
            (.next, "next,next step,next steps,nächster schritt,nächste schritte"),
            (
                .done,
                "done,reached,achieved,erreicht,fertig,geschafft,abgehakt,milestone done,milestone reached,meilenstein erreicht"
            ),
            (.hold, "hold,put on hold,on hold,on ice,put on ice,auf eis,pause,pausiere,pausiert,pausieren,ruht,ruhen"),
            (
                .resume,
                "resume,resumed,off hold,is off hold,off ice,back on,is back on,weiter,geht weiter,weiter mit,läuft wieder,vom eis"
            ),
            (.today, "today,heute"),
            (.tomorrow, "tomorrow,tmrw,tmr,morgen"),
            (.will, "i will,i'll,we will,we'll,ich werde,wir werden,werde"),
            (.kept, "kept,gehalten,erledigt"),
            (
                .moved,
                "moved,move,push,pushed,pushed back,delay,delayed,slipped,postponed,rescheduled,verschoben,verschiebe,verschieben,verlegt"
            ),
            (.milestone, "milestone,new milestone,add milestone,meilenstein,neuer meilenstein"),
            (.won, "won,we won,closed won,gewonnen,wir haben gewonnen"),
            (.lost, "lost,we lost,closed lost,verloren,wir haben verloren"),
            (.cancel, "cancel,call off,scrap,absagen,lass,lasse"),
            (.drop, "drop,dropped,take off,streichen,streiche,gestrichen,raus"),
            (.ask, "ask,help wanted,hilfe gesucht,frage"),
            (.answer, "answer,antwort"),
            (.skip, "skip,leave out,left out,überspringen,auslassen"),
            (.know, "know,wissen"),
            (.who, "who,wer"),
            (.away, "away,vacation,on vacation,holiday,on holiday,abwesend,urlaub,im urlaub,out of office,ooo,day off"),
            (.talk, "talk,coached,one on one,gespräch,vier augen"),
            (.praise, "praise,lob"),
            (.promise, "promise,promised,verspreche,versprochen"),
            (.support, "support,supported,unterstützt"),
            (
                .undo,
                "undo,undo that,oops,oops wrong account,delete that,delete it,cancel that,cancel it,wrong account,falscher kunde,lösch das,"
                    + "lösche das,rückgängig,zurücknehmen,nimm zurück,nimm das zurück"
            ),
            (
                .stop,
                "stop,stopp,stop it,unsubscribe,stop messaging me,too many messages,be quiet,lass mich in ruhe,zu viele nachrichten"
            ),
            (.help, "help,help me,help please,hilfe,start,commands,befehle"),
            (
                .list,
                "list,my list,which accounts,which accounts are quiet,which accounts are stalled,liste,meine liste,welche kunden,welche kunden stehen"
            ),
            (
                .plan,
                "plan,what do i need to do today,what do i have to do today,was muss ich heute machen,was muss ich heute tun,"
                    + "was soll ich heute machen,was ist heute dran,was ist zu tun,my plan,mein plan,today's plan,tagesplan,what's open,whats open,what is open,what's next,whats next,"
                    + "what now,what should i do,how am i doing,was steht an,was steht heute an,wie stehe ich,was ist offen,was ist dran,was ist noch offen,"
                    + "was kommt als nächstes"
            ),
            (
                .show,
                "show,show me,status,what about,how about,how is,how's,hows,tell me about,zeig,zeige,zeig mir,stand,was ist mit"
            ),
        ])

    private static let activities: [(meaning: ReplyVerb, phrases: String)] = [
        (
            .activity(.call, isPast: true),
            "called,rang me,rang us,rang back,rang me back,rang us back,phoned,telephoned,cold called,tried calling,tried phoning,tried to call,tried to reach,got off the phone,off the phone,"
                + "angerufen,zurückgerufen,telefoniert,rief an"
        ),
        (.activity(.call, isPast: false), "call,phone call,phonecall,anruf,telefonat,tel"),
        (.activity(.email, isPast: true), "emailed,e mailed,mailed,gemailt,wrote,geschrieben,angeschrieben"),
        (.activity(.email, isPast: false), "email,e mail,mail"),
        (.activity(.meeting, isPast: true), "met,getroffen"),
        (.activity(.meeting, isPast: false), "meeting,mtg,treffen,termin"),
        (.activity(.demo, isPast: true), "demoed"),
        (.activity(.demo, isPast: false), "demo"),
        (
            .activity(.visit, isPast: true),
            "visited,besucht,zu besuch,was at,were at,been at,stopped by,dropped by,swung by,popped in,war bei,waren bei,"
                + "vorbeigeschaut"
        ),
        (.activity(.visit, isPast: false), "visit,besuch"),
        (.activity(.social, isPast: true), "messaged,texted,whatsapped,pinged,dmed,slacked"),
        (
            .activity(.social, isPast: false),
            "social,linkedin,message,linkedin message,nachricht,linkedin nachricht,whatsapp,whatsapp message,text message,"
                + "whatsapp nachricht,sms"
        ),
        (.activity(.event, isPast: false), "event,messe,veranstaltung"),
        (.activity(.research, isPast: true), "researched,recherchiert"),
        (.activity(.research, isPast: false), "research,recherche"),
        (.activity(.proposal, isPast: false), "proposal,offer,quote,angebot"),
        (.activity(.internal, isPast: true), "prepped,prepared,vorbereitet"),
        (.activity(.internal, isPast: false), "internal,internal work,prep,interne arbeit,vorbereitung"),
    ]

    static func match(_ line: TypedLine, at place: Int) -> (verb: ReplyVerb, end: Int)? {
        table.match(line, at: place).map { ($0.meaning, $0.end) }
    }

    /// Whether a word there says that something was done: "called", "angerufen".
    static func isDone(_ line: TypedLine, at place: Int) -> Bool {
        if case .activity(_, isPast: true) = match(line, at: place)?.verb { true } else { false }
    }

    /// "wrote" and "geschrieben" are an e-mail unless another kind says what was written.
    static let weak = WordSet("wrote geschrieben angeschrieben")
}
