import Import
import Testing

@Suite("History of imported changes")
struct HistoryTests {
    @Test("a changed field is written down with the author, the instant, the old and the new value")
    func author() throws {
        let importing = try Importing(SampleTeam.files)
        _ = try importing.run([(.milestones, SampleTeam.milestones.replacing("2026-12-04,", with: "2026-12-11,"))])
        let rows = try importing.texts(
            "SELECT author || '|' || at || '|' || subject || '|' || field || '|' || old_value || '|' || new_value FROM history"
        )
        #expect(rows == ["import|\(Importing.now.secondsSinceEpoch)|milestone|due_on|2026-12-04|2026-12-11"])
    }

    @Test("a dry run and a refused row leave no history, and nobody stays signed in as author")
    func nothing() throws {
        let importing = try Importing(SampleTeam.files)
        _ = try importing.run(
            [(.accounts, SampleTeam.accounts.replacing("Acme Logistics", with: "Acme"))], dryRun: true)
        _ = try importing.run([(.accounts, "external_id,rep,name,rank\nacme,ana@example.com,Acme,x\n")])
        #expect(try importing.count("history") == 0)
        #expect(try importing.count("editor") == 0)
    }
}
