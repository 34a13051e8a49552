/// The lines of a text that its writer wrote: nothing quoted, forwarded or signed.
struct ReplyLines {
    /// Without empty ones.
    let lines: [String]
    /// Whether there was more than is read.
    let isCut: Bool
    /// Whether the text is somebody else's: a mail that was passed on.
    let isForwarded: Bool

    private static let characterLimit = 4_000
    private static let lineLimit = 20

    init(_ text: String) {
        // Of the scalars first: one letter may be a heap of them.
        let scalars = text.unicodeScalars.prefix(4 * Self.characterLimit)
        let read = String(String.UnicodeScalarView(scalars)).prefix(Self.characterLimit)
        var lines: [String] = []
        var (isForwarded, isOver) = (false, false)
        for line in read.split(whereSeparator: \.isNewline).map({ String($0).trimmed }) where !line.isEmpty {
            if line.hasPrefix(">") { continue }
            if Self.endsWords(line) {
                isForwarded = lines.isEmpty
                isOver = true
                break
            }
            lines.append(Self.withoutBot(line))
        }
        isCut = !isOver && (read.utf8.count < text.utf8.count || lines.count > Self.lineLimit)
        self.isForwarded = isForwarded || lines.count > 1 && lines.first.map(Self.isSalutation) ?? false
        self.lines = Self.underHeadings(Array(lines.prefix(Self.lineLimit)))
    }

    /// "call Globex" under "Tomorrow:" or "Plan for today:" is "tomorrow: call Globex", and was not done.
    private static func underHeadings(_ lines: [String]) -> [String] {
        var (found, day): ([String], String?) = ([], nil)
        for (place, line) in lines.enumerated() {
            if place + 1 < lines.count, let heading = dayOfHeading(line) {
                day = heading
            } else {
                let words = TypedLine(line).text(from: 0)
                found.append(day.map { "\($0): \(words)" } ?? line)
            }
        }
        return found
    }

    private static func dayOfHeading(_ line: String) -> String? {
        let typed = TypedLine(line)
        guard line.hasSuffix(":"), (1...4).contains(typed.count) else { return nil }
        let day = typed.words.first { word in
            days.contains(word) || WeekdayWords.weekday(word) != nil && !WeekdayWords.isLoose(word)
        }
        if let day { return String(day.text) }
        if typed.words.contains(where: spans.contains) { return typed.text(0..<typed.count) }
        return typed.words.contains(where: plans.contains) ? "today" : nil
    }

    private static let days = WordSet("today tomorrow tmrw yesterday heute morgen gestern")
    private static let spans = WordSet("week month woche monat")
    private static let plans = WordSet("plan plans todo todos do tasks aufgaben")

    /// Where a mail's head, a quotation or a signature begins.
    private static func endsWords(_ line: String) -> Bool {
        let small = line.lowercased()
        if small == "--" || small.hasPrefix("---") || small.hasPrefix("___") { return true }
        let quotes = [("on ", " wrote"), ("am ", " schrieb")]
        // "On Mon, Petra wrote: > we accept"
        if quotes.contains(where: { small.hasPrefix($0.0) && small.contains($0.1) && small.contains(":") }),
            small.hasSuffix(":") || small.contains(": >") || small.contains(":>")
        {
            return true
        }
        return heads.contains { small.hasPrefix($0) }
    }

    private static let heads = [
        "from:", "von:", "subject:", "betreff:", "to:", "an:", "sent:", "gesendet:", "fwd:", "fw:", "wg:", "re:", "aw:",
        "begin forwarded", "anfang der weitergeleiteten", "forwarded message", "sent from my", "gesendet von meinem",
        "von meinem iphone", "get outlook",
    ]

    /// "Hi Ana," begins a letter to somebody; a bot is told things without.
    private static func isSalutation(_ line: String) -> Bool {
        let typed = TypedLine(line)
        guard (2...5).contains(typed.count), salutations.contains(typed[0]), line.hasSuffix(",") || line.hasSuffix("!")
        else { return false }
        return typed.words.last?.key != "coachd"
    }

    private static let salutations = WordSet("hi hello hey dear hallo liebe lieber liebes sehr moin")

    /// "/call@bot Globex" is said to the bot.
    private static func withoutBot(_ line: String) -> String {
        guard line.hasPrefix("/"), let at = line.firstIndex(of: "@") else { return line }
        let end = line[at...].firstIndex(where: \.isWhitespace) ?? line.endIndex
        guard !line[..<at].contains(where: \.isWhitespace) else { return line }
        return String(line[..<at] + line[end...])
    }
}
