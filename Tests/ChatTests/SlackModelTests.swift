import Foundation
import Testing

@Suite("Slack's own models")
struct SlackModelTests {
    private static let payloads = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Payloads")

    @Test(
        "Slack's own library knows each block and finds each within its limits",
        .enabled(if: Python.hasSlackSDK, "slack_sdk (PyPI) is not installed for python3"),
        arguments: ["slack-agenda", "slack-morning", "slack-bot-agenda", "slack-bot-morning"])
    func blocks(payload: String) throws {
        let known = try Python.run(
            """
            import json, sys
            from slack_sdk.models.blocks import Block
            payload = json.load(sys.stdin)
            blocks = Block.parse_all(payload["blocks"])
            for block in blocks: block.validate_json()
            print(len(blocks) == len(payload["blocks"]))
            """, input: Data(contentsOf: Self.payloads.appending(path: "\(payload).json")))
        #expect(known == "True")
    }
}
