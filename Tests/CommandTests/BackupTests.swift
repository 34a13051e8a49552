import Foundation
import Glibc
import Testing

@Suite("backup")
struct BackupTests {
    @Test("the copy holds all, is its owner's alone, and can be served in the store's place")
    func copy() throws {
        let sandbox = try Company.sandbox()
        let ended = try sandbox.run("backup", "copy.db")
        #expect(ended.code == 0 && ended.output.contains("is copied to copy.db"), "\(ended.all)")
        var information = stat()
        #expect(stat(sandbox.file("copy.db"), &information) == 0 && information.st_mode & 0o777 == 0o600)
        #expect(try sandbox.names().filter { $0.hasPrefix("copy") } == ["copy.db"], "nothing is left beside it")
        for name in try sandbox.names() where name.hasPrefix("coachd.db") { unlink(sandbox.file(name)) }
        #expect(rename(sandbox.file("copy.db"), sandbox.file("coachd.db")) == 0)
        #expect(try sandbox.run("findings", "--at", Company.at).output.contains("Acme Logistics"))
        #expect(try sandbox.run("check", "--at", Company.at).code == 0)
    }

    @Test("it holds what was written while the daemon serves")
    func served() throws {
        let sandbox = try Company.sandbox()
        let daemon = try sandbox.start(["serve"])
        #expect(eventually { daemon.error.contains("serving ") })
        #expect(try sandbox.run("log", "acme", "call", "--note", "just now").code == 0)
        #expect(try sandbox.run("backup", "copy.db").code == 0)
        #expect(daemon.terminated().code == 0)
        #expect(try sandbox.run("account", "show", "acme", "--store", "copy.db").output.contains("just now"))
    }

    @Test("a copy to standard output is refused as a misuse, and no file of that name is made")
    func standardOutput() throws {
        let sandbox = try Company.sandbox()
        let ended = try sandbox.run("backup", "-")
        #expect(ended.code == 2 && ended.error.contains("cannot go to standard output"), "\(ended.all)")
        #expect(try !sandbox.names().contains { $0.hasPrefix("-") })
    }

    @Test("a file that is there stays, unless --force says otherwise; the store itself always does")
    func overwriting() throws {
        let sandbox = try Company.sandbox()
        try sandbox.write("copy.db", "a letter")
        let refused = try sandbox.run("backup", "copy.db")
        #expect(refused.code == 1 && refused.error.contains("--force replaces it"))
        #expect(sandbox.read("copy.db") == "a letter")
        #expect(try sandbox.run("backup", "copy.db", "--force").code == 0)
        #expect(try sandbox.run("check", "--store", "copy.db", "--at", Company.at).code == 0)
        let itself = try sandbox.run("backup", "coachd.db", "--force")
        #expect(itself.code == 1 && itself.error.contains("is the store itself"))
        let nowhere = try sandbox.run("backup", "nowhere/copy.db")
        #expect(nowhere.code == 1 && nowhere.error.contains("nowhere/copy.db cannot be written: "), "\(nowhere.all)")
    }
}
