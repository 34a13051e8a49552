import Glibc

/// Where the bytes of a CSV file come from.
struct ByteSource: ~Copyable {
    private enum Origin {
        case descriptor(Int32)
        case memory([UInt8], read: Int)
    }

    let name: String
    private var origin: Origin

    init(path: String) throws(CSVError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotOpen(file: path, code: errno) }
        name = path
        origin = .descriptor(descriptor)
    }

    init(bytes: [UInt8], name: String) {
        self.name = name
        origin = .memory(bytes, read: 0)
    }

    deinit {
        if case .descriptor(let descriptor) = origin { close(descriptor) }
    }

    /// Fills the buffer and returns the number of bytes read, which is below the buffer's size only at the end. A pipe gives its
    /// bytes in small portions; they are gathered.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(CSVError) -> Int {
        switch origin {
        case .descriptor(let descriptor):
            var count = 0
            while count < buffer.count {
                let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
                if got == 0 { break }
                if got > 0 {
                    count += got
                } else if errno != EINTR {
                    throw .cannotRead(file: name, code: errno)
                }
            }
            return count
        case .memory(let bytes, let read):
            let portion = bytes[read...].prefix(buffer.count)
            buffer.copyBytes(from: portion)
            origin = .memory(bytes, read: read + portion.count)
            return portion.count
        }
    }
}
