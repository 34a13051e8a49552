import Configuration
import Diagnostics
import Testing

@Suite("Secrets never stand in a diagnostic")
struct SecretDiagnosticTests {
    /// Errors about a secret that is right in its place and wrong in its value.
    @Test(
        "a secret from outside the file never stands in a diagnostic",
        arguments: [
            "[channels.leads]\ntype = \"slack\"\nurl = { env = \"S\" }\n",
            "[channels.leads]\ntype = \"webhook\"\nurl = { env = \"U\" }\nsecret = { env = \"S\" }\n",
        ])
    func neverInDiagnostics(text: String) {
        let diagnostics = Reading.diagnostics(text, environment: ["S": "ftp://hunter2", "U": "https://example.com/x"])
        #expect(!diagnostics.errors.isEmpty)
        #expect(!diagnostics.printed.contains("hunter2"))
    }

    @Test(
        "a secret that stands in the file never stands in a diagnostic, whatever is wrong with it or beside it",
        arguments: [
            "[channels.leads]\ntype = \"slack\"\nurl = \"https://example.com/hunter2\"\n",
            "[channels.leads]\ntype = \"slack\"\nurl = \"example.com/hunter2\"\n",
            "[channels.leads]\nurl = \"https://example.com/hunter2\"\n",
            "[channels]\nleads = { type = \"slak\", url = \"https://example.com/hunter2\" }\n",
            "[channels]\nleads = { type = \"slack\", url = \"https://example.com/hunter2\", rat = \"1/s\" }\n",
            "[channels.leads]\ntype = \"webhook\"\nurl = { env = \"U\" }\nsecret = \"whsec_hunter2\"\n",
            "[channels.leads]\ntype = \"slack-bot\"\ntoken = \"hunter2\"\nroom = 1\n",
            "[channels]\nleads = { type = \"zulip\", key = \"hunter2\" }\n",
            "[channels]\nleads = { type = \"nextcloud\", password = \"hunter2\" }\n",
            "[channels.leads]\ntype = \"slack\"\nurl = https://example.com/hunter2\n",
            "[channels.leads]\ntype = \"slack\"\nurl = https://example.com/hunter2/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n",
            "[channels.leads]\ntype = \"slack\"\nurl = \"https://example.com/hunter2\n",
        ])
    func neverInExcerpts(text: String) {
        let diagnostics = Reading.diagnostics(text, environment: ["U": "https://example.com/x"])
        #expect(!diagnostics.isEmpty)
        #expect(!diagnostics.printed.contains("hunter2"), "\(diagnostics.printed)")
    }

    @Test(
        "nor does an address or the value of a secret, however it is written",
        arguments: [
            "url: \"https://example.com/hunter2\"", "url \"https://example.com/hunter2\"",
            "url https://example.com/hunter2",
            "URL = \"https://example.com/hunter2\"", "webhook = \"https://example.com/hunter2\"",
            "hook = \"https://example.com/hunter2\"", "hook = https://example.com/hunter2",
            "url = { file = \"https://example.com/hunter2\" }", "url = { env = \"https://example.com/hunter2\" }",
            "url = { credential = \"https://example.com/hunter2\" }", "url = { \"https://example.com/hunter2\" }",
            "url = { \"hunter2\" }", "url = { hunter2 }", "url = { value = \"hunter2\" }",
            "url = { env = \"xoxb-hunter2\" }",
            "url = { file = hunter2 }", "url = “https://example.com/hunter2”", "url = “hunter2”", "url = ‘hunter2’",
            "url = `hunter2`", "url == \"hunter2\"", "url = hunter2 and more", "url = more and hunter2",
            "token hunter2",
            "Token: hunter2", "\"url\": \"hunter2\"", "tokne = \"hunter2\"", "api_key = \"hunter2\"", "url = \"hunter2",
            "url = 'ab'hunter2'", "url = \"ab\" hunter2\"", "url = \"a\\qhunter2\"", "url = hunter2 # \"",
            "leads.url = hunter2", "pass = \"hunter2\"", "pwd = \"hunter2\"", "auth = \"hunter2\"", "tok = 'hunter2'",
            "bot = \"hunter2\"", "passphrase = \"hunter2\"", "bot: hunter2", "leads.pass = \"hunter2\"",
            "pass = { value = \"hunter2\" }", "token = { file=\"xoxb-1234567890-hunter2\" }",
            "url = 00hunter2", "server = \"https://me:hunter2@example.com\"", "server = \"https://me:hunter2\"",
            "server = \"https://me:hun/ter2hunter2@example.com\"", "server = \"https://example.com?hunter2\" rate",
        ])
    func howeverWritten(setting: String) {
        for text in [
            "[channels.leads]\ntype = \"matrix\"\n\(setting)\n", "[channels.leads]\ntype = \"slack\"\n\(setting)\n",
            "[channels]\nleads = { type = \"slak\", \(setting) }\n",
        ] {
            let diagnostics = Reading.diagnostics(text)
            #expect(!diagnostics.isEmpty)
            #expect(!diagnostics.printed.contains("hunter2"), "\(diagnostics.printed)")
        }
    }

    @Test(
        "nor does a secret of several lines, or one that stands alone",
        arguments: [
            "[channels.leads]\ntype = \"slack-bot\"\ntoken = \"\"\"\nab\nhunter2\n\"\"\" more\nhunter2",
            "[channels.leads]\ntype = \"slack-bot\"\npin = '''\nhunter2 = 1\n'''\n",
            "[channels.leads]\ntype = \"slack-bot\"\ntoken = [\"a\",\n\"hunter2\",\n hunter2\n]\n",
            "[channels.leads]\ntype = \"slack-bot\"\ntoken = [ # [\n[\"]\"], hunter2,\n hunter2\n",
            "[channels.leads]\ntype = \"slack-bot\"\ntoken = {\n value = hunter2,\n hunter2\n}\n",
            "[channels.leads]\ntype = \"slack-bot\"\nhunter2\n",
            "[chanels.leads]\ntype = \"slack-bot\"\npin = hunter2\n",
            "channels.leads.type = \"slak\"\nchannels.leads.pin = \"hunter2\" x\n",
            "channels = { leads = { type = \"slack\", pin = \"hunter2\" } }\n",
            "channels = {\n  leads = {\n type = \"slack\",\n pin = hunter2 } }\n",
        ])
    func overLines(text: String) {
        let diagnostics = Reading.diagnostics(text)
        #expect(!diagnostics.errors.isEmpty)
        #expect(!diagnostics.printed.contains("hunter2"), "\(diagnostics.printed)")
    }

    @Test(
        "what a channel tells nobody's secret with stays in sight, and so do the lines of other tables",
        arguments: [
            "[channels.x]\ntype = \"slak\"", "[channels.x]\ntype = \"slack\"\nshared = tru",
            "[channels.x]\ntype = \"slack\"\nrate = \"50/w\"", "[channels]\n[work]\ndays = [\"mon\",\n  \"tue\", wde]",
            "channels.x.type = \"console\"\n[work]\nhours = \"9-17\"", "channels = { x = { type = \"slak\" } }",
        ])
    func inSight(text: String) throws {
        let line = try #require(text.split(separator: "\n").last)
        #expect(Reading.diagnostics(text).printed.contains("| \(line)\n"))
    }

    @Test("a mail server's password is not shown by the error that there should be none")
    func mailServer() {
        let text =
            "[channels.x]\ntype = \"email\"\nfrom = \"a@example.com\"\nserver = \"smtps://me:hunter2@example.com\"\n"
        let printed = Reading.diagnostics(text).printed
        #expect(printed.contains("server = \"smtps://••••••••••@example.com\""), "\(printed)")
    }

    @Test("what is masked leaves the rest of the line, the words and the caret as they are")
    func rest() {
        #expect(
            Reading.diagnostics(
                "[channels.z]\ntype = \"zulip\"\nkey = \"z\"\nserver = \"https://z.example.com/hunter2\"\n"
            )
            .printed.contains(
                """
                coachd.toml:3:7: warning: channels.z.key stands in the file in plain sight
                  3 | key = "•"
                    |       ^^^
                """))
        let text = "[channels]\nx = { type = \"slack\", url = { env = \"U\" }, token = \"hunter2\", rat = \"1/s\" }\n"
        #expect(
            Reading.diagnostics(text, environment: ["U": "https://example.com/x"]).printed.contains(
                """
                coachd.toml:2:63: error: there is no setting "rat" in [channels.x]
                  2 | x = { type = "slack", url = { env = "U" }, token = "•••••••", rat = "•••" }
                    |                                                               ^^^
                    hint: did you mean "rate"?
                """))
        #expect(
            Reading.diagnostics("[channels.x]\nurl: \"https://example.com/hunter2\"\n").printed.contains(
                "error: expected `=` after the key `url`, found `:`"))
        #expect(
            Reading.diagnostics("[teams.Token.wrok]\nday = 1\n").printed.contains("1 | [teams.Token.wrok]\n"))
    }

    @Test("a question is no secret, whatever it asks about")
    func questions() throws {
        let directory = try TemporaryDirectory()
        try directory.write("mine.txt", "[quiet]\nWhat is the key question for {acount}?\n")
        let printed = Reading.diagnostics("questions.add = [\"mine.txt\"]\n", directory: directory.path).printed
        #expect(printed.contains("What is the key question for {acount}?"), "\(printed)")
    }
}
