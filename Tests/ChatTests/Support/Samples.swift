import Coaching

/// Messages as rich as they come, with names that mean something to one platform or the other.
enum Samples {
    /// An agenda with every part that an agenda may have.
    static let agenda: Message = {
        let item = Message.Item(
            heading:
                "\("AT&T <Europe>") · \("Ana") · 12 working days without a touch, \("CFO met") planned for tomorrow",
            facts: ["Ask: who pays when a truck is late?", "Proposed: \("Ana") and \("Mara"), 20 minutes today."],
            state: .still, kind: .stalled, findingID: 7, accountID: 3, account: "AT&T <Europe>", number: 1)
        let healthy = Message.Item(
            heading: "\("Duff_*Beer*") · \("Ben") · going well, not looked at together yet",
            facts: ["Ask: what works here that you would repeat elsewhere?"], state: .rotation, accountID: 4,
            account: "Duff_*Beer*", number: 2)
        return Message(
            .huddle, title: "Huddle · \("Team North") · Tue 24 Nov · 15 min · \("Chidi") is away until Thu 26 Nov",
            sections: [
                .init(
                    "Highlights (2 min)",
                    lines: [
                        "• \("Ana") reached \"\("CFO met")\" at \("Globex").",
                        "• \("Ben") did the whole plan, three working days running.",
                    ]),
                .init("Said (2 min)", lines: ["\("Ana"): \("Hooli"): \("demo"), kept", "Say today's in the round."]),
                .init(
                    "Asks (3 min)",
                    lines: ["• \("Dana") on \("Tyrell"), since Fri 20 Nov: \"\("who has met a CFO in energy?")\""]),
                .init("Support today (6 min)", items: [item, healthy]),
                .init(lines: [
                    "Near: \("Stark"), \("Proposal sent"), Fri 27 Nov (\("Ben"))",
                    "You said: \("a word with @Globex"), by Fri 27 Nov.",
                ]),
                .init(
                    "Last five days, touches done of planned",
                    lines: ["\("Ana")    ▇▆▇▅▇  28 of 30", "\("Chidi")  ▃▅▂▅·  17 of 25"], isPicture: true),
            ])
    }()

    /// A morning plan with thanks, items and a footer.
    static let morning: Message = {
        let thanks = Message.Item(
            heading: "\("Globex") is moving again: a call with \("Petra") (champion) yesterday. Thank you.",
            state: .thanks,
            kind: .stalled, findingID: 1, accountID: 1, account: "Globex")
        let items = [
            Message.Item(
                heading: "\("Initech") · its hold ended yesterday (\"\("their new CIO starts on Tue 24 Nov")\")",
                facts: ["Live in the last 30 days: champion and user, two role of three."],
                question: "What would make a first hello useful at \("Initech")?", questionKey: "What would make …?",
                state: .new, kind: .holdEnded, findingID: 2, accountID: 2, account: "Initech", rung: 1, number: 1),
            Message.Item(
                heading: "\("R&D `Lab`") · \("Need confirmed")",
                facts: ["The next step \"\("send [model](v2)")\" was for yesterday."],
                question: "Is it still the right step?", questionKey: "Is it still the right step?", state: .back,
                kind: .nextStepPassed, findingID: 3, accountID: 3, account: "R&D `Lab`", rung: 1, number: 2),
        ]
        var message = Message(
            .morning, title: "Good morning \("Ana"). Tue 24 Nov: two accounts where an hour would count.",
            sections: [
                .init(items: [thanks]), .init(items: items),
                .init(lines: [
                    "Today's plan: 6 touches, 1 research.", "47 accounts have a next step. 2 more things can wait.",
                ]),
            ])
        message.lateness = Phrase(words: "(Meant for 09:00; coachd was not running then.)")
        return message
    }()

    /// A message that says next to nothing.
    static let line = Message(.huddle, title: "Huddle · \("Team North") · all 200 accounts are moving.")

    /// The same data in every place where data can stand.
    static func everywhere(_ data: String) -> Message {
        let item = Message.Item(
            heading: "\(data) · \(data), planned for tomorrow",
            facts: ["The next step \"\(data)\" was for yesterday.", "\(data)"],
            question: "What would \(data) say?", state: .new, kind: .quiet, account: data, number: 1)
        let thanks = Message.Item(heading: "\(data) is moving. Thank you.", state: .thanks, account: data)
        return Message(
            .morning, title: "Good morning \(data). Tue 24 Nov",
            sections: [
                .init(items: [thanks]), .init("Heading \(data)", items: [item]),
                .init("Lines", lines: ["\(data)", "\(data): \(data); and \(data)."]),
                .init("Picture", lines: ["\(data)  ▇▆▇  9 of 12"], isPicture: true),
            ])
    }
}
