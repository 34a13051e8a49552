import Chat
import CivilTime
import Coaching
import Store

extension Roster {
    /// Who wrote some words, by his id on the platform, or by his e-mail address where the platform vouches for it. An id that two people
    /// share is nobody's.
    func writer(of words: IncomingWords, on platform: String) -> Member? {
        let known = words.senders.lazy.compactMap { sender -> [Member] in
            let found = members.values.filter { $0.handles[platform] == sender }
            if !found.isEmpty || !sender.contains("@") { return found }
            return members.values.filter { $0.rep.email.lowercased() == sender.lowercased() }
        }.first { !$0.isEmpty }
        return known?.count == 1 ? known?.first : nil
    }

    /// What is to be listened to in a channel.
    func ears(of channel: Channel, _ platform: any Answerable) -> [EarKey] {
        guard platform.hearing.isPerPerson else { return [EarKey(channel: channel.name, handle: nil)] }
        let handles = order.compactMap { members[$0] }.compactMap { member -> String? in
            if let handle = member.handles[platform.typeName] { return handle }
            // Whom the platform reaches by his address is heard by it.
            let isHis = member.channel?.name == channel.name
            return isHis && platform.hearing.isByEmail ? member.rep.email : nil
        }
        return Array(Set(handles)).sorted().map { EarKey(channel: channel.name, handle: $0) }
    }

    /// Whether the person of an id, or without one anybody, is in his working hours.
    func isAnyAtWork(_ handle: String?, on platform: String, at now: Instant) -> Bool {
        members.values.contains { member in
            let rep = member.rep
            if let handle, member.handles[platform] ?? rep.email != handle { return false }
            let local = rep.zone.local(now)
            return rep.works(on: local.date) && local.time >= rep.hours.start && local.time < rep.hours.end
        }
    }
}
