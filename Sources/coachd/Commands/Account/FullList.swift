import CivilTime
import Coaching
import Store

/// The refusal of what a list has no room for, with a way out.
enum FullList {
    /// The inner circle is a handful of accounts with a deep plan.
    static let innerCircle = 10

    /// What is said to the 51st account: those that would best give way, why, and the command that swaps.
    static func refusal(of newcomer: String, fit: String?, for rep: Rep, _ act: Act) throws -> Failure {
        let today = act.today(of: rep)
        let giving = try act.store.givingWay(of: rep.id, today: today)
        let lines = giving.map { $0.facts(in: rep.zone, today: today) }
        let command = giving.first.map { $0.swap(for: newcomer, fit: fit) }
        let proposal =
            command.map { ["these would best give way:"] + lines + [$0] } ?? ["all of them rest or are inner circle"]
        return Failure("\(rep.email): \(Schema.fullList)", hint: proposal.joined(separator: "\n"))
    }

    static func checkInnerCircle(_ size: Int, of rep: String) throws(Failure) {
        guard size < innerCircle else {
            throw Failure(
                "\(rep)'s inner circle has \(size) accounts: it is the few with a deep plan, \(innerCircle) at the most",
                hint: "coachd account inner ACCOUNT off makes room")
        }
    }
}
