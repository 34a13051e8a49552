import Foundation
import Testing

@testable import Signing

/// The hashlib, hmac and base64 modules of Python, where there is one, compute the same.
enum Python {
    static let path = ["/usr/bin/python3", "/usr/local/bin/python3"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    static func run<Value: Decodable>(_ script: String, as type: Value.Type) throws -> Value {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: try #require(path))
        process.arguments = ["-c", script]
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode(type, from: data)
    }
}

@Suite("Python's hashlib, hmac and base64 as the judge", .enabled(if: Python.path != nil, "python3 is not installed"))
struct PythonOracleTests {
    struct Answer: Decodable {
        let key: [UInt8]
        let message: [UInt8]
        let digest: String
        let code: String
        let base64: String
    }

    @Test("messages and keys of every length from 0 to 300 bytes give the same digests, codes and texts")
    func everyLength() throws {
        let script = """
            import base64, hashlib, hmac, json, random
            answers = []
            for length in range(301):
                rnd = random.Random(length)
                message = rnd.randbytes(length)
                key = rnd.randbytes(rnd.randrange(301))
                answers.append({'key': list(key), 'message': list(message),
                                'digest': hashlib.sha256(message).hexdigest(),
                                'code': hmac.new(key, message, 'sha256').hexdigest(),
                                'base64': base64.b64encode(message).decode()})
            print(json.dumps(answers))
            """
        let answers = try Python.run(script, as: [Answer].self)
        #expect(answers.count == 301)
        for answer in answers {
            #expect(hex(SHA256.digest(of: answer.message)) == answer.digest)
            #expect(hex(HMAC.sha256(key: answer.key, message: answer.message)) == answer.code)
            #expect(Base64.encode(answer.message) == answer.base64)
            #expect(Base64.decode(answer.base64) == answer.message)
        }
    }
}
