import CivilTime
import Coaching
import JSON
import Store

extension Command {
    static let history = Command(
        "history", "[ACCOUNT|PERSON]", "who changed what, when and why, the latest first",
        details: """
            Times are UTC. A change by plain SQL has no author. Coaching notes never stand in it.

              coachd history Acme
              coachd history ana@example.com --since 2026-11-01
            """,
        options: [
            .init("--since", "DATE", "from this day on"), .init("--limit", "N", "how many changes; else 40"), .json,
            .at,
            .store, .config,
        ], operandCount: 0...1
    ) { invocation in
        let act = try Act(invocation, .read)
        let scope = try invocation.operands.first.map { try historyScope($0, act) } ?? .all
        let since = try invocation.date("--since", today: Zone.utc.date(at: act.now), .behind)
        let lines = try act.store.history(
            scope, since: since.map { Zone.utc.startOfDay($0) }, through: act.now,
            limit: try invocation.number("--limit", 1...100_000) ?? 40)
        for line in lines {
            if invocation.has("--json") {
                Terminal.writeLine(JSON(line).text)
            } else {
                say(HistorySentence(line).text)
            }
        }
        if lines.isEmpty, !invocation.has("--json") { say("Nothing was changed.") }
        return .done
    }

    private static func historyScope(_ name: String, _ act: Act) throws -> HistoryScope {
        switch try act.subject(name) {
        case .account(let account): .account(account.id)
        case .person(let member): .person(member.rep.id, email: member.rep.email)
        }
    }
}

/// A change as a sentence.
private struct HistorySentence {
    private let line: HistoryLine

    init(_ line: HistoryLine) { self.line = line }

    /// "2026-11-24 08:40 ana@example.com: Acme: next step "send the note" (before: "call") because …"
    var text: String {
        let local = Zone.utc.local(line.at)
        let author = line.author ?? "somebody by SQL"
        let about = line.account ?? line.name ?? ""
        let reason = line.reason.map { " because: \($0)" } ?? ""
        return
            "\(local.date.iso) \(local.time.toTheMinute) \(author): \(about.isEmpty ? "" : "\(about): ")\(change)\(reason)"
    }

    private var change: String {
        if line.field == "removed" { return "\(noun) \(quoted(line.old)) removed" }
        if line.field == "added" { return added }
        let subject = line.subject == "account" || line.account == nil ? "" : "\(noun) \(quoted(line.name)), "
        switch (line.subject, line.field) {
        case ("person", "away"): return "away \(span)"
        case ("person", "back"): return "back on \(line.new ?? "")"
        case ("team", "aim"): return "its aim was changed"
        case ("commitment", "kept_at"), ("promise", "kept_at"): return "\(line.subject) \(quoted(line.new)) kept"
        case ("commitment", "dropped_at"), ("promise", "dropped_at"):
            return "\(line.subject) \(quoted(line.new)) dropped"
        case ("commitment", "due_on"): return "commitment moved from \(line.old ?? "") to \(line.new ?? "")"
        case ("ask", "answer"): return "ask answered \(quoted(line.new))"
        case ("research", _): return "known of \(line.field): \(quoted(line.new))\(before)"
        case ("hold", _), ("commitment", _), ("ask", _), ("promise", _): return "\(noun): \(field) \(value)\(before)"
        default: return "\(subject)\(field) \(value)\(before)"
        }
    }

    private var added: String {
        switch line.subject {
        case "hold": "on hold \(span)"
        case "account": "selected"
        case "person", "team": "added"
        case "highlight": "praised \(quoted(line.new))"
        default: "\(noun) \(quoted(line.new)) added"
        }
    }

    /// Two dates that are kept as one value.
    private var span: String { (line.new ?? "").split(separator: " ").joined(separator: " to ") }

    private var noun: String { line.subject }

    private var field: String {
        let named = [
            "rep_id": "rep", "team_id": "team", "leader_id": "leader", "deputy_id": "deputy", "due_on": "due",
            "done_on": "done",
            "skipped_on": "left out", "left_on": "gone from", "time_zone": "zone", "from_on": "from",
            "until_on": "until",
            "selected_on": "selected", "fit_note": "why this one", "inner_circle": "inner circle",
            "stall_after": "stalled after", "next_step": "next step", "next_step_on": "next step on",
            "own_message": "own message", "trigger_event": "trigger", "status_reason": "reason", "place": "number",
            "rank": "number",
        ]
        return named[line.field] ?? line.field
    }

    private var value: String {
        if line.field == "inner_circle" { return line.new == "1" ? "yes" : "no" }
        return line.new.map { quoted($0) } ?? "none"
    }

    private var before: String {
        guard let old = line.old else { return "" }
        if line.field == "inner_circle" { return "" }
        return " (before: \(quoted(old)))"
    }

    /// In quotes where it is more than a word.
    private func quoted(_ text: String?) -> String {
        guard let text else { return "" }
        return text.contains(where: \.isWhitespace) ? "\"\(text.cut(to: 100))\"" : text.cut(to: 100)
    }
}

extension JSON {
    fileprivate init(_ line: HistoryLine) {
        self = .record([
            ("at", JSON(line.at.rfc3339)), ("author", JSON(line.author)), ("reason", JSON(line.reason)),
            ("account", JSON(line.account)), ("subject", JSON(line.subject)), ("name", JSON(line.name)),
            ("field", JSON(line.field)), ("old", JSON(line.old)), ("new", JSON(line.new)),
        ])
    }
}
