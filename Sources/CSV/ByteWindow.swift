/// The part of the file that is in memory: it begins where the next record begins and grows at its end as long as that record
/// is not complete.
struct ByteWindow: ~Copyable {
    private var source: ByteSource
    private let chunk: Int
    private var storage: [UInt8]
    private var start = 0
    private var end = 0
    /// True when the file has nothing behind the window.
    private(set) var isAtEnd = false

    init(source: consuming ByteSource, chunk: Int) {
        self.source = source
        self.chunk = max(1, chunk)
        storage = [UInt8](repeating: 0, count: self.chunk)
    }

    var name: String { source.name }

    var count: Int { end - start }

    func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        storage.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }

    /// Takes the first `length` bytes out of the window.
    mutating func drop(_ length: Int) {
        start += min(length, count)
    }

    /// Reads a chunk more; a chunk as long as the window already is, so that a long record is looked at from its beginning only a
    /// few times.
    mutating func extend() throws(CSVError) {
        guard !isAtEnd else { return }
        let (first, kept) = (start, count)
        if first > 0 {
            storage.withUnsafeMutableBytes { bytes in
                let moved = UnsafeMutableRawBufferPointer(rebasing: bytes[..<kept])
                moved.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[first..<first + kept]))
            }
        }
        let wanted = max(chunk, kept)
        if storage.count < kept + wanted {
            storage.append(contentsOf: repeatElement(0, count: kept + wanted - storage.count))
        }
        (start, end) = (0, kept)
        let got = try read(wanted, at: kept)
        end += got
        isAtEnd = got < wanted
    }

    /// Goes behind the byte order mark of a file that may be UTF-8.
    /// - Throws: when it is none.
    mutating func passSignature() throws(CSVError) {
        while count < FileSignature.length, !isAtEnd { try extend() }
        switch withBytes({ FileSignature(of: $0) }) {
        case .text(let markLength): drop(markLength)
        case .wrongEncoding(let encoding): throw .wrongEncoding(file: name, encoding: encoding)
        case .notText(let content): throw .notText(file: name, content: content)
        }
    }

    private mutating func read(_ wanted: Int, at offset: Int) throws(CSVError) -> Int {
        let result = storage.withUnsafeMutableBytes { bytes in
            Result { () throws(CSVError) -> Int in
                try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[offset..<offset + wanted]))
            }
        }
        return try result.get()
    }
}
