import Configuration
import Import
import Store

extension Command {
    static let initialize = Command(
        "init", "[DIR]", "write a commented configuration, an empty store and CSV templates to fill",
        details:
            "Makes coachd.toml, coachd.db and csv/*.csv in DIR (here by default). What is there already is left as it is.",
        options: [], operandCount: 0...1
    ) { invocation in
        let directory = invocation.operands.first ?? "."
        guard Directory.make(directory) else { throw Failure("the directory \(directory) cannot be made") }
        let prefix = directory == "." ? "" : directory.hasSuffix("/") ? directory : "\(directory)/"
        try write("\(prefix)coachd.toml", SampleConfiguration.forNewDirectory)
        let storePath = "\(prefix)coachd.db"
        let wasThere = Files.exist(storePath)
        _ = try Store(path: storePath, access: .create)
        Terminal.writeLine(wasThere ? "\(storePath) is there already and stays as it is" : "\(storePath) written")
        guard Directory.make("\(prefix)csv") else { throw Failure("the directory \(prefix)csv cannot be made") }
        for file in ImportedFile.allCases {
            try write("\(prefix)csv/\(file.rawValue).csv", file.columns.map(\.name).joined(separator: ",") + "\n")
        }
        Terminal.writeLine(
            """

            Next: fill in \(prefix)csv/teams.csv, people.csv and accounts.csv (the others when you have them), then
              coachd import \(prefix)csv --config \(prefix)coachd.toml
              coachd agenda --config \(prefix)coachd.toml
              coachd serve --config \(prefix)coachd.toml
            """)
        return .done
    }

    /// Writes a new file and says so; one that is there stays as it is.
    private static func write(_ path: String, _ text: String) throws(Failure) {
        if Files.exist(path) {
            Terminal.writeLine("\(path) is there already and stays as it is")
        } else if let reason = Files.create(path, text) {
            throw Failure("\(path) cannot be written: \(reason)")
        } else {
            Terminal.writeLine("\(path) written")
        }
    }
}
