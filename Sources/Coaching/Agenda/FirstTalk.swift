/// The first time that somebody of a customer took part, by the touch in which it happened: nobody "answers" a demo, and nobody is "met"
/// in a message.
package struct FirstTalk: Hashable, Sendable {
    package var rep: String
    package var name: String
    package var account: String
    package var kind: ActivityKind

    package init(rep: String, name: String, account: String, kind: ActivityKind) {
        self.rep = rep
        self.name = name
        self.account = account
        self.kind = kind
    }

    /// "Petra at Initech answered Ana", "Ana held a demo with Hugh at Old Dominion".
    package func phrase(in language: Language) -> Phrase {
        let first = name.firstName
        switch kind {
        case .call:
            return language.say(
                "\(rep) had a first call with \(first) at \(account)",
                "\(rep) hat zum ersten Mal mit \(name) von \(account) telefoniert")
        case .meeting:
            return language.say(
                "\(rep) met \(first) at \(account)", "\(rep) hat sich mit \(name) von \(account) getroffen")
        case .demo:
            return language.say(
                "\(rep) held a demo with \(first) at \(account)",
                "\(rep) hat \(name) von \(account) eine Demo gezeigt")
        case .visit:
            return language.say(
                "\(rep) visited \(first) at \(account)", "\(rep) hat \(name) bei \(account) besucht")
        case .event:
            return language.say(
                "\(rep) met \(first) from \(account) at an event",
                "\(rep) hat \(name) von \(account) auf einer Veranstaltung getroffen")
        default:
            return language.say(
                "\(first) at \(account) answered \(rep)", "\(name) von \(account) hat \(rep) geantwortet")
        }
    }

    /// The same with somebody of a role that was silent before.
    /// - Parameter role: Nil where it is no matter for whoever reads.
    func phrase(with role: StakeholderRole?, in language: Language) -> Phrase {
        let who: Phrase =
            language.say("\(name.firstName)", "\(name)")
            + (role.map {
                Phrase(words: " (\(language.word(language.name(of: $0), language.label(of: $0))))")
            } ?? Phrase())
        return isWritten
            ? language.say(
                "\(rep) has a first answer from \(who) at \(account)",
                "\(rep) hat die erste Antwort von \(who) bei \(account)")
            : language.say(
                "\(rep) had a first talk with \(who) at \(account)",
                "\(rep) hat bei \(account) zum ersten Mal mit \(who) gesprochen")
    }

    /// The same with whoever decides about money.
    /// - Parameter isNamed: Else the role stands there instead.
    func withEconomicBuyer(in language: Language, isNamed: Bool = true) -> Phrase {
        let who: Phrase =
            isNamed
            ? language.say("\(name), who decides about money at \(account)", "\(name) (Budget)")
            : language.say("the economic buyer at \(account)", "der Budget-Seite")
        switch kind {
        case .meeting, .visit, .demo:
            return language.say(
                "\(rep) met \(who)", "\(rep) hat sich bei \(account) mit \(who) getroffen")
        case .call:
            return language.say(
                "\(rep) is talking with \(who)", "\(rep) ist bei \(account) mit \(who) im Gespräch")
        default:
            return language.say(
                "\(rep) is in touch with \(who)", "\(rep) ist bei \(account) mit \(who) in Kontakt")
        }
    }

    private var isWritten: Bool { kind == .email || kind == .social }
}
