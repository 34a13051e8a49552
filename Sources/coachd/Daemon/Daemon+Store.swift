import CivilTime
import Dispatch
import Store

/// What others do to the store: they write to it, or put another in its place.
extension Daemon {
    /// Milliseconds after a write at which the daemon looks whether it was somebody else's. A writer of many rows wakes it for each: one look
    /// a little later serves them all. A large commit can be seen only once the disk has it, of which nothing wakes.
    private static let looks = [30, 300, 2000]

    /// Somebody wrote to the file, perhaps we.
    func storeWasWritten() {
        guard !isStopping, nextLook?.turn != 0 else { return }
        look(turn: 0)
    }

    private func look(turn: Int) {
        nextLook?.work.cancel()
        let work = DispatchWorkItem { [weak self] in
            self?.assumeIsolated { daemon in
                daemon.nextLook = nil
                if !daemon.lookForChanges(), turn + 1 < Self.looks.count { daemon.look(turn: turn + 1) }
            }
        }
        nextLook = (turn, work)
        executor.queue.asyncAfter(deadline: .now() + .milliseconds(Self.looks[turn]), execute: work)
    }

    /// - Returns: whether there is nothing more to look for.
    @discardableResult
    func lookForChanges() -> Bool {
        guard !isStopping, !endIfReplaced() else { return true }
        do {
            guard try store.database.dataVersion() != dataVersion else { return false }
            tick()
        } catch {
            report(error)
        }
        return true
    }

    /// Nothing is done by a schema that is not coachd's own. That may be mended beside the daemon, which then goes on.
    func confirmSchema() throws {
        try store.confirmSchema()
        for line in store.takeRepairs() { log(.warning, line) }
    }

    /// Ends at once when other files, or none, have taken the place of those that were opened: SQLite would write what it remembers of the
    /// old ones into the new ones.
    /// - Returns: whether it does.
    func endIfReplaced() -> Bool {
        guard StoreFile.Pair(of: store.path) != identity else { return false }
        log(
            .error,
            "\(store.path), or the -wal file beside it, was moved away or replaced while it was served. coachd ends without writing to "
                + "it, and the next start serves what is there then. Stop coachd before you restore or move a store")
        _ = willStop()
        whenStopped = nil
        whenLost()
        return true
    }
}
