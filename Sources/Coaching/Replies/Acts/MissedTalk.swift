/// Whether the talk did not come to be, by its own outcome: "no answer", "she wasn't in". "Didn't answer the question" is of a talk.
struct MissedTalk {
    private let line: TypedLine
    private let head: Head
    private let context: ReplyContext

    init(_ line: TypedLine, _ head: Head, _ context: ReplyContext) {
        self.line = line
        self.head = head
        self.context = context
    }

    func isSo(from start: Int, of kind: ActivityKind) -> Bool {
        guard !cameBack(from: start) else { return false }
        let aside = Attendance(line, head, context).aside
        return (start..<line.count).contains { place in
            if aside.contains(where: { $0.contains(place) }) { return false }
            if Self.outright.match(line, at: place) != nil { return true }
            if let end = Self.silent.match(line, at: place)?.end, isClosed(end) { return isOfPartner(place) }
            guard !kind.isTogether || kind == .visit, let end = absent(at: place) else { return false }
            return line[end]?.key != "of" && isOfPartner(place)
        }
    }

    private func absent(at place: Int) -> Int? {
        if place >= head.end, line[place]?.text == "AB" { return place + 1 }
        return place < head.end ? nil : Self.absence.match(line, at: place)?.end
    }

    /// "no answer, then he called back"
    private func cameBack(from start: Int) -> Bool {
        (max(start, head.end)..<max(start, head.end, line.count)).contains { Self.cameBack.match(line, at: $0) != nil }
    }

    /// Whether no object stands behind the words.
    private func isClosed(_ end: Int) -> Bool {
        line.pause(after: end - 1) > .none || Self.closing.contains(line[end])
            || SmallWords.pronouns.contains(line[end])
            || MomentReader(zone: context.zone, now: context.now).match(line, at: end) != nil
    }

    /// Whether the sentence has no subject of its own: the budget may be not available as well.
    private func isOfPartner(_ place: Int) -> Bool {
        var word = place
        while word > head.end, line.pause(after: word - 1) == .none {
            word -= 1
            if Self.subjects.contains(line[word]) || SmallWords.pronouns.contains(line[word]) { continue }
            if SmallWords.and.contains(line[word]) || SmallWords.honorifics.contains(line[word]) { continue }
            if head.accountWords.contains(word) { continue }
            if head.personWords.contains(where: { line[$0]?.key == line[word]?.key }) { continue }
            guard NameMatch.person(context.everybody, in: line, at: word, byBeginning: false) != nil else {
                return false
            }
        }
        return true
    }

    // MARK: Its words

    static let tables = [outright, silent, absence]

    /// Whether one of the words from here on begins what tells of a talk that did not come to be.
    static func isTold(_ line: TypedLine, from place: Int, within words: Int) -> Bool {
        (place..<min(line.count, place + words)).contains { place in
            tables.contains { $0.match(line, at: place) != nil }
        }
    }

    /// Where the words end that say of somebody that he did not answer or is elsewhere.
    static func ofSomebody(_ line: TypedLine, at place: Int) -> Int? {
        silent.match(line, at: place)?.end ?? absence.match(line, at: place)?.end
    }

    /// Whatever stands behind them.
    private static let outright = PhraseTable<Bool>([
        (
            true,
            "voicemail,voice mail,vm,left vm,left a vm,left message,left a message,left him,left her,mailbox,mobilbox,"
                + "anrufbeantworter,ab besprochen,try again,left the company,no longer there,no longer works there,"
                + "nicht mehr dort,nicht mehr da,"
                + "auf band,auf den ab,auf dem ab,auf ab,wrong number,falsche nummer,gatekeeper,rang out,"
                + "only got her assistant,only got his assistant,only got the assistant,got her assistant,"
                + "got his assistant,got the assistant,only the assistant,only her assistant,only his assistant,"
                + "nur die assistentin,nur der assistent,nur den assistenten,nur assistentin,nur ihre assistentin,"
                + "nur seine assistentin,nur die sekretärin,nur sekretariat,nur das sekretariat,nur die zentrale,nur zentrale,"
                + "nur den empfang,nur empfang"
        )
    ])

    /// Where no object stands behind them.
    private static let silent = PhraseTable<Bool>([
        (
            true,
            "no answer,both out,both were out,neither answered,neither picked up,neither was in,none answered,beide nicht da,"
                + "no reply,no response,no one answered,nobody answered,no one picked up,nobody picked up,noone picked up,"
                + "nobody there,no luck,not reached,was out,is out,she was out,he was out,they were out,"
                + "not reachable,unreachable,unavailable,not available,not in,not there,"
                + "didn't answer,didnt answer,did not answer,didn't answer the phone,didn't pick,didnt pick,did not pick,"
                + "didn't pick up,didn't reply,didnt reply,did not reply,hasn't replied,hasnt replied,hasn't answered,"
                + "not answered,not replied,couldn't reach,couldnt reach,could not reach,cant reach,can't reach,couldn't get,couldnt get,not get through,"
                + "didn't get through,didnt get through,couldn't get through,wasn't in,wasnt in,isn't in,isnt in,"
                + "couldn't talk,can't talk,wasn't there,wasnt there,wasn't available,isn't available,engaged,busy,line busy,was busy,"
                + "keine antwort,keine reaktion,kein anschluss,nicht erreicht,nicht erreichbar,nicht da,"
                + "nicht am platz,nicht am schreibtisch,niemand abgehoben,nicht abgenommen,nicht abgehoben,nicht rangegangen,nicht ran,nicht drangegangen,geht nicht ran,nicht geantwortet,niemand da,"
                + "niemanden erreicht,niemand erreicht,keinen erreicht,besetzt,nicht durchgekommen,keiner ran,niemand ran,"
                + "keiner dran,niemand dran,ging keiner ran,ging niemand ran,keiner da,keiner abgehoben,hebt keiner ab,"
                + "hob keiner ab,nimmt keiner ab"
        )
    ])

    /// Where the other one is instead: of a talk at a distance.
    private static let absence = PhraseTable<Bool>([
        (
            true,
            "out of office,out of the office,not in office,not in the office,not at her desk,not at his desk,ooo,in a meeting,in meeting,in meetings,in another meeting,off sick,sick,"
                + "ill,sick leave,on sick leave,on holiday,on vacation,on leave,on maternity leave,in elternzeit,in mutterschutz,will call back,will call me back,"
                + "calls back,calls me back,call back later,'ll call back,he'll call back,she'll call back,"
                + "they'll call back,im urlaub,in urlaub,urlaub,im meeting,in einem meeting,im termin,in terminen,"
                + "krank,krankgeschrieben,ruft zurück,ruft mich zurück,rufen zurück,ruft morgen zurück,"
                + "ruft später zurück,ruft heute zurück,ruft gleich zurück,in besprechung,in einer besprechung,meldet sich,außer haus"
        )
    ])

    private static let cameBack = PhraseTable<Bool>([
        (
            true,
            "he called back,she called back,they called back,then called back,called me back,called us back,"
                + "he rang back,she rang back,they rang back,rang me back,rief zurück,rief mich zurück,"
                + "hat zurückgerufen,hat mich zurückgerufen"
        )
    ])

    private static let closing =
        SmallWords.and + SmallWords.because
        + WordSet(
            "yet so again there today still from up but until till bis by when then though anymore later "
                + "heute mehr noch wieder von aber dann at bei beim am im tomorrow morgen her him them sie ihn ihr through until til"
        )

    private static let subjects = WordSet(
        "she's he's they're von vom bei beim aus is was are were ist war sind but only nur aber currently still again just today heute gerade noch leider "
            + "unfortunately wieder phone line telefon handy mobile leitung wohl also got had hat has and und there "
            + "went goes ging call called angerufen tried twice on at the from of")
}
