extension Language {
    /// "2 of 6 touches, research done"; nil where nothing is planned.
    func score(of plan: [PlanLine], done: [ActivityKind: Int]) -> String? {
        let counts = plan.filter { $0.count > 0 }.map { line -> String in
            let count = line.kind.count(in: done)
            let noun = line.count == 1 ? noun(of: line.kind) : nounOfMany(line.kind)
            guard count < line.count else { return "\(noun) \(word("done", "erledigt"))" }
            return word("\(count) of \(line.kind.words(line.count))", "\(noun) \(count) von \(line.count)")
        }
        return counts.isEmpty ? nil : counts.joined(separator: ", ")
    }
}
