import CivilTime

/// Accounts that move: touched again and again, with a next step. Laid out by counting, so that the demo is the same each time.
struct HealthyAccounts {
    private(set) var accounts = ""
    private(set) var stakeholders = ""
    private(set) var milestones = ""
    private(set) var activities = ""

    private static let names = [
        "Öresund Ferries", "Bluth Homes", "Prestige Foods", "Kestrel Air", "Halden Mills", "Nordlicht",
        "Silva Textiles",
        "Paper Street", "Monarch Dairy", "Lumon", "Weyland", "Cedar Clinics", "Oceanic", "Gringotts", "Pied Piper",
        "Sterling Media", "Kaiser Tools", "Vega Optics", "Delos Parks", "Zorin Chips", "Rosewood", "Atlas Freight",
        "Hudson Glass", "Juniper Labs", "Marlow Books", "Northwind", "Contoso", "Fabrikam", "Litware", "Tailspin",
        "Trey Research", "Woodgrove", "Adatum", "Relecloud", "Wingtip", "Proseware", "Lamna", "Munson", "Fourth Coffee",
        "Bellows", "Alpine Ski", "Coho Wines", "Humongous", "Lucerne", "Margie's Travel", "Nod Robotics", "Southridge",
        "VanArsdel",
    ]
    private static let industries = ["retail", "banking", "logistics", "health", "energy", "media"]
    private static let first = [
        "Ada", "Bo", "Cleo", "Dirk", "Elif", "Finn", "Gro", "Hugo", "Isa", "Jan", "Kai", "Lotte",
    ]
    private static let last = ["Lund", "Ferro", "Okoye", "Weiss", "Duarte", "Novak", "Hale", "Moreau"]
    private static let steps = [
        "send the cost model", "site visit", "talk with the plant manager", "pilot plan", "review of the offer",
    ]
    private static let kinds = ["call", "email", "meeting", "call", "visit", "email", "call"]

    /// The date, or the Monday after a weekend.
    private static func weekday(_ date: CivilDate) -> CivilDate {
        date.adding(days: date.weekday.rawValue > 5 ? 8 - date.weekday.rawValue : 0)
    }

    init(before monday: CivilDate) {
        for (number, name) in Self.names.enumerated() {
            let rep = DemoTeam.reps[number % DemoTeam.reps.count]
            let id = "h\(number)"
            let stepDate = Self.weekday(monday.adding(days: 7 + number % 12))
            accounts +=
                "\(id),\(rep),\(name),\(5 + number / 4),\(Self.industries[number % 6]),2026-09-01,"
                + "\(Self.steps[number % 5]),\(stepDate),\n"
            for (offset, role) in ["economic buyer", "champion", "user"].enumerated() {
                let person = "\(Self.first[(number * 3 + offset) % 12]) \(Self.last[(number + offset * 3) % 8])"
                stakeholders += "\(id)-\(offset),\(id),\(person),\(role)\n"
            }
            milestones += "\(id)-m1,\(id),Need confirmed,2026-10-20,2026-10-21\n"
            milestones += "\(id)-m2,\(id),Proposal sent,\(Self.weekday(monday.adding(days: 14 + number % 30))),\n"
        }
        // Each rep goes round his accounts, so many touches a working day.
        for (place, rep) in DemoTeam.reps.enumerated() {
            var turn = 0
            for back in stride(from: 28, to: 0, by: -1) {
                let day = monday.adding(days: -back)
                guard day.weekday.rawValue <= 5 else { continue }
                for touch in 0..<(4 + (back + place) % 3) {
                    let number = (turn % (Self.names.count / 4)) * 4 + place
                    let hour = (rep.hasPrefix("dana") ? 15 : 9) + touch
                    activities +=
                        "a\(place)-\(back)-\(touch),\(rep),h\(number),\(Self.kinds[turn % 7]),\(day)T\(hour < 10 ? "0" : "")\(hour):15:00Z,"
                        + "two-way,h\(number)-\(turn / 12 % 3),h\(number)-m2,\n"
                    turn += 1
                }
            }
        }
    }
}
