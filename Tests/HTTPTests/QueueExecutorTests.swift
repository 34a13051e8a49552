import Dispatch
import HTTP
import Testing

@Suite("An actor on a Dispatch queue")
struct QueueExecutorTests {
    private actor Counter {
        let executor = QueueExecutor(label: "test")
        private(set) var count = 0
        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

        func increment() {
            dispatchPrecondition(condition: .onQueue(executor.queue))
            count += 1
        }
    }

    @Test("its methods run on the queue, and what Dispatch runs on the queue may enter it")
    func isolation() async {
        let counter = Counter()
        await counter.increment()
        await withCheckedContinuation { continuation in
            counter.executor.queue.async {
                counter.assumeIsolated { $0.increment() }
                continuation.resume()
            }
        }
        #expect(await counter.count == 2)
    }
}
