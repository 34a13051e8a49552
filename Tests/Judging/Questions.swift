extension Judge {
    /// Nobody is asked the same about the same account again within ten of his working days.
    mutating func judgeQuestions() {
        struct Key: Hashable { var person: Int64?, account: Int64, question: String }
        var last: [Key: Int] = [:]
        for message in record.messages where message.deliveredAt != nil {
            for item in message.items where !item.isVoided {
                guard let question = item.question, let account = item.account else { continue }
                let key = Key(person: message.person, account: account, question: question)
                if let earlier = last[key], let reader = message.person.flatMap({ record.people[$0] }),
                    reader.workingDays(after: earlier, through: message.day) <= 10
                {
                    accuse(
                        "no question twice in ten days", message.day,
                        "\(message.kind) \(message.id) to \(reader.name): \(question), asked on \(iso(earlier))")
                }
                last[key] = message.day
            }
        }
    }
}
