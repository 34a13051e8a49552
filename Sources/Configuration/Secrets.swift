import Chat
import Diagnostics
import Glibc
import TOML

extension TableReader {
    /// A secret: a reference to where it stands, `{ file = "…" }`, `{ env = "…" }` or `{ credential = "…" }`. A literal text is taken
    /// with a warning.
    func secret(_ key: String, _ surroundings: Surroundings) -> Secret? {
        guard let node = node(key) else { return nil }
        switch node.value {
        case .string(let text):
            guard text.contains(where: { !$0.isWhitespace }) else {
                log.error("\(name(of: key)) is empty", at: node.span)
                return nil
            }
            log.warning(
                "\(name(of: key)) stands in the file in plain sight", at: node.span,
                hint: "put it into a file of mode 0600 and write \(key) = { file = \"…\" }")
            return Secret(text)
        case .table(let table):
            return reference(TableReader(table, path: name(of: key), log: log), key, node.span, surroundings)
        default:
            return wrongType(key, node, "{ file = \"…\" }, { env = \"…\" } or { credential = \"…\" }")
        }
    }

    private func reference(
        _ reader: TableReader, _ key: String, _ span: SourceSpan, _ surroundings: Surroundings
    ) -> Secret? {
        let (file, variable, credential) = (reader.string("file"), reader.string("env"), reader.string("credential"))
        reader.finish()
        switch (file, variable, credential) {
        case (let file?, nil, nil):
            let path = surroundings.path(file)
            // What is no file may be the secret itself.
            guard !file.looksLikeSecret || access(path, F_OK) == 0 else {
                log.error(
                    "\(name(of: key)): there is no such file", at: span,
                    hint: "the secret itself goes into a file of mode 0600, and its name stands here")
                return nil
            }
            return secretFile(path, key, span, surroundings)
        case (nil, let variable?, nil):
            // What is no name may be the secret itself.
            guard variable.isVariableName else {
                log.error("\(name(of: key)): env is no name of an environment variable", at: span)
                return nil
            }
            guard let value = surroundings.environment(variable) else {
                return absent("the environment variable \(variable) is not set", key, span, surroundings)
            }
            return filled(value, key, span, "the environment variable \(variable)")
        case (nil, nil, let credential?):
            guard !credential.contains("/"), !credential.isEmpty else {
                log.error("\(name(of: key)): a credential has a plain name, without /", at: span)
                return nil
            }
            guard let directory = surroundings.environment("CREDENTIALS_DIRECTORY") else {
                return absent(
                    "the credential \"\(credential)\" is there only under systemd", key, span, surroundings,
                    hint: "the unit needs LoadCredential=\(credential):/etc/coachd/\(credential)")
            }
            return secretFile("\(directory)/\(credential)", key, span, surroundings, isCredential: true)
        case (nil, nil, nil):
            log.error("\(name(of: key)) needs one of file, env and credential", at: span)
            return nil
        default:
            log.error("\(name(of: key)) needs one of file, env and credential: give only one", at: span)
            return nil
        }
    }

    /// What stands where only the service can read it.
    private func absent(
        _ problem: String, _ key: String, _ span: SourceSpan, _ surroundings: Surroundings, hint: String? = nil
    ) -> Secret? {
        guard surroundings.needsSecrets else {
            log.note("\(name(of: key)) cannot be checked here: \(problem)", at: span, hint: hint)
            return Secret(unknownAt: "\(key) \(problem)")
        }
        log.error("\(name(of: key)): \(problem)", at: span, hint: hint)
        return nil
    }

    /// A file that only its owner and group may read.
    private func secretFile(
        _ path: String, _ key: String, _ span: SourceSpan, _ surroundings: Surroundings, isCredential: Bool = false
    ) -> Secret? {
        guard isPrivate(path, key, span, isCredential: isCredential) else { return nil }
        do throws(FileProblem) {
            let text = String(decoding: try readSmallFile(path, limit: 65_536), as: UTF8.self)
            return filled(text, key, span, path)
        } catch {
            // Who has no such file, or may not read it, cannot say whether it is right; what is no file is wrong for everybody.
            if error.isElsewhere {
                return absent("\(path) cannot be read: \(error.reason)", key, span, surroundings)
            }
            log.error("\(name(of: key)): \(path) cannot be read: \(error.reason)", at: span)
            return nil
        }
    }

    /// Whether only the owner and the group may read and write it. What is no regular file is refused when it is read.
    private func isPrivate(_ path: String, _ key: String, _ span: SourceSpan, isCredential: Bool) -> Bool {
        var information = stat()
        guard stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return true }
        let (mode, name) = (information.st_mode, path.quotedForShell)
        let rights = [(0o004, "read"), (0o002, "write")].filter { mode & $0.0 != 0 }.map(\.1)
        guard rights.isEmpty else {
            log.error(
                "\(self.name(of: key)): everybody may \(rights.joined(separator: " and ")) \(path)", at: span,
                hint: "chmod 600 \(name)")
            return false
        }
        // Who reads a credential is for systemd to say.
        if isCredential { return true }
        if mode & 0o020 != 0 {
            log.warning(
                "\(self.name(of: key)): its group may write \(path)", at: span, hint: "chmod g-w \(name)")
        } else if mode & 0o040 != 0 {
            log.note(
                "\(self.name(of: key)): its group may read \(path)", at: span,
                hint: "chmod 600 \(name), unless the group is the service's alone")
        }
        return true
    }

    /// The first line that says something, without the blanks around it: editors and shells end a text with a newline, and some begin it with
    /// a byte order mark.
    /// - Parameter source: Where the text comes from, for the message.
    private func filled(_ text: String, _ key: String, _ span: SourceSpan, _ source: String) -> Secret? {
        let lines = text.drop { $0 == "\u{FEFF}" }.split(whereSeparator: \.isNewline).filter { line in
            line.contains { !$0.isWhitespace }
        }
        guard let line = lines.first?.drop(while: \.isWhitespace) else {
            log.error("\(name(of: key)): \(source) is empty", at: span)
            return nil
        }
        if lines.count > 1 {
            log.warning("\(name(of: key)): \(source) has more than one line, and only the first is taken", at: span)
        }
        return Secret(String(line.reversed().drop(while: \.isWhitespace).reversed()))
    }
}
