import CivilTime
import Coaching
import Store

/// What the people of the demo do in its week, and which of the messages are shown whole.
struct DemoWeek {
    /// Something that somebody does.
    struct Act {
        var at: Instant
        var deed: Deed
    }

    enum Deed {
        /// - Parameter story: Told between the messages; nil for the ordinary work of the day.
        case work(story: String?, (Store) throws -> Void)
        /// What somebody writes to coachd in chat.
        case words(String, by: String)
    }

    /// A message that is shown whole; the others take one line each.
    struct Spotlight: Hashable {
        var day: Int
        var kind: Message.Kind
        var to: String
    }

    let acts: [Act]

    static let spotlights: Set<Spotlight> = [
        Spotlight(day: 0, kind: .huddle, to: "Mara Holt"), Spotlight(day: 1, kind: .morning, to: "Ana Reis"),
        Spotlight(day: 1, kind: .afternoon, to: "Ana Reis"), Spotlight(day: 2, kind: .huddle, to: "Mara Holt"),
        Spotlight(day: 2, kind: .team, to: "Team North"), Spotlight(day: 2, kind: .morning, to: "Ana Reis"),
        Spotlight(day: 2, kind: .morning, to: "Dana Fox"), Spotlight(day: 3, kind: .huddle, to: "Mara Holt"),
        Spotlight(day: 3, kind: .morning, to: "Ana Reis"),
    ]

    init(store: Store) throws {
        let people = try Self.ids(of: DemoTeam.reps, in: store)
        var acts = Self.ordinaryWork(people: people)
        acts += [
            Self.words(1, 11, 20, "ana@example.com", "2 called petra: the rotterdam audit comes first"),
            Self.act(1, 13, 5, "Omar, who decides about money at Stark, joins Ben's meeting") { store, at in
                try Self.log(store, "stark", people["ben@example.com"], .meeting, .twoWay, at, who: "Omar Said")
            },
            Self.words(
                1, 15, 40, "ana@example.com", "globex next step: go through the audit checklist on mon 30 nov"),
            Self.words(
                2, 9, 25, "mara@example.com", "talked with ana about acme: she asks jonas who signs for a new carrier"),
            Self.act(
                2, 10, 40,
                "Ana sits down with Jonas at Acme, who brings Ruth Vane along, head of finance: \"CFO met\" is done"
            ) { store, at in
                try store.editing(as: "ana@example.com", at: at) {
                    for account in try store.accounts(named: "acme") {
                        _ = try store.addStakeholder("Ruth Vane", to: account.id, role: .economicBuyer, email: nil)
                    }
                }
                for name in ["Jonas Berg", "Ruth Vane"] {
                    try Self.log(store, "acme", people["ana@example.com"], .meeting, .twoWay, at, who: name)
                }
                try Self.finish("CFO met", of: "acme", day: 2, by: "ana@example.com", in: store, at)
            },
            Self.act(2, 16, 10, "Dana shows Tyrell's evaluator the second plant") { store, at in
                try Self.log(store, "tyrell", people["dana@example.com"], .visit, .twoWay, at, who: "Eldon Grey")
            },
            Self.words(3, 15, 30, "ben@example.com", "stark proposal sent done"),
        ]
        self.acts = acts.sorted { $0.at < $1.at }
    }

    private static func ids(of emails: [String], in store: Store) throws -> [String: RowID] {
        Dictionary(
            uniqueKeysWithValues: try store.people().filter { emails.contains($0.email) }.map { ($0.email, $0.id) })
    }

    private static func act(
        _ day: Int, _ hour: Int, _ minute: Int, _ story: String?, _ perform: @escaping (Store, Instant) throws -> Void
    ) -> Act {
        let at = instant(day, hour, minute)
        return Act(at: at, deed: .work(story: story) { try perform($0, at) })
    }

    private static func words(_ day: Int, _ hour: Int, _ minute: Int, _ writer: String, _ text: String) -> Act {
        Act(at: instant(day, hour, minute), deed: .words(text, by: writer))
    }

    /// An hour of UTC, which is London's in November.
    private static func instant(_ day: Int, _ hour: Int, _ minute: Int) -> Instant {
        let seconds = Int64(DemoTeam.monday.adding(days: day).dayNumber) * 86_400 + Int64(hour * 3600 + minute * 60)
        return Instant(secondsSinceEpoch: seconds)
    }

    private static func finish(
        _ milestone: String, of account: String, day: Int, by author: String, in store: Store, _ at: Instant
    ) throws {
        try store.editing(as: author, at: at) {
            for account in try store.accounts(named: account) {
                for found in try store.milestones(of: account.id) where found.name == milestone {
                    try store.finishMilestone(found.id, on: DemoTeam.monday.adding(days: day))
                }
            }
        }
    }

    /// Touches of the healthy accounts through the week; Ana has a slow Tuesday morning.
    private static func ordinaryWork(people: [String: RowID]) -> [Act] {
        var acts: [Act] = []
        for day in 0..<5 {
            for (place, email) in DemoTeam.reps.enumerated() {
                if email.hasPrefix("chidi"), day == 2 || day == 3 { continue }
                let isSlow = email.hasPrefix("ana") && day == 1
                for touch in 0..<(isSlow ? 3 : 6) {
                    let number = ((day * 6 + touch + 3) % 12) * 4 + place
                    let hour = (email.hasPrefix("dana") ? 14 : 9) + touch + (isSlow && touch > 0 ? 6 : 0)
                    acts.append(
                        act(day, hour, 30 + place, nil) { store, at in
                            try log(store, "h\(number)", people[email], touch % 2 == 0 ? .call : .email, .twoWay, at)
                        })
                }
                guard email.hasPrefix("ana") || email.hasPrefix("chidi") else { continue }
                acts.append(
                    act(day, 10, 5, nil) { store, at in
                        try log(store, "h\(day * 4 + place)", people[email], .research, nil, at)
                    })
            }
        }
        return acts
    }

    private static func log(
        _ store: Store, _ account: String, _ person: RowID?, _ kind: ActivityKind, _ direction: Direction?,
        _ at: Instant,
        who: String? = nil, note: String? = nil
    ) throws {
        guard let person, let account = try store.accounts(named: account).first else { return }
        let stakeholder = try store.stakeholders(of: account.id).first { $0.name == who }
        try store.log(
            LoggedActivity(
                personID: person, accountID: account.id, kind: kind, direction: direction, at: at,
                stakeholderID: stakeholder?.id, note: note))
    }
}
