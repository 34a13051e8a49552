import Diagnostics
import SQLite
import Store

extension Command {
    static let backup = Command(
        "backup", "FILE", "copy the store into a file, while the daemon and others go on",
        details: """
            The copy is the store as it is at one moment, complete in its one file, and only its owner may read it. It takes
            its place once it is complete; a file that is there stays, unless --force says to put the copy in its place.

              coachd backup /var/backups/coachd-$(date +%F).db

            To restore one: stop coachd, put the file in the store's place (as its owner's, with mode 600, and without a -wal or
            -shm file of the old one beside it), start coachd. What was sent since the copy was made may be sent again that day.
            """,
        options: [.init("--force", nil, "replace a file that is there"), .store, .config], operandCount: 1...1
    ) { invocation in
        let path = invocation.operands[0]
        guard path != "-" else {
            throw UsageError(
                "a copy is complete only as a file: it cannot go to standard output",
                hint: "coachd backup copy.db && cat copy.db; a file of that name is ./-")
        }
        let context = try Context(invocation)
        let source = try source(context)
        guard
            StoreFile.identity(of: path) == nil
                || StoreFile.identity(of: path) != StoreFile.identity(of: context.storePath)
        else { throw Failure("\(path) is the store itself: a copy goes into another file") }
        guard !Files.isDirectory(path) else { throw Failure("\(path) is a directory: name the file") }
        guard invocation.has("--force") || !Files.exist(path) else {
            throw Failure("\(path) is there already and stays as it is", hint: "--force replaces it")
        }
        guard !Files.exist("\(path)-wal") else {
            throw Failure("\(path) is in use, or was not closed: \(path)-wal lies beside it")
        }
        do {
            try source.backUp(to: path, isReplacing: invocation.has("--force"))
        } catch {
            throw Failure("\(path) cannot be written: \(error)")
        }
        say("\(context.storePath) is copied to \(path)")
        return .done
    }

    /// A store that waits for its upgrade is the one to be copied.
    private static func source(_ context: Context) throws -> Database {
        do {
            return try context.store(.read).database
        } catch StoreError.olderVersion, StoreError.servedByOlder {
            return try Database(path: context.storePath, mode: .readOnly)
        }
    }
}
