import Dispatch
import Synchronization

/// Maps on all processors; the results stand in the order of the elements.
func concurrently<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ body: @Sendable (Element) -> Result
) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: elements.count) { place in
        let result = body(elements[place])
        results.withLock { $0[place] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
}
