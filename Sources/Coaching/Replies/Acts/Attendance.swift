/// Who took part, where the words behind the names say more of it: "Petra was out", "only Tom answered", "Omar joined later".
struct Attendance {
    /// The names of those who did.
    let people: [Range<Int>]
    /// What tells that somebody else was not there, which says nothing of the talk itself.
    let aside: [Range<Int>]

    init(_ line: TypedLine, _ head: Head, _ context: ReplyContext) {
        var (absent, only): (Set<Int>, Range<Int>?) = ([], nil)
        var (joined, aside): ([Range<Int>], [Range<Int>]) = ([], [])
        for place in head.personWords.upperBound..<max(head.personWords.upperBound, line.count) {
            guard let match = NameMatch.person(context.everybody, in: line, at: place, byBeginning: false) else {
                continue
            }
            let name = place..<match.end
            let isOnly = Self.isOnly(line, before: place)
            if place > 0, Self.without.contains(line[place - 1]) {
                absent.formUnion(
                    head.people.indices.filter { line[head.people[$0].lowerBound]?.key == line[place]?.key })
            } else if let end = Self.missed(line, at: match.end) {
                aside.append(place..<end)
                if let same = head.people.firstIndex(where: { line[$0.lowerBound]?.key == line[place]?.key }) {
                    absent.insert(same)
                }
            } else if isOnly, Self.isReached(line, before: place) || Self.answered.match(line, at: match.end) != nil {
                only = name
            } else if Self.joined.match(line, at: match.end) != nil {
                joined.append(name)
            }
        }
        let isNobodyLeft = absent.count == head.people.count
        let named =
            isNobodyLeft ? head.people : head.people.indices.filter { !absent.contains($0) }.map { head.people[$0] }
        people = only.map { [$0] } ?? named + joined
        self.aside = isNobodyLeft ? [] : aside
    }

    /// Behind words that say of whom they follow that he was not there.
    static func missed(_ line: TypedLine, at place: Int) -> Int? {
        let behind = SmallWords.wasWords.contains(line[place]) || isWords.contains(line[place]) ? place + 1 : place
        return absences.match(line, at: place)?.end ?? MissedTalk.ofSomebody(line, at: place)
            ?? (behind > place ? MissedTalk.ofSomebody(line, at: behind) : nil)
    }

    /// "only (Sam)", "only reached (Sam)"
    private static func isOnly(_ line: TypedLine, before place: Int) -> Bool {
        only.contains(line[place - 1]) || only.contains(line[place - 2]) && isReached(line, before: place)
    }

    private static func isReached(_ line: TypedLine, before place: Int) -> Bool { reached.contains(line[place - 1]) }

    private static let only = WordSet("only just nur bloß")
    private static let reached = WordSet("reached got met saw erreicht")
    private static let without = WordSet("without ohne")
    private static let isWords = WordSet("is ist")
    private static let answered = PhraseTable<Bool>([
        (
            true,
            "answered,picked up,was there,was in,came,joined,showed up,made it,hat abgenommen,nahm ab,ging ran,war da,war dabei,"
                + "kam,erreicht,hat geantwortet"
        )
    ])
    static let joined = PhraseTable<Bool>([
        (
            true,
            "joined,joined us,joined in,joined later,joined too,also joined,came too,came along,came in later,was there too,"
                + "was there as well,was also there,dialed in,dialled in,kam dazu,kam später dazu,kam auch,war auch dabei,"
                + "war auch da,war dabei,stieß dazu,schaltete sich zu"
        )
    ])
    private static let absences = PhraseTable<Bool>([
        (
            true,
            "was away,was missing,was sick,was ill,couldn't make it,could not make it,couldn't come,could not come,couldn't join,"
                + "could not join,didn't join,did not join,didn't come,did not come,didn't show,didn't show up,had to cancel,"
                + "war weg,war krank,war verhindert,war nicht da,war nicht dabei,war nicht mit dabei,fehlte,kam nicht,konnte nicht,"
                + "konnte nicht kommen,ging nicht ran,ging nicht dran,nahm nicht ab,musste absagen,hat abgesagt"
        )
    ])
}
