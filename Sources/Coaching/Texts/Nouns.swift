/// How the vocabulary's kinds and roles stand in a sentence of each language.
extension Language {
    /// "call", "Anruf".
    package func noun(of kind: ActivityKind) -> String { word(kind.noun, Self.german(kind).noun) }

    /// "the call", "der Anruf".
    func subject(of kind: ActivityKind) -> String {
        switch self {
        case .english: "the \(kind.noun)"
        case .german: "\(Self.german(kind).gender.rawValue) \(Self.german(kind).noun)"
        }
    }

    /// "the call", "dem Anruf": as it stands after "since" and "seit".
    func dative(of kind: ActivityKind) -> String { word("the \(kind.noun)", bareDative(of: kind)) }

    /// What `{lastkind}` stands for: in English the noun, in German the dative with its article, as it stands after "seit".
    package func bareDative(of kind: ActivityKind) -> String {
        switch self {
        case .english: kind.noun
        case .german:
            kind == .internal
                ? "der internen Arbeit" : "\(Self.german(kind).gender.dative) \(Self.german(kind).noun)"
        }
    }

    private enum Gender: String {
        case masculine = "der"
        case feminine = "die"
        case neuter = "das"

        var dative: String { self == .feminine ? "der" : "dem" }
    }

    private static func german(_ kind: ActivityKind) -> (noun: String, gender: Gender) {
        switch kind {
        case .call: ("Anruf", .masculine)
        case .email: ("E-Mail", .feminine)
        case .meeting: ("Treffen", .neuter)
        case .demo: ("Demo", .feminine)
        case .visit: ("Besuch", .masculine)
        case .social: ("Nachricht", .feminine)
        case .event: ("Veranstaltung", .feminine)
        case .research: ("Recherche", .feminine)
        case .proposal: ("Angebot", .neuter)
        case .internal: ("interne Arbeit", .feminine)
        }
    }

    /// "6 touches", "6 Kontakte".
    package func count(_ count: Int, of kind: PlanKind) -> String {
        switch self {
        case .english: kind.words(count)
        case .german: "\(count) \(count == 1 ? noun(of: kind) : nounOfMany(kind))"
        }
    }

    /// "touch", "Kontakt".
    func noun(of kind: PlanKind) -> String {
        switch (self, kind) {
        case (.english, _): kind.noun
        case (.german, .touch): "Kontakt"
        case (.german, .activity(.internal)): "interne Aufgabe"
        case (.german, .activity(let kind)): Self.german(kind).noun
        }
    }

    /// "touches", "Kontakte".
    func nounOfMany(_ kind: PlanKind) -> String {
        switch (self, kind) {
        case (.english, _): kind.nounOfMany
        case (.german, .touch): "Kontakte"
        case (.german, .activity(let kind)):
            switch kind {
            case .call: "Anrufe"
            case .email: "E-Mails"
            case .meeting: "Treffen"
            case .demo: "Demos"
            case .visit: "Besuche"
            case .social: "Nachrichten"
            case .event: "Veranstaltungen"
            case .research: "Recherchen"
            case .proposal: "Angebote"
            case .internal: "interne Aufgaben"
            }
        }
    }

    // MARK: Roles

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

    /// As it stands in brackets behind a name: "user", "arbeitet damit".
    func label(of role: StakeholderRole) -> String {
        switch self {
        case .english: role.rawValue
        case .german:
            switch role {
            case .economicBuyer: "Budget"
            case .champion: "treibende Kraft"
            case .user: "arbeitet damit"
            case .evaluator: "prüft"
            case .influencer: "hat Einfluss"
            case .blocker: "hat Bedenken"
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

    /// "one role of three", "eine von drei Rollen".
    package func roles(_ live: Int, of needed: Int) -> String {
        switch self {
        case .english: "\(number(live)) \(live == 1 ? "role" : "roles") of \(number(needed))"
        case .german: "\(live == 1 ? "eine" : number(live)) von \(number(needed)) Rollen"
        }
    }
}
