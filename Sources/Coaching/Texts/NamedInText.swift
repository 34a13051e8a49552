extension String {
    /// Whether the text has the name in it, so that the name need not stand beside it: "Hudson Valley demo" on Hudson Valley.
    func names(_ name: String) -> Bool { !name.isEmpty && lowercased().contains(name.lowercased()) }
}
