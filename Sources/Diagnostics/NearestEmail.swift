/// The address that was most likely meant. Colleagues share what stands behind the "@", so it says nothing about how near they are:
/// the names are compared within a domain, or else the domains of the same name.
package func nearestEmail(to email: String, in candidates: some Sequence<String>) -> String? {
    guard let at = email.lastIndex(of: "@") else { return nearestName(to: email, in: candidates) }
    let (name, domain) = (email[..<at].lowercased(), email[at...].lowercased())
    var (colleagues, namesakes): ([String: String], [String]) = ([:], [])
    for candidate in candidates {
        let letters = candidate.lowercased()
        if letters.hasSuffix(domain) { colleagues[String(letters.dropLast(domain.count))] = candidate }
        if letters.hasPrefix("\(name)@") { namesakes.append(candidate) }
    }
    return nearestName(to: name, in: colleagues.keys.sorted()).flatMap { colleagues[$0] }
        ?? nearestName(to: email, in: namesakes)
}
