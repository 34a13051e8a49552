import Import
import Testing

@Suite("Dry run and strict")
struct DryRunAndStrictTests {
    private static let mixed: [(ImportedFile, String)] =
        SampleTeam.files(without: .accounts) + [
            (.accounts, SampleTeam.accounts + "bad,ana@example.com,Bad,0,,,,,,,,,\n")
        ]

    @Test("a dry run counts what the import counts and keeps nothing")
    func dryRun() throws {
        let importing = try Importing()
        let dry = try importing.run(Self.mixed, dryRun: true)
        #expect(!dry.result.isKept)
        #expect(try importing.contents().isEmpty)
        let real = try importing.run(Self.mixed)
        #expect(dry.counts == real.counts)
        #expect(dry.result.summaries == real.result.summaries)
        #expect(dry.printed == real.printed)
        let again = try importing.run(
            SampleTeam.files.map { ($0, $1.replacing("Acme Logistics", with: "Acme")) }, dryRun: true)
        #expect(again.counts == [0, 1, 27, 0])
        #expect(try importing.texts("SELECT name FROM account WHERE external_id = 'acme'") == ["Acme Logistics"])
    }

    @Test("after a dry run the store takes rows as before, with its indexes and triggers")
    func afterDryRun() throws {
        let importing = try Importing()
        let schema = try importing.texts("SELECT sql FROM sqlite_schema ORDER BY name")
        _ = try importing.run(SampleTeam.files, dryRun: true)
        #expect(try importing.texts("SELECT sql FROM sqlite_schema ORDER BY name") == schema)
        _ = try importing.run(SampleTeam.files)
        #expect(try importing.texts("SELECT count(*) FROM account WHERE last_touch_at IS NOT NULL") == ["2"])
    }

    @Test("one bad row refuses all under --strict, and what is wrong is still told")
    func strict() throws {
        let importing = try Importing()
        let outcome = try importing.run(Self.mixed, strict: true)
        #expect(!outcome.result.isKept)
        #expect(outcome.refused == 1)
        #expect(outcome.diagnostics.count == 1)
        #expect(try importing.contents().isEmpty)
    }

    @Test("a file that cannot be read refuses all under --strict")
    func strictUnreadable() throws {
        let importing = try Importing()
        let outcome = try importing.run(SampleTeam.files(without: .holds) + [(.holds, "account,from\n")], strict: true)
        #expect(!outcome.result.isKept)
        #expect(try importing.contents().isEmpty)
    }

    @Test("with all rows right --strict keeps them")
    func strictAndRight() throws {
        let importing = try Importing()
        #expect(try importing.run(SampleTeam.files, strict: true).result.isKept)
        #expect(try importing.count("activity") == 3)
    }
}
