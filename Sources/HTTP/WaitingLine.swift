/// Exchanges that wait for a connection: first come, first served within an endpoint; endpoints take turns.
struct WaitingLine {
    /// A line's head is an index, so that taking the first of thousands does not move the others.
    private struct Line {
        var ids: [UInt64] = []
        var head = 0
    }

    private var exchanges: [UInt64: any Exchange] = [:]
    private var lines: [Endpoint: Line] = [:]
    private var turns: [Endpoint] = []

    mutating func append(_ exchange: any Exchange) {
        exchanges[exchange.id] = exchange
        if lines[exchange.endpoint] == nil { turns.append(exchange.endpoint) }
        lines[exchange.endpoint, default: Line()].ids.append(exchange.id)
    }

    /// The next of the endpoints that have room.
    mutating func removeNext(where hasRoom: (Endpoint) -> Bool) -> (any Exchange)? {
        while let index = turns.firstIndex(where: hasRoom) {
            let endpoint = turns.remove(at: index)
            if let exchange = removeFirst(of: endpoint) { return exchange }
        }
        return nil
    }

    /// Its place in the line is skipped when its turn comes.
    mutating func remove(_ id: UInt64) -> (any Exchange)? {
        exchanges.removeValue(forKey: id)
    }

    mutating func removeAll() -> [any Exchange] {
        defer { self = WaitingLine() }
        return Array(exchanges.values)
    }

    private mutating func removeFirst(of endpoint: Endpoint) -> (any Exchange)? {
        var line = lines.removeValue(forKey: endpoint) ?? Line()
        while line.head < line.ids.count {
            let id = line.ids[line.head]
            line.head += 1
            guard let exchange = exchanges.removeValue(forKey: id) else { continue }
            if line.head < line.ids.count {
                if line.head > line.ids.count / 2 {
                    line.ids.removeFirst(line.head)
                    line.head = 0
                }
                lines[endpoint] = line
                turns.append(endpoint)
            }
            return exchange
        }
        return nil
    }
}
