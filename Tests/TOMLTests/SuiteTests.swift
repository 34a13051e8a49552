import Foundation
import TOML
import Testing

@Suite(.enabled(if: PublicSuite.isPresent, "there is no toml-test folder in ../shared"))
struct SuiteTests {
    @Test("every valid document of the public suite gives its values")
    func valid() throws {
        let documents = PublicSuite.documents("valid")
        #expect(!documents.isEmpty)
        for file in documents {
            let bytes = [UInt8](try Data(contentsOf: file))
            let (document, diagnostics) = TOMLParser.parse(bytes, file: file.lastPathComponent)
            #expect(diagnostics.isEmpty, "\(file.path)")
            let json = try Data(contentsOf: file.deletingPathExtension().appendingPathExtension("json"))
            let expected = try JSONSerialization.jsonObject(with: json)
            #expect(TaggedValue.matches(.table(document.root), expected), "\(file.path)")
        }
    }

    @Test("every invalid document of the public suite is refused")
    func invalid() throws {
        let documents = PublicSuite.documents("invalid")
        #expect(!documents.isEmpty)
        for file in documents {
            let bytes = [UInt8](try Data(contentsOf: file))
            let diagnostics = TOMLParser.parse(bytes, file: file.lastPathComponent).diagnostics
            #expect(diagnostics.contains { $0.severity == .error }, "\(file.path)")
        }
    }
}
