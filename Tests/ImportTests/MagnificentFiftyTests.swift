import Import
import Testing

@Suite("The 50 at import")
struct MagnificentFiftyTests {
    private static func accounts(_ numbers: ClosedRange<Int>, status: String = "") -> String {
        "external_id,rep,name,status\n" + numbers.map { "a\($0),ana@example.com,Account \($0),\(status)\n" }.joined()
    }

    private static let people: [(ImportedFile, String)] = [(.teams, SampleTeam.teams), (.people, SampleTeam.people)]

    @Test("the 51st active account is refused at its place, with what to do, and 50 go in")
    func cap() throws {
        let importing = try Importing(Self.people)
        let outcome = try importing.run([(.accounts, Self.accounts(1...51))])
        #expect(outcome.counts == [50, 0, 0, 1])
        #expect(outcome.diagnostics.first?.place == "accounts.csv:52:5")
        #expect(outcome.diagnostics.first?.message == "the rep has 50 active accounts already: close or drop one first")
        #expect(try importing.count("account") == 50)
    }

    @Test("accounts that are won, lost or dropped do not count")
    func closed() throws {
        let importing = try Importing(Self.people + [(.accounts, Self.accounts(1...50))])
        #expect(try importing.run([(.accounts, Self.accounts(51...60, status: "won"))]).counts == [10, 0, 0, 0])
        let reopened = try importing.run([
            (.accounts, "external_id,rep,name,status\na51,ana@example.com,Account 51,active\n")
        ])
        #expect(reopened.counts == [0, 0, 0, 1])
        #expect(try importing.texts("SELECT status FROM account WHERE external_id = 'a51'") == ["won"])
    }

    @Test("one dropped and one new in the same file, in this order, fit")
    func swap() throws {
        let importing = try Importing(Self.people + [(.accounts, Self.accounts(1...50))])
        let text =
            "external_id,rep,name,status\na1,ana@example.com,Account 1,dropped\na51,ana@example.com,Account 51,active\n"
        #expect(try importing.run([(.accounts, text)]).counts == [1, 1, 0, 0])
    }

    @Test("an account handed over to a rep with a full list is refused and stays where it was")
    func handedOver() throws {
        let importing = try Importing(Self.people + [(.accounts, Self.accounts(1...50))])
        _ = try importing.run([(.accounts, "external_id,rep,name\nb1,ben@example.com,Ben's\n")])
        #expect(
            try importing.run([(.accounts, "external_id,rep,name\nb1,ana@example.com,Ben's\n")]).counts == [0, 0, 0, 1])
        #expect(
            try importing.texts(
                "SELECT p.email FROM account a JOIN person p ON p.id = a.rep_id WHERE a.external_id = 'b1'") == [
                    "ben@example.com"
                ])
    }

    @Test("once the list is known the refusal names the account that would best give way, and the command")
    func proposal() throws {
        let importing = try Importing(Self.people + [(.accounts, Self.accounts(1...50))])
        try importing.store.database.execute(
            "UPDATE account SET next_step = 'call', next_step_on = '2099-01-01' WHERE external_id <> 'a7'")
        let outcome = try importing.run([(.accounts, "external_id,rep,name\na51,ana@example.com,Five & One\n")])
        let hint = try #require(outcome.diagnostics.first?.hint)
        #expect(hint.hasPrefix("Account 7: no touch since it was selected"))
        #expect(hint.hasSuffix("coachd account drop 'Account 7' --because TEXT makes room for one; then import again"))
    }

    @Test(
        "many rows beyond the 50 are told once for their rep, with their lines, and none of the same import is to give way"
    )
    func many() throws {
        let importing = try Importing(Self.people + [(.accounts, Self.accounts(1...49))])
        try importing.store.database.execute(
            "UPDATE account SET next_step = 'call', next_step_on = '2099-01-01'")
        let ben = "c1,ben@example.com,Ben's,\n"
        let outcome = try importing.run([
            (.accounts, Self.accounts(50...55) + ben + "a56,ANA@example.com,Account 56,\n")
        ])
        #expect(outcome.counts == [2, 0, 0, 6])
        #expect(outcome.diagnostics.count == 1)
        #expect(
            outcome.diagnostics.first?.message
                == "6 rows of ana@example.com are refused, lines 3-7, 9: the rep has 50 active accounts already: close or drop one first"
        )
        #expect(outcome.diagnostics.first?.place == "accounts.csv:3:5")
        #expect(outcome.diagnostics.first?.hint?.hasPrefix("Account 50") == false, "\(outcome.diagnostics)")
    }
}
