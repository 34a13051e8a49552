import Foundation
import Import
import Testing

@Suite("The form of files")
struct FileFormTests {
    private static let plain =
        "external_id,rep,name,rank,industry\na1,ana@example.com,Acme,1,energy\na2,ana@example.com,Globex,2,\n"

    private func imported(_ text: String) throws -> [String] {
        let importing = try Importing([(.teams, SampleTeam.teams), (.people, SampleTeam.people)])
        let outcome = try importing.run([(.accounts, text)])
        #expect(outcome.refused == 0, "\(outcome.printed)")
        return try importing.texts("SELECT external_id || name || rank || quote(industry) FROM account ORDER BY id")
    }

    @Test(
        "columns in another order, a byte order mark, CRLF, quotes, blank lines and no last line end all read the same",
        arguments: [
            "name,industry,external_id,rank,rep\nAcme,energy,a1,1,ana@example.com\nGlobex,,a2,2,ana@example.com\n",
            "\u{FEFF}" + plain,
            plain.replacing("\n", with: "\r\n"), "\u{FEFF}" + plain.replacing("\n", with: "\r\n"),
            String(plain.dropLast()),
            "external_id,rep,name,rank,industry\r\n\r\na1,ana@example.com,Acme,1,energy\n\na2,ana@example.com,Globex,2,\n\n",
            "\"external_id\",\"rep\",\"name\",\"rank\",\"industry\"\n\"a1\",\"ana@example.com\",\"Acme\",\"1\",\"energy\"\na2,ana@example.com,Globex,2,\"\"\n",
            plain.replacing(",", with: ";"), "sep=;\r\n" + plain.replacing(",", with: ";"),
            "sep=\t\n" + plain.replacing(",", with: "\t"), "sep=,\n" + plain,
            "\u{FEFF}"
                + plain.replacing(",", with: ";").replacing("energy", with: "\"energy\"").replacing("\n", with: "\r\n"),
            plain.replacing("external_id,rep,name,rank", with: "External_ID,Rep,NAME,Rank"),
            "external_id,rep,name,rank,industry\na1, ana@example.com ,Acme ,1 ,  energy\na2,ana@example.com,Globex,2,   \n",
        ])
    func forms(text: String) throws {
        #expect(try imported(text) == (try imported(Self.plain)))
        #expect(try imported(text) == ["a1Acme1'energy'", "a2Globex2NULL"])
    }

    @Test("an unknown column is named once, with the nearest, and ignored")
    func unknownColumn() throws {
        let importing = try Importing([(.teams, SampleTeam.teams), (.people, SampleTeam.people)])
        let outcome = try importing.run([
            (.accounts, "external_id,rep,name,owner_phone,industri\na1,ana@example.com,Acme,1,energy\n")
        ])
        #expect(outcome.counts == [1, 0, 0, 0])
        #expect(outcome.diagnostics.map(\.severity) == [.warning, .warning])
        #expect(outcome.diagnostics.map(\.place) == ["accounts.csv:1:22", "accounts.csv:1:34"])
        #expect(outcome.diagnostics.last?.hint == "did you mean \"industry\"?")
        #expect(outcome.diagnostics.first?.hint?.contains("own_message") == true)
    }

    @Test("in a file with semicolons a comma is text, and places and hints are as ever")
    func semicolons() throws {
        let importing = try Importing([(.teams, SampleTeam.teams), (.people, SampleTeam.people)])
        let text = "sep=;\nexternal_id;rep;name\na1;ana@example.com;Night, Day\na2;ana@example.com;Dawn; Dusk\n"
        let outcome = try importing.run([(.accounts, text)])
        #expect(outcome.counts == [1, 0, 0, 1])
        #expect(try importing.texts("SELECT name FROM account") == ["Night, Day"])
        #expect(outcome.diagnostics.first?.place == "accounts.csv:4:1")
        #expect(outcome.diagnostics.first?.hint == "a semicolon in a text needs quotes around the text")
    }

    @Test("a header alone is an empty list")
    func headerOnly() throws {
        for file in ImportedFile.allCases {
            let header = file.columns.map(\.name).joined(separator: ",")
            let outcome = try Importing().run([(file, header + "\n")])
            #expect(outcome.diagnostics.isEmpty)
            #expect(outcome.counts == [0, 0, 0, 0])
            #expect(outcome.result.unreadable == 0)
        }
    }

    @Test(
        "a file that cannot be used is refused as a whole with its reason",
        arguments: [
            ("", "accounts.csv is empty: the first line names the columns"), ("\n\n", "accounts.csv is empty"),
            ("external_id,name\na1,Acme\n", "the column rep is missing"),
            ("a,b\n", "the columns external_id, rep, name are missing"),
            ("external_id,rep,name,rep\na1,x,Acme,y\n", "the column \"rep\" stands in the header twice"),
            ("external_id\trep\tname\na1\tana@example.com\tAcme\n", "export it with commas"),
            ("external_id,\"rep,name\na1,b,c\n", "never closed"),
        ])
    func unusable(text: String, expected: String) throws {
        let importing = try Importing(SampleTeam.files)
        let outcome = try importing.run([(.accounts, text), (.plan, "rep,kind,count\nben@example.com,touch,4\n")])
        #expect(outcome.result.unreadable == 1)
        #expect(outcome.printed.contains(expected), "\(outcome.printed)")
        #expect(outcome.counts == [1, 0, 0, 0], "the other file goes in")
    }

    @Test(
        "text in UTF-16 and an Excel workbook are named as such",
        arguments: [
            (
                Data([0xFF, 0xFE] + "external_id,rep,name\n".utf8.flatMap { [$0, 0] }),
                "is encoded in UTF-16, not in UTF-8"
            ),
            (Data("external_id,rep,name\n".utf8.flatMap { [0, $0] }), "is encoded in UTF-16"),
            (Data([0x50, 0x4B, 3, 4, 0, 0, 0, 0]), "looks like an Excel workbook"),
        ])
    func encodings(data: Data, expected: String) throws {
        let file = try TemporaryFile(.accounts, data)
        let outcome = try Importing().run([file.source])
        #expect(outcome.result.unreadable == 1)
        #expect(outcome.printed.contains(expected), "\(outcome.printed)")
    }

    @Test("a file that is not there and a directory are told with the path")
    func notThere() throws {
        for path in ["/nowhere/accounts.csv", "/tmp"] {
            let outcome = try Importing().run([ImportSource(.accounts, path: path)])
            #expect(outcome.result.unreadable == 1)
            #expect(outcome.printed.contains(path))
        }
    }

    @Test("100 MB on one line are one refused row; the rows around it go in")
    func hundredMegabytes() throws {
        let importing = try Importing([(.teams, SampleTeam.teams), (.people, SampleTeam.people)])
        let file = try TemporaryFile(
            .accounts, Data("external_id,rep,name\na1,ana@example.com,Acme\na2,ana@example.com,".utf8))
        try file.append(Data(repeating: UInt8(ascii: "x"), count: 1 << 20), times: 100)
        try file.append(Data("\na3,ana@example.com,Globex\n".utf8))
        let outcome = try importing.run([file.source])
        #expect(outcome.counts == [2, 0, 0, 1])
        #expect(outcome.diagnostics.first?.place == "\(file.path):3:20")
        #expect(outcome.printed.contains("over 1 MiB"))
        #expect(outcome.printed.count < 2000)
    }
}
