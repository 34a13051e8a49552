import CCurl
import Dispatch

/// A curl multi handle: the transfers under way, the connections that they share, and what they wait for. It knows
/// nothing of protocols. Every call comes from the queue that it was made for.
final class MultiHandle {
    /// Bounds how long the queue is held while peers keep answering.
    private static let roundsAtOnce = 8

    private let multi: UnsafeMutableRawPointer
    private let polls: PollSet
    /// libcurl wants to be called again without waiting for anything.
    private var isDue = false
    /// libcurl gave up on the whole handle: its transfers will not end by themselves.
    private(set) var isBroken = false

    /// - Parameter onReady: called on `queue` when `serviceReady` is to be called.
    init(queue: DispatchQueue, maximumConnections: Int, onReady: @escaping @Sendable () -> Void) throws(CurlFailure) {
        guard let multi = curl_multi_init() else { throw CurlFailure(code: CURLE_FAILED_INIT) }
        do {
            polls = try PollSet(queue: queue, onReady: onReady)
        } catch {
            curl_multi_cleanup(multi)
            throw error
        }
        self.multi = multi
        let this = Unmanaged.passUnretained(self).toOpaque()
        _ = curl_multi_setopt_long(multi, CURLMOPT_MAXCONNECTS, maximumConnections)
        _ = curl_multi_setopt_pointer(multi, CURLMOPT_SOCKETDATA, this)
        _ = curl_multi_setopt_socket(multi, CURLMOPT_SOCKETFUNCTION) { _, descriptor, wanted, this, _ in
            MultiHandle.from(this).wait(for: descriptor, wanted: wanted) ? 0 : -1
        }
        _ = curl_multi_setopt_pointer(multi, CURLMOPT_TIMERDATA, this)
        _ = curl_multi_setopt_timer(multi, CURLMOPT_TIMERFUNCTION) { _, milliseconds, this in
            MultiHandle.from(this).wait(milliseconds: milliseconds)
            return 0
        }
    }

    deinit {
        // The callbacks would reach this object while it goes; a closed descriptor leaves the poll set without them.
        _ = curl_multi_setopt_socket(multi, CURLMOPT_SOCKETFUNCTION, nil)
        _ = curl_multi_setopt_timer(multi, CURLMOPT_TIMERFUNCTION, nil)
        curl_multi_cleanup(multi)
    }

    /// Begins a transfer; `easy` must live until it is removed.
    func add(_ easy: EasyHandle) throws(CurlFailure) {
        guard curl_multi_add_handle(multi, easy.pointer) == CURLM_OK else {
            throw CurlFailure(code: CURLE_FAILED_INIT)
        }
    }

    /// Ends a transfer, whether finished or not; the connection of one that is not is closed.
    func remove(_ easy: EasyHandle) {
        _ = curl_multi_remove_handle(multi, easy.pointer)
    }

    /// Does what can be done without waiting.
    func serviceDue() {
        var rounds = Self.roundsAtOnce
        while isDue, rounds > 0 {
            isDue = false
            rounds -= 1
            act(on: CURL_SOCKET_TIMEOUT, with: 0)
        }
        if isDue {
            polls.setTimer(.zero)
        }
    }

    /// Lets libcurl read and write where it can.
    ///
    /// - Returns: whether there was anything to do.
    func serviceReady() -> Bool {
        let ready = polls.takeReady { descriptor, readiness in
            // A broken connection is reported as ready: libcurl finds out by itself what is wrong, after it read what
            // came before.
            var events: UInt32 = 0
            if readiness.contains(.read) { events |= UInt32(CURL_CSELECT_IN) }
            if readiness.contains(.write) { events |= UInt32(CURL_CSELECT_OUT) }
            if !readiness.isDisjoint(with: .failed) { events |= UInt32(CURL_CSELECT_IN | CURL_CSELECT_OUT) }
            act(on: descriptor, with: Int32(events))
        }
        if ready.timer { isDue = true }
        serviceDue()
        return ready.any
    }

    /// The next transfer that ended by itself and is still to be removed.
    func nextFinished() -> (easy: UnsafeMutableRawPointer, code: CURLcode)? {
        var remaining: Int32 = 0
        while let message = curl_multi_info_read(multi, &remaining) {
            if message.pointee.msg == CURLMSG_DONE {
                return (message.pointee.easy_handle, curl_message_result(message))
            }
        }
        return nil
    }

    private func act(on descriptor: curl_socket_t, with events: Int32) {
        var running: Int32 = 0
        if curl_multi_socket_action(multi, descriptor, events, &running) != CURLM_OK {
            isBroken = true
        }
    }

    private func wait(for descriptor: curl_socket_t, wanted: Int32) -> Bool {
        switch wanted {
        case CURL_POLL_IN: return polls.watch(descriptor, for: .read)
        case CURL_POLL_OUT: return polls.watch(descriptor, for: .write)
        case CURL_POLL_INOUT: return polls.watch(descriptor, for: [.read, .write])
        default:
            polls.forget(descriptor)
            return true
        }
    }

    private func wait(milliseconds: Int) {
        // No call into libcurl from here: it is in the middle of one.
        isDue = milliseconds == 0
        polls.setTimer(milliseconds > 0 ? .milliseconds(milliseconds) : nil)
    }

    private static func from(_ this: UnsafeMutableRawPointer?) -> MultiHandle {
        // libcurl hands back the address that `init` gave it, never null.
        Unmanaged.fromOpaque(this!).takeUnretainedValue()
    }
}
