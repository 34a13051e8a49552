import Testing

@testable import Chat

@Suite("What a person typed into a mail")
struct TypedTextTests {
    @Test(
        "what is quoted below is left out",
        arguments: [
            "On Tue, 24 Nov 2026 at 09:00, coachd <coachd@example.com> wrote:\n> Good morning\n> 1. Globex",
            "On Tue, Nov 24, 2026 at 9:00 AM coachd <coachd@example.com>\nwrote:\n\n> Good morning",
            "On 24.11.26 09:00, coachd wrote:\n> Good morning",
            "On Tuesday, November 24, 2026 at 09:00:00 AM GMT, coachd <coachd@example.com> wrote:\n\nGood morning\n1. Globex",
            "Am Di., 24. Nov. 2026 um 09:00 Uhr schrieb coachd <coachd@example.com>:\n> Guten Morgen",
            "Am 24.11.2026 um 09:00 schrieb coachd <coachd@example.com>:\n\nGuten Morgen",
            "Am 24.11.26 um 09:00 schrieb\ncoachd:\n> Guten Morgen",
            "-----Original Message-----\nFrom: coachd <coachd@example.com>\nGood morning",
            "-----Ursprüngliche Nachricht-----\nVon: coachd\nGuten Morgen",
            "________________________________\nFrom: coachd <coachd@example.com>\nSent: Tuesday",
            "From: coachd <coachd@example.com>\nSent: Tuesday, 24 November 2026 09:00\nTo: Ana\nSubject: Good morning\n\nGood",
            "Von: coachd <coachd@example.com>\nGesendet: Dienstag, 24. November 2026 09:00\nAn: Ana\nBetreff: Guten Morgen",
            "*Von:* coachd\n*Datum:* Dienstag\n*An:* Ana", "> Good morning\n> 1. Globex\n>\n>> older", "",
        ])
    func quoted(quotation: String) {
        #expect(TypedText.lines(of: "called Globex\nplan\n\n\(quotation)") == ["called Globex", "plan"])
    }

    @Test(
        "a signature is left out, with what stands below it",
        arguments: [
            "-- \nAna Reis\nAcme", "--\nAna", "Sent from my iPhone", "Von meinem iPhone gesendet",
            "Get Outlook for iOS",
            "Gesendet von Outlook für Android", "Best regards,\nAna Reis\n+44 20 7946 0000",
            "Mit freundlichen Grüßen\nAna",
            "LG\nAna", "Cheers, \nAna", "Thanks!\nAna",
        ])
    func signature(text: String) {
        #expect(TypedText.lines(of: "called Globex\n\n\(text)\n\n> Good morning") == ["called Globex"])
    }

    @Test("what stands below and between quoted lines is typed too")
    func between() {
        let text = "On 24.11.26 09:00, coachd wrote:\n> 1. Globex\ncalled: the audit\n> 2. Initech\n\n\nwrote\n> 3."
        #expect(TypedText.lines(of: text) == ["called: the audit", "", "wrote"])
    }

    @Test(
        "what only looks like a sign is typed",
        arguments: [
            "thanks", "danke", "On Monday: call Globex", "Am Montag schrieb Petra von Globex:",
            "From: Petra, the audit first",
            "Von meinem Gespräch mit Petra: das Audit", "a -- b", "On 24 Nov I wrote: the audit", "-", "__",
            "Best call of the week: Globex",
        ])
    func typed(text: String) { #expect(TypedText.lines(of: "\(text)\nplan") == [text, "plan"]) }
}
