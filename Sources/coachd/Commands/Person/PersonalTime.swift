import CivilTime
import Coaching
import Store

/// What a line says of a person's time, checked as the import checks it.
enum PersonalTime {
    static func zone(_ text: String) throws(UsageError) -> String {
        do throws(ZoneError) {
            return try ZoneDatabase().zone(text).identifier
        } catch {
            throw UsageError("\(error)")
        }
    }

    static func hours(_ text: String) throws(UsageError) -> String {
        do throws(TimeFormatError) {
            return try WorkingHours(parsing: text).description
        } catch {
            throw UsageError("\(error)")
        }
    }

    static func workdays(_ text: String) throws(UsageError) -> String {
        do throws(TimeFormatError) {
            return try WeekdaySet(parsing: text).description
        } catch {
            throw UsageError("\(error)")
        }
    }

    static func email(_ text: String) throws(UsageError) -> String {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !text.contains(where: \.isWhitespace) else {
            throw UsageError("\"\(text)\" is not an e-mail address")
        }
        return text
    }

    /// "6 touches, 1 research".
    static func words(_ plan: [PlanLine]) -> String {
        plan.isEmpty ? "no plan for" : plan.map { $0.kind.words($0.count) }.joined(separator: ", ")
    }
}

extension Command {
    static let personAway = Command(
        "person away", "EMAIL [FROM..UNTIL]", "a person is on leave, both days included",
        details: """
              coachd person away ana@example.com 2026-12-21..2027-01-02
              coachd person away ana@example.com --until fri
            """,
        options: [
            .init("--from", "DATE", "the first day; else today"), .init("--until", "DATE", "the last day"), .because,
        ] + Option.ofEveryAct, operandCount: 1...2,
        surplusHint: "a span of days is one word, FROM..UNTIL: 2026-12-21..2027-01-02"
    ) { invocation in
        let act = try Act(invocation)
        let rep = try act.person(invocation.operands[0]).rep
        let today = act.today(of: rep)
        let (from, until) = try span(invocation, today)
        guard until >= from else { throw UsageError("the last day, \(until), lies before the first, \(from)") }
        try act.perform { try act.store.addAway(of: rep.id, from: from, until: until, because: act.reason) }
        let words = DateWords(today: today)
        say(
            "\(rep.name) is away \(from == until ? words.on(from) : "from \(words.said(from)) until \(words.said(until))")."
        )
        return .done
    }

    private static func span(_ invocation: Invocation, _ today: CivilDate) throws -> (CivilDate, CivilDate) {
        if invocation.operands.count == 2 {
            guard !invocation.has("--from"), !invocation.has("--until") else {
                throw UsageError("FROM..UNTIL goes without --from and --until")
            }
            let text = invocation.operands[1]
            let ends = text.split(separator: ".", omittingEmptySubsequences: false)
            guard ends.count == 3, ends[1].isEmpty else {
                throw UsageError("\"\(text)\" is no span of days", hint: "write it as 2026-12-21..2027-01-02")
            }
            do throws(TimeFormatError) {
                let from = try DateWord.date(String(ends[0]), today: today)
                return (from, try DateWord.last(String(ends[2]), from: from, today: today))
            } catch {
                throw UsageError("\(error)")
            }
        }
        guard let until = try invocation.date("--until", today: today) else {
            throw UsageError("until when? FROM..UNTIL, or --until DATE")
        }
        return (try invocation.date("--from", today: today) ?? today, until)
    }

    static let personBack = Command(
        "person back", "EMAIL", "a person is back from leave today",
        options: [.because] + Option.ofEveryAct, operandCount: 1...1
    ) { invocation in
        let act = try Act(invocation)
        let rep = try act.person(invocation.operands[0]).rep
        let wasAway = try act.perform { try act.store.endAway(of: rep.id, on: act.today(of: rep)) }
        guard wasAway else { throw Failure("\(rep.name) is not away today") }
        say("\(rep.name) is back.")
        return .done
    }

    static let personZone = Command(
        "person zone", "EMAIL ZONE|none", "set a person's time zone; none is the team's",
        options: [.because] + Option.ofEveryAct, operandCount: 2...2
    ) { invocation in
        try setTime(invocation, .zone) { text throws(UsageError) in try PersonalTime.zone(text) }
    }

    static let personHours = Command(
        "person hours", "EMAIL HOURS|none", "set a person's working hours; none is the team's",
        details: "  coachd person hours ana@example.com 09:00-15:00 --days mon-thu",
        options: [.init("--days", "DAYS", "the working days, such as mon-thu"), .because] + Option.ofEveryAct,
        operandCount: 2...2
    ) { invocation in
        try setTime(invocation, .hours) { text throws(UsageError) in try PersonalTime.hours(text) }
    }

    private static func setTime(
        _ invocation: Invocation, _ field: Store.PersonField, _ read: (String) throws(UsageError) -> String
    ) throws -> ExitCode {
        let act = try Act(invocation)
        let rep = try act.person(invocation.operands[0]).rep
        let word = invocation.operands[1]
        let value = word == "none" ? nil : try read(word)
        let days = try invocation.value("--days").map { $0 == "none" ? nil : try PersonalTime.workdays($0) }
        try act.perform {
            try act.store.set(field, of: rep.id, to: value)
            if let days { try act.store.set(.workdays, of: rep.id, to: days) }
        }
        let extra = days.map { ", \($0 ?? "the team's days")" } ?? ""
        say("\(rep.name): \(value ?? "the team's \(field == .zone ? "zone" : "hours")")\(extra).")
        return .done
    }
}
