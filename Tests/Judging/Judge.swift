/// Reads what a year left behind and says which promises of the domain were broken. It knows the promises and plain arithmetic, and
/// asks nothing of the engine.
package struct Judge {
    let record: Record
    private(set) var violations: [Violation] = []

    package init(_ record: Record) { self.record = record }

    /// All that was broken, the earliest first.
    package static func violations(of record: Record) -> [Violation] {
        var judge = Judge(record)
        judge.judgeMessages()
        judge.judgeDays()
        judge.judgeSlots()
        judge.judgeEpisodes()
        judge.judgeQuestions()
        judge.judgeWords()
        return judge.violations.sorted { ($0.day, $0.rule, $0.detail) < ($1.day, $1.rule, $1.detail) }
    }

    mutating func accuse(_ rule: String, _ day: Int, _ detail: String) {
        violations.append(Violation(rule: rule, day: iso(day), detail: detail))
    }

    func name(_ person: Int64?) -> String { person.flatMap { record.people[$0]?.name } ?? "nobody" }
}
