package enum ReplyHelp { package static func lines(in language: Language, isLeader: Bool) -> [Phrase] { [] } }
