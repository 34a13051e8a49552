/// The role that stands behind a stakeholder's name: "Jonas Berg, user", "Petra Klein is the economic buyer".
struct RoleWords {
    let role: StakeholderRole?
    /// A word in the place of the role that is none.
    let unknown: String?
    let nameEnd: Int

    init(_ line: TypedLine, from start: Int) {
        let found = (start + 1..<max(start + 2, line.count)).lazy.compactMap { place in
            Self.table.match(line, at: place).map { (place, $0.meaning) }
        }.first
        // What stands behind a pause is the role, and the words between the two do not belong to the name.
        let pause = line.end(from: start, of: .comma)
        var end = min(found?.0 ?? line.count, pause)
        let hasPause = pause < (found?.0 ?? line.count)
        while end > start + 1, Self.between.contains(line[end - 1]) { end -= 1 }
        if found == nil, end > start + 1, let last = line[end - 1], last.isTitle {
            end -= 1
            unknown = String(last.text)
        } else {
            unknown = found == nil && hasPause ? line.text(pause..<line.count) : nil
        }
        role = found?.1
        nameEnd = end
    }

    /// As they can be typed.
    static func names(in language: Language) -> [String] {
        switch language {
        case .english: StakeholderRole.allCases.map(\.rawValue)
        case .german: ["Entscheider", "Fürsprecher", "Nutzer", "Prüfer", "Einfluss", "Bremser"]
        }
    }

    private static let between = WordSet(
        "unser unsere unserer mein meine my their actually really eigentlich is as the a our now new ist als der die das ein eine jetzt nun neue neuer"
    )

    private static let table = PhraseTable<StakeholderRole>([
        (.economicBuyer, "economic buyer,buyer,budget,budget holder,decision maker,entscheider,entscheiderin"),
        (.champion, "champion,fürsprecher,fürsprecherin"),
        (.user, "user,nutzer,nutzerin,anwender,anwenderin"),
        (.evaluator, "evaluator,prüfer,prüferin"),
        (.influencer, "influencer,einfluss"),
        (.blocker, "blocker,bremser,bremserin,gegner,gegnerin"),
    ])
}

extension TypedLine.Word {
    /// "CFO", "CIO": what somebody is, and no part in the decision.
    fileprivate var isTitle: Bool {
        (2...4).contains(text.count) && text.allSatisfy(\.isUppercase) || Self.titles.contains(self)
    }

    private static let titles = WordSet("ceo cfo cio coo cto cpo vp geschäftsführer geschäftsführerin")
}
