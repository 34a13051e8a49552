import CCurl
import Dispatch
import Glibc

/// The descriptors that libcurl waits for, and its timer, seen as one by Dispatch: an epoll set is itself a descriptor,
/// readable while one of its members is ready, so that a single read source serves them all.
///
/// A source for each descriptor would be the plainer thing, but its cancellation is asynchronous and the descriptor may
/// not be closed before. A member leaves this set at once, and libcurl may close its descriptors when it likes.
final class PollSet {
    struct Readiness: OptionSet {
        let rawValue: UInt32
        static let read = Readiness(rawValue: EPOLLIN.rawValue)
        static let write = Readiness(rawValue: EPOLLOUT.rawValue)
        /// Broken or hung up; always reported.
        static let failed = Readiness(rawValue: EPOLLERR.rawValue | EPOLLHUP.rawValue)
    }

    private static let eventsAtOnce = 64

    private let set: Int32
    private let timer: Int32
    private let source: any DispatchSourceRead
    private var members: Set<Int32> = []
    /// When the timer is wanted, and when it will fire. It is not put off when the former moves back, as it does with
    /// each transfer that ends in time: a system call saved for each, at the price of an early wake-up now and then.
    private var deadline: SuspendingClock.Instant?
    private var armed: SuspendingClock.Instant?

    /// - Parameter onReady: called on `queue` while a member is ready or the timer has fired, until `takeReady` took
    /// it.
    /// - Throws: when the process has no descriptors or memory left.
    init(queue: DispatchQueue, onReady: @escaping @Sendable () -> Void) throws(CurlFailure) {
        let set = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard set >= 0 else { throw CurlFailure(code: CURLE_FAILED_INIT) }
        let timer = timerfd_create(CLOCK_MONOTONIC, Int32(TFD_CLOEXEC | TFD_NONBLOCK))
        var event = epoll_event(events: Readiness.read.rawValue, data: epoll_data_t(fd: timer))
        guard timer >= 0, epoll_ctl(set, EPOLL_CTL_ADD, timer, &event) == 0 else {
            close(timer)
            close(set)
            throw CurlFailure(code: CURLE_FAILED_INIT)
        }
        source = DispatchSource.makeReadSource(fileDescriptor: set, queue: queue)
        source.setEventHandler(handler: onReady)
        source.setCancelHandler {
            close(timer)
            close(set)
        }
        self.set = set
        self.timer = timer
        source.activate()
    }

    deinit {
        source.cancel()
    }

    /// - Returns: false when the kernel did not take the member.
    func watch(_ descriptor: Int32, for wanted: Readiness) -> Bool {
        var event = epoll_event(events: wanted.rawValue, data: epoll_data_t(fd: descriptor))
        if !members.insert(descriptor).inserted {
            if epoll_ctl(set, EPOLL_CTL_MOD, descriptor, &event) == 0 { return true }
            // Closed unseen, which ends the membership, and the number given out again.
            guard errno == ENOENT else { return false }
        }
        return epoll_ctl(set, EPOLL_CTL_ADD, descriptor, &event) == 0
    }

    func forget(_ descriptor: Int32) {
        guard members.remove(descriptor) != nil else { return }
        // A descriptor that is closed already has left the set by itself.
        _ = epoll_ctl(set, EPOLL_CTL_DEL, descriptor, nil)
    }

    /// Sets the one timer; nil takes it back.
    func setTimer(_ delay: Duration?) {
        deadline = delay.map { .now + $0 }
        if let deadline, armed.map({ deadline < $0 }) ?? true {
            arm(deadline)
        }
    }

    /// Hands over the members that are ready now.
    ///
    /// - Returns: whether anything was ready, and whether the timer is due.
    func takeReady(_ body: (Int32, Readiness) -> Void) -> (any: Bool, timer: Bool) {
        withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: Self.eventsAtOnce) { events in
            let count = Int(epoll_wait(set, events.baseAddress, Int32(Self.eventsAtOnce), 0))
            var isTimerDue = false
            for event in events.prefix(max(count, 0)) {
                if event.data.fd == timer {
                    isTimerDue = takeTimer()
                } else {
                    body(event.data.fd, Readiness(rawValue: event.events))
                }
            }
            return (count > 0, isTimerDue)
        }
    }

    private func takeTimer() -> Bool {
        var expirations: UInt64 = 0
        _ = read(timer, &expirations, MemoryLayout<UInt64>.size)
        armed = nil
        guard let deadline else { return false }
        guard deadline <= .now else {
            arm(deadline)
            return false
        }
        self.deadline = nil
        return true
    }

    private func arm(_ instant: SuspendingClock.Instant) {
        // Zero would disarm it.
        let delay = max(SuspendingClock.now.duration(to: instant), .nanoseconds(1)).components
        let value = timespec(tv_sec: Int(delay.seconds), tv_nsec: Int(delay.attoseconds / 1_000_000_000))
        var setting = itimerspec(it_interval: timespec(), it_value: value)
        timerfd_settime(timer, 0, &setting, nil)
        armed = instant
    }
}
