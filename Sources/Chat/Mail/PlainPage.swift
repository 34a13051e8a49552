/// The text of a page as mail programs write them: its blocks are lines, what it quotes and what is no text is left out. Simple: it is read
/// only where a mail has no plain text.
enum PlainPage {
    private static let hidden: Set<String> = ["head", "style", "script", "title", "blockquote"]
    private static let blocks: Set<String> = [
        "p", "div", "br", "li", "tr", "h1", "h2", "h3", "hr", "table", "ul", "ol",
    ]

    static func text(of page: String) -> String {
        var text = String.UnicodeScalarView()
        // Of the elements that hide what is in them, those that are open.
        var open: [String] = []
        var rest = page.unicodeScalars[...]
        while let letter = rest.first {
            if letter == "<", let tag = Tag(&rest) {
                if hidden.contains(tag.name) {
                    if !tag.isEnd { open.append(tag.name) } else if open.last == tag.name { open.removeLast() }
                }
                if blocks.contains(tag.name), !text.isEmpty, text.last != "\n" || tag.name == "br" { text.append("\n") }
                continue
            }
            rest.removeFirst()
            guard open.isEmpty else { continue }
            if letter == "&", let meant = entity(&rest) {
                text.append(meant)
            } else if !letter.properties.isWhitespace {
                text.append(letter)
            } else if let last = text.last, !last.properties.isWhitespace {
                text.append(" ")
            }
        }
        return String(text)
    }

    private struct Tag {
        let name: String
        let isEnd: Bool

        /// Takes a tag or a comment off the text, which begins with "<"; nil, and nothing is taken, where that begins none.
        init?(_ rest: inout Substring.UnicodeScalarView) {
            let inner = rest.dropFirst()
            isEnd = inner.first == "/"
            let word = inner.dropFirst(isEnd ? 1 : 0).prefix {
                $0.isASCII && ($0.properties.isAlphabetic || "0"..."9" ~= $0)
            }
            guard !word.isEmpty || inner.first == "!" || inner.first == "?" else { return nil }
            let isComment = inner.starts(with: "!--".unicodeScalars)
            var end = inner.startIndex
            repeat {
                guard let close = inner[end...].firstIndex(of: ">") else {
                    // It never ends.
                    end = inner.endIndex
                    break
                }
                end = inner.index(after: close)
            } while isComment && !inner[..<end].hasCommentEnd
            rest = rest[end...]
            name = String(word).lowercased()
        }
    }

    private static let names: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "auml": "ä", "ouml": "ö", "uuml": "ü",
        "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "euro": "€", "ndash": "–",
        "mdash": "—", "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”", "bdquo": "„", "hellip": "…",
    ]

    /// Takes what stands behind "&" off the text; nil where it means nothing.
    private static func entity(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
        let name = rest.prefix(10).prefix { $0 != ";" && $0 != "&" }
        guard rest[name.endIndex...].first == ";" else { return nil }
        let text = String(name)
        let number =
            text.hasPrefix("#x") || text.hasPrefix("#X")
            ? UInt32(text.dropFirst(2), radix: 16) : text.hasPrefix("#") ? UInt32(text.dropFirst()) : nil
        guard let meant = number.flatMap(Unicode.Scalar.init) ?? names[text] else { return nil }
        rest = rest[rest.index(after: name.endIndex)...]
        return meant
    }
}

extension Substring.UnicodeScalarView {
    fileprivate var hasCommentEnd: Bool { suffix(3).elementsEqual("-->".unicodeScalars) }
}
