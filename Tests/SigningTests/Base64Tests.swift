import Testing

@testable import Signing

@Suite("Base64")
struct Base64Tests {
    @Test(
        "the vectors of RFC 4648 are encoded and decoded",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func vectors(text: String, encoded: String) {
        #expect(Base64.encode(Array(text.utf8)) == encoded)
        #expect(Base64.decode(encoded) == Array(text.utf8))
    }

    @Test("every byte value and every character of the alphabet survives the way there and back")
    func alphabet() {
        let bytes = Array(UInt8.min...UInt8.max)
        #expect(Base64.decode(Base64.encode(bytes)) == bytes)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        #expect(Base64.decode(alphabet).map(Base64.encode) == alphabet)
    }

    @Test(
        "text that is not base64 is refused",
        arguments: [
            "Zg", "Zg=", "Zm8", "Z", "Z===", "=", "==", "====", "Zm9v====", "Zm9v=", "Zg==Zg==", "Z=g=", "Zm 9v",
            "Zm9v\n", "Zm9-", "Zm9_", "Zm9ü", "Zm9v Zg==", "Zh==", "Zm9=", "Zm9vZ===",
        ])
    func refused(text: String) {
        #expect(Base64.decode(text) == nil)
    }
}
