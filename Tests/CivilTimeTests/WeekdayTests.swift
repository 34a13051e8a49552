import Testing

@testable import CivilTime

@Suite("Weekdays")
struct WeekdayTests {
    @Test("a weekday is read by its name or the first three letters", arguments: Weekday.allCases)
    func names(weekday: Weekday) throws {
        for name in [weekday.name, weekday.name.uppercased(), weekday.shortName, weekday.shortName.lowercased()] {
            #expect(try Weekday(name: name) == weekday)
        }
    }

    @Test(
        "an unknown name is answered with the nearest weekday",
        arguments: [
            ("wendesday", "did you mean wednesday?"), ("frday", "did you mean friday?"), ("tues", "did you mean tue?"),
            ("holiday", "expected mon, tue, wed, thu, fri, sat or sun"), ("", "expected mon, tue, wed"),
        ])
    func unknown(name: String, hint: String) {
        let error = #expect(throws: TimeFormatError.self) { try Weekday(name: name) }
        #expect(error?.message.contains(hint) == true, "\(error?.message ?? "")")
    }

    @Test(
        "a list of weekdays is read with spaces, commas and ranges",
        arguments: [
            ("mon tue wed", "mon tue wed"), ("mon,tue", "mon tue"), ("fri, Monday", "mon fri"),
            ("mon-fri", "mon tue wed thu fri"), ("sun-thu", "mon tue wed thu sun"), ("sat-sat", "sat"),
            ("tue-mon", "mon tue wed thu fri sat sun"), ("mon mon", "mon"),
        ])
    func lists(text: String, days: String) throws {
        let set = try WeekdaySet(parsing: text)
        #expect(set.description == days)
        #expect(set.count == days.split(separator: " ").count)
        #expect(try WeekdaySet(parsing: set.description) == set)
    }

    @Test(
        "a list with anything else in it is refused",
        arguments: [
            ("", "expected days such as"), (" , ", "expected days such as"), ("mon-", "is not a weekday"),
            ("mon-wed-fri", "expected two days"), ("mon tuu", "did you mean tue?"),
        ])
    func refusedLists(text: String, reason: String) {
        let error = #expect(throws: TimeFormatError.self) { try WeekdaySet(parsing: text) }
        #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
    }

    @Test("the usual working week has five days")
    func mondayToFriday() {
        #expect(WeekdaySet.mondayToFriday.weekdays == [.monday, .tuesday, .wednesday, .thursday, .friday])
        #expect(!WeekdaySet.mondayToFriday.contains(.saturday))
    }
}
