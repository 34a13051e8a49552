/// Requests that were handed over together. Their answers are told as they come, those that came at the same time in one
/// call: a hop between queues for each would cost more than its transfer.
final class Batch {
    let count: Int
    private let tell: @Sendable ([BatchAnswer]) -> Void
    private var came: [BatchAnswer] = []
    private var open: Int

    /// - Parameter count: The number of requests.
    init(count: Int, tell: @escaping @Sendable ([BatchAnswer]) -> Void) {
        self.count = count
        open = count
        self.tell = tell
    }

    /// Whether every request was answered and its answer told.
    var isOver: Bool { open == 0 && came.isEmpty }

    func take(_ result: Result<HTTPResponse, TransportError>, of index: Int) {
        came.append((index, result))
        open -= 1
    }

    /// Tells what came since the last time.
    func deliver() {
        guard !came.isEmpty else { return }
        tell(came)
        came.removeAll(keepingCapacity: true)
    }
}
