import Foundation
import SQLite
import Testing

@Suite("init and check")
struct InitAndCheckTests {
    @Test("init writes a configuration, an empty store and templates with which all commands work")
    func firstSteps() throws {
        let sandbox = try Sandbox()
        let made = try sandbox.run("init", "my team")
        #expect(made.code == 0)
        #expect(
            try sandbox.names(in: "my team").filter { !$0.hasPrefix("coachd.db-") } == [
                "coachd.db", "coachd.toml", "csv",
            ])
        #expect(try sandbox.names(in: "my team/csv").count == 15)
        #expect(sandbox.read("my team/csv/people.csv").hasPrefix("email,name,role,team,"))
        #expect(made.output.contains("coachd import "))
        let config = ["--config", "my team/coachd.toml", "--store", "my team/coachd.db"]
        for (arguments, code) in [
            (["check"], 1), (["import", "my team/csv"], 0), (["findings"], 0), (["nudges"], 0), (["agenda"], 1),
        ] as [([String], Int32)] {
            let ended = try sandbox.start(arguments + config).ended()
            #expect(ended.code == code, "\(arguments): \(ended.all)")
            #expect(ended.isExit)
        }
        #expect(try sandbox.start(["agenda"] + config).ended().error.contains("no teams yet"))
    }

    @Test("the configuration that init writes names the store that init makes, from wherever it is used")
    func storeOfInit() throws {
        let sandbox = try Sandbox()
        try sandbox.run("init", "my-team")
        for (name, text) in Company.files { try sandbox.write("my-team/csv/\(name).csv", text) }
        #expect(try sandbox.run("import", "my-team/csv", "--config", "my-team/coachd.toml").code == 0)
        let findings = try sandbox.run("findings", "--store", "my-team/coachd.db", "--at", Company.at)
        let names = try sandbox.names()
        #expect(findings.output.contains("Acme Logistics"))
        #expect(!names.contains("coachd.db"))
    }

    @Test("what is there already is left as it is, and told")
    func existing() throws {
        let sandbox = try Company.sandbox()
        let before = (sandbox.read("coachd.toml"), sandbox.read("csv/accounts.csv"))
        let ended = try sandbox.run("init")
        #expect(ended.code == 0)
        #expect(ended.output.contains("coachd.toml is there already and stays as it is"))
        #expect(ended.output.contains("coachd.db is there already and stays as it is"))
        #expect(ended.output.contains("csv/holds.csv written"))
        #expect(before == (sandbox.read("coachd.toml"), sandbox.read("csv/accounts.csv")))
        #expect(try sandbox.run("findings", "--at", Company.at).output.contains("Acme Logistics"))
    }

    @Test("a store that is something else is left as it is")
    func foreignStore() throws {
        let sandbox = try Sandbox()
        try sandbox.write(
            "coachd.db", "this is a letter, not a database, and longer than the header of one would be at the least")
        let ended = try sandbox.run("init")
        #expect(ended.code == 78)
        #expect(ended.error.contains("is not a coachd store; it is left as it is"))
        #expect(sandbox.read("coachd.db").hasPrefix("this is a letter"))
    }

    @Test("a place that cannot be made is told")
    func unwritable() throws {
        let sandbox = try Sandbox()
        try sandbox.write("file", "")
        let ended = try sandbox.run("init", "file/below")
        #expect(ended.code == 1)
        #expect(ended.error.contains("file/below cannot be made"))
    }

    @Test("a file that cannot be written is told, and the exit status is 1")
    func partly() throws {
        let sandbox = try Sandbox()
        try FileManager.default.createSymbolicLink(
            atPath: sandbox.file("coachd.toml"), withDestinationPath: "/nowhere/x")
        let ended = try sandbox.run("init")
        #expect(ended.code == 1)
        #expect(ended.error.hasPrefix("coachd: coachd.toml"))
    }

    @Test("check shows each team's and person's next slots in local time, and ends with 0 when all are reached")
    func slots() throws {
        let ended = try Company.sandbox().run("check", "--at", Company.at)
        #expect(ended.code == 0, "\(ended.all)")
        #expect(ended.output.contains("Team North (Europe/London)"))
        #expect(ended.output.contains("Wed 27 Nov 08:40  → console, for Mara Holt"))
        #expect(
            ended.output.contains(
                "  Ana Reis            morning Wed 27 Nov 09:00, afternoon Wed 27 Nov 14:30 (Europe/London, mon tue wed "
                    + "thu fri, 09:00-17:30)  → console\n"))
        #expect(ended.output.contains("  Mara Holt (leader)  what is owed Wed 27 Nov 09:00 (Europe/London, "))
        #expect(ended.output.contains("  line of the week    Fri 29 Nov 16:00  → console, for Mara Holt\n"))
        #expect(ended.output.contains("(America/New_York"))
    }

    @Test("check says what an observer hears, and why somebody hears nothing")
    func nothingToHear() throws {
        let sandbox = try Company.sandbox()
        for name in ["olga", "otto"] {
            let address = "\(name)@example.com"
            _ = try sandbox.run("person", "add", address, name, "--team", "Team North", "--role", "observer")
        }
        _ = try sandbox.run("person", "leave", "ben@example.com", "--on", "2024-11-27", "--at", Company.at)
        let routed = "[people.\"olga@example.com\"]\nroutes.leader = \"board\"\n"
        try sandbox.write(
            "coachd.toml",
            "store = \"coachd.db\"\n[channels]\nboard = { type = \"file\", path = \"board.jsonl\" }\n"
                + "own = { type = \"file\", path = \"own.jsonl\", shared = true }\n"
                + "[routes]\nleader = \"own\"\nrep = \"own\"\n" + routed)
        // After the last afternoon in New York.
        let ended = try sandbox.run("check", "--at", "2024-11-26T21:00:00Z")
        #expect(ended.code == 0, "\(ended.all)")
        #expect(ended.output.contains("olga (observer)     the agenda, with the huddle  → board\n"), "\(ended.all)")
        #expect(ended.output.contains("otto (observer)     nothing: [people.\"otto@example.com\"] routes"))
        #expect(ended.output.contains("Ben Okafor          nothing more before leaving on Wed 27 Nov (America/"))
        #expect(!ended.output.contains("never"))
    }

    @Test("check tells who is reached nowhere and ends with 1")
    func unreached() throws {
        let sandbox = try Company.sandbox()
        try sandbox.write(
            "coachd.toml",
            "store = \"coachd.db\"\n[channels.leads]\ntype = \"file\"\npath = \"leads.jsonl\"\n[routes]\nleader = \"leads\"\n[teams.\"Team Nroth\"]\n[people.\"anna@example.com\"]\n"
        )
        let ended = try sandbox.run("check", "--at", Company.at)
        #expect(ended.code == 1)
        #expect(ended.error.contains("ana@example.com is reached nowhere: no route \"rep\" leads there"))
        #expect(ended.error.contains("    hint: rep = \"leads\" below [routes] reaches everybody by a channel"))
        #expect(
            ended.error.contains(
                /coachd\.toml:\d+:\d+: warning: [^\n]* the team "Team Nroth", which is not in the store\n[^\n]*\n[^\n]*\n *hint: did you mean "Team North"\?/
            ), "\(ended.error)")
        #expect(
            ended.error.contains(
                /coachd\.toml:\d+:\d+: warning: [^\n]* the person "anna@example.com", which is not in the store\n[^\n]*\n[^\n]*\n *hint: did you mean "ana@example.com"\?/
            ), "\(ended.error)")
    }

    @Test("check says whose the next huddle is while the leader is away, and nothing of who left")
    func peopleGone() throws {
        let sandbox = try Company.sandbox()
        _ = try sandbox.run("person", "leave", "ben@example.com", "--on", "2024-11-25", "--at", Company.at)
        _ = try sandbox.run("person", "away", "mara@example.com", "2024-11-27..2024-12-06", "--at", Company.at)
        var ended = try sandbox.run("check", "--at", Company.at)
        #expect(ended.output.contains("Mon 9 Dec 08:40  → console, for Mara Holt"), "\(ended.all)")
        #expect(!ended.output.contains("Ben Okafor"))
        _ = try sandbox.run("team", "deputy", "Team North", "ana@example.com", "--at", Company.at)
        ended = try sandbox.run("check", "--at", Company.at)
        #expect(ended.output.contains("Wed 27 Nov 08:40  → console, for Ana Reis") && ended.code == 0)
        for person in ["mara", "ana"] {
            _ = try sandbox.run("person", "leave", "\(person)@example.com", "--on", "2024-11-25", "--at", Company.at)
        }
        ended = try sandbox.run("check", "--at", Company.at)
        #expect(ended.code == 1 && ended.error.contains("Team North has nobody to lead its huddle"), "\(ended.all)")
    }

    @Test("a leader whom nothing private reaches is named too")
    func unreachedLeader() throws {
        let sandbox = try Company.sandbox()
        try sandbox.write(
            "coachd.toml",
            """
            store = "coachd.db"
            [channels]
            leads = { type = "slack", url = "https://hooks.example.com/leads" }
            own = { type = "file", path = "own.jsonl" }
            [routes]
            leader = "leads"
            [people."ana@example.com"]
            routes.rep = "own"
            [people."ben@example.com"]
            routes.rep = "own"

            """)
        try Database(path: sandbox.file("coachd.db"), mode: .readWrite).execute(
            """
            INSERT INTO team(id, name) VALUES (2, 'Team South');
            INSERT INTO person(id, email, name, role, team_id) VALUES (9, 'lea@example.com', 'Lea', 'leader', 2);
            UPDATE team SET leader_id = 9 WHERE id = 2;
            """)
        let ended = try sandbox.run("check", "--at", Company.at)
        for leader in ["mara", "lea"] {
            #expect(ended.error.contains("\(leader)@example.com is reached nowhere"), "\(ended.all)")
        }
        #expect(ended.code == 1)
    }

    @Test("check ends with 78 on errors of the configuration, all told at once")
    func errors() throws {
        let sandbox = try Company.sandbox()
        try sandbox.write("bad.toml", "sotre = \"x\"\n[nudges]\nitems = 9\n[routes]\nrep = \"x\"\n")
        for command in ["check", "findings", "agenda", "nudges", "serve"] {
            let ended = try sandbox.run(command, "--config", "bad.toml")
            #expect(ended.code == 78, "\(command)")
            for place in ["bad.toml:1:1", "bad.toml:3:9", "bad.toml:5:7"] {
                #expect(ended.error.contains("\(place): error: "))
            }
        }
    }

    @Test("check ends with 1 where nobody is in the store")
    func nobody() throws {
        let sandbox = try Sandbox()
        _ = try sandbox.run("init")
        let ended = try sandbox.run("check")
        #expect(ended.code == 1)
        #expect(ended.error.contains("nobody is in the store, so nothing is said: coachd import"), "\(ended.all)")
    }

    @Test("a configuration that is named and not there is an error, whoever names it")
    func missingConfiguration() throws {
        let sandbox = try Sandbox()
        for ended in [
            try sandbox.run("check", "--config", "nowhere.toml"),
            try sandbox.run("check", environment: ["COACHD_CONFIG": "nowhere.toml"]),
        ] {
            #expect(ended.code == 78)
            #expect(ended.error.contains("nowhere.toml cannot be read: No such file or directory"))
        }
    }

    @Test("a store that is not there is told with what makes one")
    func missingStore() throws {
        let sandbox = try Sandbox()
        for command in ["findings", "agenda", "nudges", "serve"] {
            let ended = try sandbox.run(command, "--store", "nowhere.db")
            #expect(ended.code == 1)
            #expect(ended.error.contains("there is no store at nowhere.db: `coachd init` makes one"))
        }
        #expect(try sandbox.run("check", "--store", "nowhere.db").code == 1)
        #expect(try sandbox.names().allSatisfy { $0.hasPrefix(".") })
    }

    @Test("trouble with the store that passes is no error of the configuration: the service is to try again")
    func passingTrouble() throws {
        let sandbox = try Company.sandbox()
        for store in ["missing/coachd.db", "csv", "coachd.toml/coachd.db"] {
            let ended = try sandbox.run("serve", "--store", store)
            #expect(ended.code == 1, "\(store): \(ended.all)")
        }
        let unmounted = try sandbox.run(
            "serve", "--store", sandbox.file("unmounted/coachd.db"),
            environment: ["STATE_DIRECTORY": sandbox.file("unmounted")])
        #expect(unmounted.code == 1, "\(unmounted.all)")
        let foreign = try sandbox.run("serve", "--store", "coachd.toml")
        #expect(foreign.code == 78, "what was named is no store: \(foreign.all)")
    }

    @Test("the secret of a channel never stands in what check prints")
    func secrets() throws {
        let sandbox = try Company.sandbox()
        try sandbox.write(
            "coachd.toml",
            "store = \"coachd.db\"\n[channels.leads]\ntype = \"slack\"\nurl = { env = \"U\" }\n[routes]\nleader = \"leads\"\n"
        )
        let ended = try sandbox.run("check", environment: ["U": "https://user:hunter2@hooks.example.com/T0/hunter3"])
        #expect(ended.output.contains("channel leads: slack at hooks.example.com (address hidden)"))
        #expect(!ended.all.contains("hunter"))
    }

    @Test(
        "only what sends needs the secrets: all else runs outside the service, and check notes what it cannot look at")
    func secretsOfTheService() throws {
        let sandbox = try Company.sandbox()
        try sandbox.write(
            "coachd.toml",
            """
            store = "coachd.db"
            [channels.leads]
            type = "slack"
            url = { credential = "leads-url" }
            [channels.reps]
            type = "webhook"
            url = { env = "REPS_URL" }
            secret = { credential = "reps-secret" }
            [channels.mail]
            type = "email"
            server = "smtps://mail.example.com"
            from = "coachd@example.com"
            user = "coachd@example.com"
            password = { file = "mail.password" }
            [routes]
            leader = "leads"
            rep = "reps"

            """)
        for arguments in [
            ["findings"], ["agenda"], ["nudges", "--payload"], ["outbox", "list"], ["import", "csv"],
            ["log", "acme", "call"],
        ] {
            let ended = try sandbox.run(arguments)
            #expect(ended.code == 0 && !ended.error.contains("secret"), "\(arguments): \(ended.all)")
        }
        let checked = try sandbox.run("check", "--at", Company.at)
        #expect(checked.code == 0, "\(checked.all)")
        #expect(checked.error.contains("note: channels.leads.url cannot be checked here"))
        #expect(checked.error.contains("note: channels.mail.password cannot be checked here"))
        #expect(checked.output.contains("channel leads: slack at a host that is not known here"))
        for arguments in [["serve"], ["send-test", "leads"]] {
            let ended = try sandbox.run(arguments)
            #expect(ended.code == 78 && ended.error.contains("LoadCredential=leads-url"), "\(ended.all)")
        }
    }

    @Test("the built-in questions can be printed, edited and named, and check counts them")
    func questions() throws {
        let sandbox = try Company.sandbox()
        let printed = try sandbox.run("check", "--print-questions", "de")
        #expect(printed.code == 0 && printed.output.contains("\n[quiet]\n"))
        try sandbox.write("mine.txt", printed.output + "[quiet]\nWas gibt es Neues?\n")
        try sandbox.write(
            "coachd.toml",
            "store = \"coachd.db\"\n[questions]\nlanguage = \"de\"\nreplace = [\"mine.txt\"]\n"
                + "[teams.\"Team North\"]\nquestions.language = \"en\"\n")
        let ended = try sandbox.run("check", "--at", Company.at)
        #expect(ended.code == 0, "\(ended.all)")
        #expect(ended.output.contains("\nquestions: German, "))
        #expect(ended.output.contains(", 1 of your own\n"))
        #expect(ended.output.contains("\n  questions: English, "))
        let unknown = try sandbox.run("check", "--print-questions", "fr")
        #expect(unknown.code == 2 && unknown.error.contains("the languages are en, de"))
    }

    @Test("--print-defaults prints a configuration that check accepts")
    func printDefaults() throws {
        let sandbox = try Company.sandbox()
        let printed = try sandbox.run("check", "--print-defaults")
        #expect(printed.code == 0)
        try sandbox.write("defaults.toml", printed.output)
        #expect(try sandbox.run("check", "--config", "defaults.toml", "--store", "coachd.db").code == 0)
        try sandbox.run("init", "new")
        #expect(sandbox.read("new/coachd.toml").contains("[thresholds]"))
    }
}
