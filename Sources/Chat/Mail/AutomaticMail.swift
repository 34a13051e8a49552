/// Mails that no person wrote: an answer to one may get an answer again, and so without end (RFC 3834).
extension MailFields {
    var areOfMachine: Bool {
        let submitted = FieldParameters(self["Auto-Submitted"] ?? "no").value
        if submitted != "no" { return true }
        let precedence = all("Precedence").map { $0.lowercased() }
        if precedence.contains(where: ["bulk", "junk", "list", "auto_reply"].contains) { return true }
        if ["X-Autoreply", "X-Autorespond", "X-Auto-Reply-From", "List-Id", "X-Failed-Recipients"].contains(where: {
            self[$0] != nil
        }) {
            return true
        }
        // A bounce has no sender to whom another one could go (RFC 5321, 4.5.5).
        if all("Return-Path").contains(where: { $0.trimmed == "<>" }) { return true }
        if FieldParameters(self["Content-Type"] ?? "").value == "multipart/report" { return true }
        let from = all("From").joined().lowercased()
        if ["mailer-daemon@", "postmaster@"].contains(where: from.contains) { return true }
        let subject = MIME.decodingWords(in: self["Subject"] ?? "").trimmed.lowercased()
        return Self.subjects.contains(where: subject.hasPrefix)
    }

    /// What programs that give no other sign begin with.
    private static let subjects = [
        "out of office", "out-of-office", "out of the office", "automatic reply", "auto reply", "auto-reply",
        "autoreply",
        "auto:", "automatische antwort", "abwesenheit", "abwesend", "undeliver", "mail delivery", "delivery status",
        "unzustellbar",
    ]
}
