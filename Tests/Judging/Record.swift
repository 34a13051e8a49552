import CivilTime
import SQLite
import Store

/// What a year left behind, read with plain SQL: people, what was found, what was said, when it arrived.
package struct Record {
    struct Person {
        var name: String
        var role: String
        var zone: Zone
        var workdays: Set<Int>
        /// Seconds since midnight.
        var hours: ClosedRange<Int>
        var leftOn: Int?
        var off: [ClosedRange<Int>]

        /// How many working days lie before each day, from `firstDay` on.
        private var before: [Int] = []
        private var firstDay = 0

        init(name: String, role: String, zone: Zone, workdays: Set<Int>, hours: ClosedRange<Int>, leftOn: Int?) {
            (self.name, self.role, self.zone, self.workdays) = (name, role, zone, workdays)
            (self.hours, self.leftOn, off) = (hours, leftOn, [])
        }

        /// Counts the working days around the year, so that each question costs nothing.
        mutating func count(from first: Int, through last: Int) {
            firstDay = first
            let end = min(last, leftOn.map { $0 - 1 } ?? last)
            var days = (first...last).map { $0 <= end && workdays.contains(weekday($0)) }
            for range in off {
                for day in range where (first...last).contains(day) { days[day - first] = false }
            }
            before = days.reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1 ? 1 : 0)) }
        }

        func works(on day: Int) -> Bool { workingDays(after: day - 1, through: day) == 1 }

        /// Working days after the first date, up to and with the last.
        func workingDays(after first: Int, through last: Int) -> Int {
            guard first < last else { return 0 }
            let ends = [first + 1, last + 1].map { min(max(0, $0 - firstDay), before.count - 1) }
            return before[ends[1]] - before[ends[0]]
        }
    }

    struct Finding {
        var kind: String
        var rep: Int64
        var account: Int64?
        var milestone: Int64?
        var topic: String?
        var openedOn: Int
        var resolvedOn: Int?
        var resolvedAt: Int64?
        var resolvedBy: String?
    }

    struct Message {
        var id: Int64
        var kind: String
        var person: Int64?
        var team: Int64?
        var day: Int
        var composedAt: Int64
        var deliveredAt: Int64?
        var body: String
        var items: [Item] = []
        /// Of a nudge to a rep; a leader's own bundle is one of these kinds as well.
        var isNudge: Bool { kind == "morning" || kind == "afternoon" }
    }

    struct Item {
        var finding: Int64?
        var kind: String
        var account: Int64?
        var state: String
        var question: String?
        var isToRep: Bool
        /// Its message did not arrive, or it was left out.
        var isVoided: Bool
    }

    struct Slot {
        var kind: String
        var team: Int64?
        var person: Int64?
        var day: Int
        var due: Int64
        var done: Int64
        var outcome: String
        var messages: Int
    }

    struct Account {
        /// Nil where it changed in the course of the record: it says nothing of a day then.
        var rank: Int?
        var holds: [ClosedRange<Int>] = []
    }

    var people: [Int64: Person] = [:]
    var teamZones: [Int64: Zone] = [:]
    var findings: [Int64: Finding] = [:]
    var findingsOfAccount: [Int64: [Int64]] = [:]
    /// In the order of their writing.
    var messages: [Message] = []
    var slots: [Slot] = []
    var accounts: [Int64: Account] = [:]
    /// The last day of which everything is known.
    let lastDay: Int

    /// - Parameter store: Its people state their zones; working days and hours may be missing and are those of the default then.
    package init(_ store: Store, zones: ZoneDatabase, through lastDay: CivilDate) throws {
        self.lastDay = Int(lastDay.dayNumber)
        let database = store.database
        try readPeople(database, zones)
        try database.forEach(
            """
            SELECT id, kind, rep_id, account_id, milestone_id, topic, opened_on, resolved_on, resolved_at, resolved_by
            FROM finding
            """
        ) { row in
            findings[row.int64(0)] = Finding(
                kind: row.text(1), rep: row.int64(2), account: row.optionalInt64(3), milestone: row.optionalInt64(4),
                topic: row.optionalText(5), openedOn: dayNumber(row.text(6)),
                resolvedOn: row.optionalText(7).map(dayNumber),
                resolvedAt: row.optionalInt64(8), resolvedBy: row.optionalText(9))
            if !row.isNull(3) { findingsOfAccount[row.int64(3), default: []].append(row.int64(0)) }
        }
        try readMessages(database)
        try database.forEach(
            """
            SELECT kind, team_id, person_id, on_date, due_at, done_at, outcome, ifnull(messages, 0)
            FROM slot LEFT JOIN (SELECT slot_id, count(*) AS messages FROM message GROUP BY slot_id) ON slot_id = id
            ORDER BY on_date, id
            """
        ) { row in
            slots.append(
                Slot(
                    kind: row.text(0), team: row.optionalInt64(1), person: row.optionalInt64(2),
                    day: dayNumber(row.text(3)),
                    due: row.int64(4), done: row.int64(5), outcome: row.text(6), messages: row.int(7)))
        }
        try database.forEach(
            """
            SELECT id, CASE WHEN id NOT IN (SELECT subject_id FROM history WHERE subject = 'account' AND field = 'rank')
                            THEN ifnull(rank, 1000000) END FROM account
            """
        ) {
            accounts[$0.int64(0)] = Account(rank: $0.optionalInt(1))
        }
        try database.forEach("SELECT account_id, from_on, until_on FROM hold") {
            accounts[$0.int64(0)]?.holds.append(dayNumber($0.text(1))...dayNumber($0.text(2)))
        }
    }

    private mutating func readPeople(_ database: Database, _ zones: ZoneDatabase) throws {
        try database.forEach(
            """
            SELECT p.id, p.name, p.role, coalesce(p.time_zone, t.time_zone, 'UTC'), ifnull(p.workdays, 'mon-fri'),
                   ifnull(p.hours, '09:00-17:30'), p.left_on
            FROM person p LEFT JOIN team t ON t.id = p.team_id
            """
        ) { row in
            people[row.int64(0)] = Person(
                name: row.text(1), role: row.text(2), zone: try zones.zone(row.text(3)),
                workdays: row.text(4) == "sun-thu" ? [6, 0, 1, 2, 3] : [0, 1, 2, 3, 4], hours: hours(row.text(5)),
                leftOn: row.optionalText(6).map(dayNumber))
        }
        try database.forEach("SELECT person_id, from_on, until_on FROM away") {
            people[$0.int64(0)]?.off.append(dayNumber($0.text(1))...dayNumber($0.text(2)))
        }
        try database.forEach("SELECT on_date FROM holiday") { row in
            let day = dayNumber(row.text(0))
            for id in people.keys { people[id]?.off.append(day...day) }
        }
        for id in people.keys { people[id]?.count(from: lastDay - 800, through: lastDay + 60) }
        try database.forEach("SELECT id, ifnull(time_zone, 'UTC') FROM team") {
            teamZones[$0.int64(0)] = try zones.zone($0.text(1))
        }
    }

    private mutating func readMessages(_ database: Database) throws {
        var places: [Int64: Int] = [:]
        try database.forEach(
            """
            SELECT m.id, m.kind, m.person_id, m.team_id, m.on_date, m.composed_at, max(o.ended_at), m.body
            FROM message m LEFT JOIN outbox o ON o.message_id = m.id AND o.state = 'delivered'
            GROUP BY m.id ORDER BY m.id
            """
        ) { row in
            places[row.int64(0)] = messages.count
            messages.append(
                Message(
                    id: row.int64(0), kind: row.text(1), person: row.optionalInt64(2), team: row.optionalInt64(3),
                    day: dayNumber(row.text(4)), composedAt: row.int64(5), deliveredAt: row.optionalInt64(6),
                    body: row.text(7)))
        }
        try database.forEach(
            """
            SELECT message_id, finding_id, kind, account_id, state, question, to_rep, voided FROM message_item
            ORDER BY message_id, position
            """
        ) { row in
            guard let place = places[row.int64(0)] else { return }
            messages[place].items.append(
                Item(
                    finding: row.optionalInt64(1), kind: row.text(2), account: row.optionalInt64(3), state: row.text(4),
                    question: row.optionalText(5), isToRep: row.bool(6), isVoided: row.bool(7)))
        }
    }

    /// The reader's clock when the message arrived.
    func arrival(of message: Message) -> (day: Int, second: Int)? {
        guard let at = message.deliveredAt, let zone = message.person.flatMap({ people[$0]?.zone }) else { return nil }
        return clock(at, zone)
    }

    func clock(_ at: Int64, _ zone: Zone) -> (day: Int, second: Int) {
        let shown = Int(at) + zone.offset(at: Instant(secondsSinceEpoch: at))
        let day = shown >= 0 ? shown / 86_400 : (shown - 86_399) / 86_400
        return (day, shown - day * 86_400)
    }
}

/// 0 is Monday.
func weekday(_ day: Int) -> Int { (day % 7 + 10) % 7 }

/// Days since 1970-01-01 of an ISO date, after Fliegel and Van Flandern.
func dayNumber(_ iso: String) -> Int {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return .min }
    let (year, month, day) = (parts[0], parts[1], parts[2])
    let a = (month - 14) / 12
    return day - 32_075 + 1_461 * (year + 4_800 + a) / 4 + 367 * (month - 2 - a * 12) / 12
        - 3 * ((year + 4_900 + a) / 100) / 4 - 2_440_588
}

func iso(_ day: Int) -> String { CivilDate(dayNumber: Int32(clamping: day)).iso }

private func hours(_ text: String) -> ClosedRange<Int> {
    let ends = text.split(separator: "-").map { time in
        let parts = time.split(separator: ":").compactMap { Int($0) }
        return (parts.first ?? 0) * 3600 + (parts.last ?? 0) * 60
    }
    return (ends.first ?? 0)...(ends.last ?? 86_400)
}
