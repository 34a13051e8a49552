import Glibc

/// A file that can't be read as CSV at all: nothing of it is of use, so reading ends.
package enum CSVError: Error, Hashable, Sendable {
    /// `code` is the errno of open(2).
    case cannotOpen(file: String, code: Int32)
    /// `code` is the errno of read(2); what was read before it stays valid.
    case cannotRead(file: String, code: Int32)
    /// The file is text, but not in UTF-8: `encoding` names what its first bytes say.
    case wrongEncoding(file: String, encoding: String)
    /// The file is no text: `content` says what its first bytes look like.
    case notText(file: String, content: String)
}

extension CSVError: CustomStringConvertible {
    /// What is wrong, in one sentence without a full stop.
    package var description: String {
        switch self {
        case .cannotOpen(let file, let code): "cannot open \(file): \(String(cString: strerror(code)))"
        case .cannotRead(let file, let code): "cannot read \(file): \(String(cString: strerror(code)))"
        case .wrongEncoding(let file, let encoding): "\(file) is encoded in \(encoding), not in UTF-8"
        case .notText(let file, let content): "\(file) is not a text file: it looks like \(content)"
        }
    }

    /// What to do about it.
    package var hint: String { hint(savedAs: "CSV UTF-8") }

    /// What to do about a file that is to be of another form.
    package func hint(savedAs form: String) -> String {
        switch self {
        case .cannotOpen(_, ENOENT): "check the path"
        case .cannotOpen(_, EACCES): "give this user the right to read it"
        case .cannotRead(_, EISDIR): "name a file, not a directory"
        case .cannotOpen, .cannotRead: "make sure that the file can be read, then start again"
        case .wrongEncoding, .notText: "open it in the program that it comes from and save it as \(form)"
        }
    }
}
