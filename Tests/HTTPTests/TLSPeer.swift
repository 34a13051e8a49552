import Foundation

/// An HTTPS server (`openssl s_server`) on a free port, with a certificate for `localhost` from a private authority. It answers its first
/// connection, to whatever it is asked.
final class TLSPeer {
    static let isAvailable = FileManager.default.isExecutableFile(atPath: openssl)
    private static let openssl = "/usr/bin/openssl"

    let port: Int
    let authorityFile: String
    private let folder: URL
    private let server = Process()

    init(_ serverOptions: [String] = []) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        authorityFile = folder.appendingPathComponent("ca.pem").path
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
        try Self.run(
            ["req", "-x509", "-subj", "/CN=test authority", "-keyout", "ca.key", "-out", "ca.pem"] + key, in: folder)
        try Self.run(
            [
                "req", "-x509", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
                "-addext", "basicConstraints=critical,CA:FALSE", "-CA", "ca.pem", "-CAkey", "ca.key",
                "-keyout", "leaf.key", "-out", "leaf.pem",
            ] + key, in: folder)
        let output = Pipe()
        server.executableURL = URL(fileURLWithPath: Self.openssl)
        server.arguments =
            ["s_server", "-accept", "127.0.0.1:0", "-cert", "leaf.pem", "-key", "leaf.key"] + serverOptions
        server.currentDirectoryURL = folder
        // What the peer reads here it sends to whoever connects.
        let answer = Pipe()
        answer.fileHandleForWriting.write(
            Data("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".utf8))
        server.standardInput = answer
        server.standardOutput = output
        server.standardError = FileHandle.nullDevice
        try server.run()
        // The peer says where it listens: "ACCEPT 127.0.0.1:40123".
        var text = ""
        while !text.contains("ACCEPT") || text.last != "\n" {
            let data = output.fileHandleForReading.availableData
            if data.isEmpty { break }
            text += String(decoding: data, as: UTF8.self)
        }
        port = Int(text.split(separator: "\n").last?.split(separator: ":").last ?? "") ?? 0
    }

    deinit {
        // Dispatch's threads block the gentler signals, and a child inherits that.
        kill(server.processIdentifier, SIGKILL)
        server.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    private static func run(_ arguments: [String], in folder: URL) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: openssl)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.featureUnsupported) }
    }
}
