import CivilTime
import Dispatch
import Engine

/// What people write to coachd: looks leave, and what they bring is answered at once.
extension Daemon {
    /// Sends the looks that are due.
    func listen(at now: Instant) throws {
        let inquiries = try listener.looks(at: now, roster: engine.roster, channels: engine.routing.channels)
        Listener.Inquiry.send(inquiries, by: transport) { answers in
            self.executor.queue.async { self.assumeIsolated { $0.heard(answers) } }
        }
    }

    private func heard(_ answers: [Listener.Answer]) {
        guard !isStopping, !endIfReplaced() else { return }
        let now = SystemClock.now
        var hasWritten = false
        attempt(at: now) {
            var failure: (any Error)?
            for answer in answers {
                do {
                    let (reports, isNews) = try listener.take(answer, at: now, by: engine)
                    tell(reports)
                    hasWritten = hasWritten || isNews
                } catch { failure = error }
            }
            if let failure { throw failure }
            if !hasWritten { try listen(at: now) }
        }
        // What was said is looked at, and its answer leaves.
        if hasWritten { tick() }
    }

    private func tell(_ reports: [Listener.Report]) {
        for report in reports {
            let (priority, words) = ListenerWords.line(for: report)
            log(priority, words)
        }
    }
}
