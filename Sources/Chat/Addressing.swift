extension Envelope {
    /// The request of a bot: into the room that its channel names, else to the person whom the message is for.
    /// - Parameters:
    ///   - room: The channel's own setting; a channel that has one is that room, for whomever the message is.
    ///   - setting: The name of that setting.
    ///   - otherwise: By what a person is reached whose id on the platform is not known.
    func addressed(
        to room: String?, setting: String, on type: String, otherwise: ((Recipient) -> String)? = nil,
        _ request: (_ address: String) -> OutgoingRequest
    ) -> Outgoing {
        if let room { return .request(request(room)) }
        guard let to else {
            return .impossible(
                reason: "the message is for a room, and the channel does not say which: it needs \(setting)")
        }
        guard let address = to.handles[type] ?? otherwise?(to) else {
            return .impossible(reason: "\(to.name) has no id for \(type)")
        }
        return .request(request(address))
    }
}

extension Secret {
    /// The address with one more parameter.
    func adding(query: String) -> Secret { Secret(value + (value.contains("?") ? "&" : "?") + query) }
}
