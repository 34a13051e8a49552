/// What a message bears before its fallback takes over, unless its time is over sooner.
enum Patience {
    /// Attempts in vain.
    static let attempts = 5
    /// Seconds since the first of them: a server that is started anew, or a mail server that lets strangers wait, is no reason to speak
    /// elsewhere.
    static let seconds: Int64 = 600
}
