import Testing

@Suite("import on the command line")
struct ImportCommandTests {
    @Test("counts stand per file, a second time all are unchanged")
    func counts() throws {
        let sandbox = try Company.sandbox()
        let again = try sandbox.run("import", "csv/")
        #expect(again.code == 0)
        #expect(again.error.isEmpty)
        #expect(again.output.contains("csv/accounts.csv: 0 added, 0 changed, 6 unchanged, 0 refused\n"))
        #expect(again.lines.count == Company.files.count + 1)
    }

    @Test("a bad row ends with 1 and its place; the others go in")
    func badRow() throws {
        let sandbox = try Company.sandbox()
        try sandbox.write(
            "csv/accounts.csv",
            "external_id,rep,name,selected_on\nx1,ana@example.com,New,2026-02-30\nx2,ana@example.com,Newer,2024-02-23\n"
        )
        let ended = try sandbox.run("import", "csv/accounts.csv")
        #expect(ended.code == 1)
        #expect(ended.output.hasPrefix("csv/accounts.csv: 1 added, 0 changed, 0 unchanged, 1 refused\n"))
        #expect(ended.error.hasPrefix("csv/accounts.csv:2:24: error: \"2026-02-30\" is not a date"))
        #expect(ended.error.contains("2 | x1,ana@example.com,New,2026-02-30"))
    }

    @Test("--strict keeps nothing and says so")
    func strict() throws {
        let sandbox = try Company.sandbox()
        try sandbox.write(
            "csv/accounts.csv", "external_id,rep,name\nx1,nobody@example.com,New\nx2,ana@example.com,Newer\n")
        let ended = try sandbox.run("import", "csv", "--strict")
        #expect(ended.code == 1)
        #expect(ended.output.contains("Nothing was kept"))
        try sandbox.write("csv/accounts.csv", "external_id,rep,name\nx2,ana@example.com,Newer\n")
        #expect(try sandbox.run("import", "csv/accounts.csv").output.contains("1 added"))
    }

    @Test("a dry run says what would happen and keeps nothing, not even a new store")
    func dryRun() throws {
        let sandbox = try Sandbox()
        for (name, text) in Company.files { try sandbox.write("csv/\(name).csv", text) }
        let dry = try sandbox.run("import", "csv", "--dry-run", "--store", "new.db")
        #expect(dry.code == 0)
        #expect(dry.output.contains("accounts.csv: 6 added"))
        #expect(dry.output.contains("Nothing was kept: this was a dry run."))
        let names = try sandbox.names()
        #expect(!names.contains("new.db"))
        #expect(try sandbox.run("import", "csv", "--store", "new.db").output.contains("accounts.csv: 6 added"))
    }

    @Test("the store that was filled is named, whoever named it")
    func namesItsStore() throws {
        let sandbox = try Company.sandbox()
        for (options, store) in [([], "coachd.db"), (["--store", "other.db"], "other.db")] {
            let ended = try sandbox.start(["import", "csv"] + options).ended()
            #expect(ended.output.hasSuffix("/\(store)\n") && ended.output.contains("\nstore: /"), "\(ended.all)")
        }
    }

    @Test("other files are named, with the nearest known name, and ignored")
    func otherFiles() throws {
        let sandbox = try Company.sandbox()
        try sandbox.write("csv/account.csv", "x\n")
        try sandbox.write("csv/notes.txt", "x\n")
        let ended = try sandbox.run("import", "csv")
        #expect(ended.code == 0)
        #expect(
            ended.error.contains(
                "csv/account.csv is none of the known files and is ignored; did you mean accounts.csv?"))
        #expect(ended.error.contains("csv/notes.txt is none of the known files and is ignored"))
    }

    @Test(
        "no file to import is an error",
        arguments: [["import", "empty"], ["import", "nowhere"], ["import", "csv/notes.txt"]])
    func nothing(arguments: [String]) throws {
        let sandbox = try Sandbox()
        try sandbox.write("empty/x", "")
        try sandbox.write("csv/notes.txt", "")
        let ended = try sandbox.start(arguments).ended()
        #expect(ended.code == 1)
        #expect(!ended.error.isEmpty)
    }

    @Test("a row of teams.csv that is cut short is refused, not a crash")
    func shortTeam() throws {
        let sandbox = try Sandbox()
        try sandbox.write("teams.csv", "name,timezone,leader\nTeam North\n")
        let ended = try sandbox.run("import", "teams.csv", "--store", "new.db")
        #expect(ended.isExit)
        #expect(ended.code == 1)
        #expect(ended.error.contains("teams.csv:2:1: error: the row has 1 field, the header has 3"))
    }

    @Test("no progress and no escape codes where standard error is no terminal")
    func quiet() throws {
        let sandbox = try Company.sandbox()
        let ended = try sandbox.run("import", "csv")
        #expect(!ended.all.contains("\u{1B}") && !ended.all.contains("\r"))
    }
}
