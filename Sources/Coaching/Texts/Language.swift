import CivilTime

/// A language that a bank of questions is written in. What coachd puts into a question by itself, a date or a role, is said in it.
package enum Language: String, CaseIterable, Hashable, Sendable {
    case english = "en"
    case german = "de"

    package var name: String {
        switch self {
        case .english: "English"
        case .german: "German"
        }
    }

    /// What `{lastkind}` stands for: in English the noun, in German the dative with its article, as it stands after "seit".
    package func noun(of kind: ActivityKind) -> String {
        switch self {
        case .english: kind.noun
        case .german:
            switch kind {
            case .call: "dem Anruf"
            case .email: "der E-Mail"
            case .meeting: "dem Treffen"
            case .demo: "der Demo"
            case .visit: "dem Besuch"
            case .social: "der Nachricht"
            case .event: "der Veranstaltung"
            case .research: "der Recherche"
            case .proposal: "dem Angebot"
            case .internal: "der internen Arbeit"
            }
        }
    }

    /// What `{role}` stands for: in German without an article and nobody's sex guessed, as it stands after "als".
    package func name(of role: StakeholderRole) -> String {
        switch self {
        case .english: role.rawValue
        case .german:
            switch role {
            case .economicBuyer: "Person mit Budgethoheit"
            case .champion: "treibende Kraft"
            case .user: "Stimme aus der Praxis"
            case .evaluator: "prüfendes Auge"
            case .influencer: "einflussreiche Stimme"
            case .blocker: "kritische Stimme"
            }
        }
    }

    /// What `{missingrole}` stands for: in German a dative that ends its sentence.
    package func people(with role: StakeholderRole) -> String {
        switch self {
        case .english: role.rawValue
        case .german:
            switch role {
            case .economicBuyer: "denen mit Budget"
            case .champion: "denen, die für uns sprechen"
            case .user: "denen, die damit arbeiten"
            case .evaluator: "denen, die uns prüfen"
            case .influencer: "denen, auf die man dort hört"
            case .blocker: "denen, die dagegen sind"
            }
        }
    }
}
