import CivilTime
import Dispatch
import Engine

/// The answers of the channels, and what may leave after them.
extension Daemon {
    /// Messages that leave with one write: while they are on their way, the next ones are made ready.
    private static let departuresAtOnce = 192
    /// Milliseconds that answers wait for others.
    private static let gathering = 5

    /// Records what came back, then sends what may leave.
    func deliver(at now: Instant) throws {
        let (shipments, reports) = try queue.turn(
            answers, at: now, roster: engine.roster, channels: engine.routing.channels, atMost: Self.departuresAtOnce)
        answers.removeAll(keepingCapacity: true)
        tell(reports)
        if shipments.count == Self.departuresAtOnce { scheduleRecording() }
        inFlight += shipments.count
        DeliveryQueue.Shipment.send(shipments, by: transport) { answers in
            self.executor.queue.async { self.assumeIsolated { $0.arrived(answers) } }
        }
    }

    func record(at now: Instant) throws {
        guard !answers.isEmpty else { return }
        let reports = try queue.finish(answers, at: now, roster: engine.roster)
        answers.removeAll(keepingCapacity: true)
        tell(reports)
    }

    private func arrived(_ these: [DeliveryQueue.Answer]) {
        inFlight -= these.count
        answers += these
        // To wait for the disk takes as long as to send many. So few answers wait for others, where others are to come; what is still on
        // its way keeps the connections busy meanwhile.
        if answers.count >= min(inFlight, Self.departuresAtOnce) { scheduleRecording() } else { gather() }
    }

    private func gather() {
        guard !isGathering, !isRecordingPending else { return }
        isGathering = true
        executor.queue.asyncAfter(deadline: .now() + .milliseconds(Self.gathering)) { [weak self] in
            self?.assumeIsolated {
                $0.isGathering = false
                if !$0.answers.isEmpty { $0.scheduleRecording() }
            }
        }
    }

    private func scheduleRecording() {
        guard !isRecordingPending else { return }
        isRecordingPending = true
        // Behind the answers that are on their way to this queue already: they share one write.
        executor.queue.async { [weak self] in self?.assumeIsolated { $0.recordArrived() } }
    }

    private func recordArrived() {
        isRecordingPending = false
        let now = SystemClock.now
        if isStopping {
            finishIfIdle()
        } else if nextStep <= now {
            tick()
        } else {
            attempt(at: now) { try deliver(at: now) }
        }
    }
}
