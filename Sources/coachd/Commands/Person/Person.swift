import Chat
import CivilTime
import Coaching
import Diagnostics
import Engine
import JSON
import Store

extension Command {
    static let person = Command(
        "person", "people come, go, move, are away: who they are, when they work, what a day holds",
        details: "A person is named by e-mail, by name, or by a beginning that only one has.",
        [
            .personAdd, .personLeave, .personHandover, .personAway, .personBack, .personMove, .personZone, .personHours,
            .personPlan, .personHandle, .personShow, .personList,
        ])

    static let personAdd = Command(
        "person add", "EMAIL NAME", "add a rep, leader or observer",
        details:
            "  coachd person add ana@example.com \"Ana Reis\" --team \"Team North\" --zone Europe/London --hours 09:00-17:30",
        options: [
            .init("--team", "NAME", "the team"),
            .init("--role", "ROLE", "\(PersonRole.allCases.map(\.rawValue).joined(separator: ", ")); else rep"),
            .init("--zone", "ZONE", "the time zone, such as Europe/London; else the team's"),
            .init("--hours", "HOURS", "the working hours, such as 09:00-17:30; else the team's"),
            .init("--workdays", "DAYS", "the working days, such as mon-fri; else the team's"), .because,
        ] + Option.ofEveryAct, operandCount: 2...2
    ) { invocation in
        let act = try Act(invocation)
        let email = try PersonalTime.email(invocation.operands[0])
        let name = try invocation.text(operand: 1, "the name")
        let role = try invocation.value("--role").map { word throws(UsageError) in
            try Names.value(word, of: PersonRole.allCases.map(\.rawValue), "role")
        }
        let team = try invocation.value("--team").map { try Names.team($0, act.roster) }
        let zone = try invocation.value("--zone").map(PersonalTime.zone)
        let hours = try invocation.value("--hours").map(PersonalTime.hours)
        let workdays = try invocation.value("--workdays").map(PersonalTime.workdays)
        if let known = act.roster.member(email: email) {
            throw Failure("\(known.rep.email) is there already: \(known.rep.name)")
        }
        try act.perform {
            try act.store.addPerson(
                email: email, name: name, role: role.flatMap(PersonRole.init) ?? .rep, team: team?.id, zone: zone,
                workdays: workdays, hours: hours)
        }
        say("\(name) is \(role ?? "rep")\(team.map { " in \($0.name)" } ?? ", in no team yet: coachd person move").")
        return .done
    }

    static let personLeave = Command(
        "person leave", "EMAIL", "a person leaves: silent from that day on",
        options: [.init("--on", "DATE", "the first day without; else today"), .because] + Option.ofEveryAct,
        operandCount: 1...1
    ) { invocation in
        let act = try Act(invocation)
        let rep = try act.person(invocation.operands[0]).rep
        let today = act.today(of: rep)
        let date = try invocation.date("--on", today: today) ?? today
        try act.perform { try act.store.set(.leftOn, of: rep.id, to: date.iso) }
        say("\(rep.name) is gone from \(DateWords(today: today).said(date)) on.")
        for team in act.roster.teams where team.leader == rep.id {
            say("\(team.name) has no leader then: coachd team leader \(team.name.quotedForShell) EMAIL")
        }
        let size = try act.store.listSize(of: rep.id).accounts
        if size > 0 {
            let wait = size == 1 ? "1 account waits" : "\(size) accounts wait"
            say("\(wait) for somebody: coachd person handover \(rep.email) --to EMAIL[,EMAIL…]")
        }
        return .done
    }

    static let personMove = Command(
        "person move", "EMAIL TEAM", "a person goes to another team; the accounts go along",
        options: [.because] + Option.ofEveryAct, operandCount: 2...2
    ) { invocation in
        let act = try Act(invocation)
        let rep = try act.person(invocation.operands[0]).rep
        let team = try Names.team(invocation.operands[1], act.roster)
        try act.perform { try act.store.move(rep.id, to: team.id) }
        say("\(rep.name) is in \(team.name).")
        return .done
    }

    static let personHandle = Command(
        "person handle", "EMAIL PLATFORM ID|none", "say who a person is on a chat platform",
        details: """
              coachd person handle ana@example.com slack-bot U012AB3CD

            ID is
            \(handleForms)
            """,
        options: [.because] + Option.ofEveryAct, operandCount: 3...3
    ) { invocation in
        let act = try Act(invocation)
        let rep = try act.person(invocation.operands[0]).rep
        let platform = try Names.value(
            try invocation.text(operand: 1, "the platform").lowercased(), of: HandleForm.all.keys.sorted(),
            "platform that knows people")
        let id = try invocation.text(operand: 2, "the id")
        if let form = HandleForm.all[platform], id != "none", !form.fits(id) {
            throw UsageError("\"\(id)\" is nobody on \(platform)", hint: "expected \(form.words)")
        }
        if let other = act.roster.members.values.first(where: { $0.handles[platform] == id && $0.rep.id != rep.id }) {
            throw Failure(
                "\(other.rep.name) is \(id) on \(platform)", hint: "what is private goes only where one person reads")
        }
        try act.perform { try act.store.setHandle(of: rep.id, on: platform, to: id == "none" ? nil : id) }
        say(id == "none" ? "\(rep.name) is not known on \(platform)." : "\(rep.name) is \(id) on \(platform).")
        return .done
    }

    private static let handleForms = {
        let width = HandleForm.all.keys.map(\.count).max() ?? 0
        return HandleForm.all.sorted { $0.key < $1.key }.map { platform, form in
            "  \(platform)\(String(repeating: " ", count: width - platform.count + 2))\(form.words)"
        }.joined(separator: "\n")
    }()

    static let personPlan = Command(
        "person plan", "EMAIL KIND=COUNT…", "set the right activities of a person's day; 0 takes a kind out",
        details: """
            KIND is \(PlanKind.allNames.joined(separator: ", ")); touch counts every touch.

              coachd person plan ana@example.com touch=6 research=1
            """,
        options: [.because] + Option.ofEveryAct, operandCount: 2...20
    ) { invocation in
        let act = try Act(invocation)
        let rep = try act.person(invocation.operands[0]).rep
        var lines: [(kind: PlanKind, count: Int)] = []
        for operand in invocation.operands.dropFirst() {
            let parts = operand.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else {
                throw UsageError("\"\(operand)\" is no line of a plan", hint: "write KIND=COUNT, such as touch=6")
            }
            let kind = try Names.value(parts[0], of: PlanKind.allNames, "kind of activity")
            let count = try Invocation.number(parts[1], kind, 0...1000)
            if let kind = PlanKind(rawValue: kind) { lines.append((kind, count)) }
        }
        try act.perform {
            for line in lines { try act.store.setPlan(of: rep.id, line.kind, to: line.count) }
        }
        let plan = try act.store.people().first { $0.id == rep.id }?.plan ?? []
        say("\(rep.name): \(PersonalTime.words(plan)) a day.")
        return .done
    }
}
