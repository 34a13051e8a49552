import CivilTime
import Coaching
import Diagnostics
import SQLite
import Store

/// Makes the readings of the columns of one file: from a field to the value that is written.
struct ColumnReader {
    let places: [String: Int]
    let references: References
    let zones: ZoneDatabase
    let source: String
    /// The day from which a full list is looked at; nil while nothing is known of its accounts yet.
    let today: CivilDate?

    func column(_ name: String) -> Column { Column(name: name, place: places[name]) }

    func text(_ name: String) -> RowTaker.Read {
        let place = places[name]
        return { Value($0.text(place)) }
    }

    func requiredText(_ name: String) -> RowTaker.Read {
        let column = column(name)
        return { .text(try $0.required($0.text(column.place), column)) }
    }

    func date(_ name: String) -> RowTaker.Read {
        let column = column(name)
        return { Value(try $0.date(column)) }
    }

    func requiredDate(_ name: String) -> RowTaker.Read {
        let column = column(name)
        return { Value(try $0.required(try $0.date(column), column)) }
    }

    func instant(_ name: String) -> RowTaker.Read {
        let column = column(name)
        return { Value(try $0.instant(column)) }
    }

    func requiredInstant(_ name: String) -> RowTaker.Read {
        let column = column(name)
        return { Value(try $0.required(try $0.instant(column), column)) }
    }

    func integer(_ name: String, _ range: ClosedRange<Int>) -> RowTaker.Read {
        let column = column(name)
        return { Value(try $0.integer(column, range)) }
    }

    func requiredInteger(_ name: String, _ range: ClosedRange<Int>) -> RowTaker.Read {
        let column = column(name)
        return { Value(try $0.required(try $0.integer(column, range), column)) }
    }

    func oneOf(_ names: [String], _ name: String) -> RowTaker.Read {
        let column = column(name)
        return { Value(try $0.oneOf(names, column)) }
    }

    func requiredOneOf(_ names: [String], _ name: String) -> RowTaker.Read {
        let column = column(name)
        return { .text(try $0.required(try $0.oneOf(names, column), column)) }
    }

    func workdays(_ name: String) -> RowTaker.Read {
        let column = column(name)
        return { fields in
            Value(
                try fields.checked(column, hint: "as in mon-fri or mon tue thu") { text throws(TimeFormatError) in
                    try WeekdaySet(parsing: text).description
                })
        }
    }

    func hours(_ name: String) -> RowTaker.Read {
        let column = column(name)
        return { fields in
            Value(
                try fields.checked(column, hint: "as in 09:00-17:30") { text throws(TimeFormatError) in
                    try WorkingHours(parsing: text).description
                })
        }
    }

    func zone(_ name: String) -> RowTaker.Read {
        let column = column(name)
        return { [zones] fields in
            guard let text = fields.text(column.place) else { return nil }
            do throws(ZoneError) {
                return .text(try zones.zone(text).identifier)
            } catch {
                throw RowProblem(column, "\(error)")
            }
        }
    }

    func email(_ name: String) -> RowTaker.Read {
        let column = column(name)
        return { fields in
            let email = try fields.required(fields.text(column.place), column)
            let parts = email.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !email.contains(where: \.isWhitespace) else {
                throw RowProblem(column, "\"\(email)\" is not an e-mail address")
            }
            return .text(email)
        }
    }

    /// The source of an external id that may be missing.
    func sourceOf(_ name: String) -> RowTaker.Read {
        let place = places[name]
        return { [source] in $0.text(place) == nil ? nil : .text(source) }
    }

    /// What a topic is that is kept elsewhere, or nearly one of the usual checklist: nothing would ever ask for it.
    func strangeTopic() -> (Fields) -> RowProblem? {
        let column = column("topic")
        let usual = ResearchChecklist().topics.map(\.name)
        return { fields in
            guard let topic = fields.text(column.place) else { return nil }
            switch ResearchTopic(topic).subject {
            case .ownMessage:
                return RowProblem(
                    column, "an own message is looked for in the account", hint: "it is own_message in accounts.csv")
            case .insight:
                return RowProblem(
                    column, "an insight is looked for in the account", hint: "it is insight in accounts.csv")
            case .other:
                return nearestName(to: topic, in: usual).map { near in
                    RowProblem(column, "\"\(topic)\" is a topic of its own", hint: "did you mean \"\(near)\"?")
                }
            case .business, .priority, .stakeholders, .currentSolution, .pain, .decisionProcess: return nil
            }
        }
    }

    // MARK: References

    func person(_ name: String) -> RowTaker.Read {
        let column = column(name)
        return { [references] fields in
            guard let email = fields.text(column.place) else { return nil }
            if let id = try references.person(email: email) { return .integer(id) }
            let near = nearestEmail(to: email, in: try references.emails())
            throw RowProblem(column, "there is no person \"\(email)\"", hint: near.map { "did you mean \($0)?" })
        }
    }

    func requiredPerson(_ name: String) -> RowTaker.Read { required(person(name), name) }

    func team(_ name: String) -> RowTaker.Read {
        let column = column(name)
        return { [references] fields in
            guard let team = fields.text(column.place) else { return nil }
            if let id = try references.team(name: team) { return .integer(id) }
            let near = nearestName(to: team, in: try references.teamNames())
            throw RowProblem(column, "there is no team \"\(team)\"", hint: near.map { "did you mean \"\($0)\"?" })
        }
    }

    func account(_ name: String) -> RowTaker.Read {
        let column = column(name)
        return { [references] fields in
            guard let externalID = fields.text(column.place) else { return nil }
            guard let id = try references.account(externalID) else {
                throw try Self.unknownAccount(externalID, column, references)
            }
            return .integer(id)
        }
    }

    /// An account may be named where only one has the name; else its external id tells which.
    private static func unknownAccount(_ name: String, _ column: Column, _ references: References) throws -> RowProblem
    {
        let namesakes = try references.accounts(named: name).filter { $0.name.lowercased() == name.lowercased() }
        guard namesakes.isEmpty else {
            let ids = namesakes.map { $0.externalID ?? "none" }.joined(separator: ", ")
            return RowProblem(column, "several accounts are called \"\(name)\"", hint: "their external ids are \(ids)")
        }
        let message = "there is no account with the external id \"\(name)\", and none of this name"
        if let id = nearestName(to: name, in: try references.accounts(numberedAs: name)) {
            return RowProblem(column, message, hint: "did you mean \"\(id)\"?")
        }
        let near = nearestName(to: name, in: try references.accountNames(like: name))
        let id = try near.flatMap { try references.accounts(named: $0).first?.externalID }
        let hint = near.map { "did you mean \"\($0)\"?\(id.map { " It has the external id \($0)" } ?? "")" }
        return RowProblem(column, message, hint: hint)
    }

    func requiredAccount(_ name: String) -> RowTaker.Read { required(account(name), name) }

    /// A stakeholder or milestone, which has to be of the activity's own account.
    func owned(
        _ name: String, _ find: @escaping (String) throws -> (id: RowID, account: RowID)?
    ) -> RowTaker.Read {
        let column = column(name)
        let account = account("account")
        return { fields in
            guard let externalID = fields.text(column.place) else { return nil }
            guard let found = try find(externalID) else {
                throw RowProblem(column, "there is no \(name) with the external id \"\(externalID)\"")
            }
            let owner = try account(fields)
            guard owner != .null else {
                throw RowProblem(columnNamed: "account", "account is empty, and the \(name) belongs to one")
            }
            guard owner == .integer(found.account) else {
                throw RowProblem(column, "the \(name) \"\(externalID)\" belongs to another account")
            }
            return .integer(found.id)
        }
    }

    func requiredActivity(_ name: String) -> RowTaker.Read {
        let column = column(name)
        return { [references] in .integer(try Self.activity($0, column, references).id) }
    }

    private static func activity(
        _ fields: Fields, _ column: Column, _ references: References
    ) throws -> (id: RowID, account: RowID?) {
        let externalID = try fields.required(fields.text(column.place), column)
        if let found = try references.activity(externalID) { return found }
        throw RowProblem(column, "there is no activity with the external id \"\(externalID)\"")
    }

    /// Who took part is of the activity's account.
    func stakeholder(_ name: String, ofActivity activity: String) -> RowTaker.Read {
        let (column, activity) = (column(name), column(activity))
        return { [references] fields in
            let externalID = try fields.required(fields.text(column.place), column)
            guard let found = try references.stakeholder(externalID) else {
                throw RowProblem(column, "there is no stakeholder with the external id \"\(externalID)\"")
            }
            guard try Self.activity(fields, activity, references).account == found.account else {
                throw RowProblem(column, "the stakeholder \"\(externalID)\" belongs to another account")
            }
            return .integer(found.id)
        }
    }

    /// What is known under this external id already must be of the same account.
    func staysWithAccount(
        _ what: String, _ find: @escaping (String) throws -> (id: RowID, account: RowID)?
    ) -> (Fields) throws -> Void {
        let (key, account) = (column("external_id"), column("account"))
        let readAccount = self.account("account")
        return { fields in
            guard let externalID = fields.text(key.place), let known = try find(externalID) else { return }
            guard try readAccount(fields) == .integer(known.account) else {
                throw RowProblem(account, "this \(what) belongs to another account already")
            }
        }
    }

    /// An active account needs a place among the rep's 50.
    func roomOnTheList() -> (Fields) throws -> Void {
        let (key, rep, status, name) = (column("external_id"), column("rep"), column("status"), column("name"))
        return { fields in
            guard (fields.text(status.place) ?? AccountStatus.active.rawValue) == AccountStatus.active.rawValue,
                let externalID = fields.text(key.place), let email = fields.text(rep.place),
                let id = try references.person(email: email)
            else { return }
            guard try references.hasRoom(for: externalID, named: fields.text(name.place) ?? "", with: id) else {
                throw RowProblem(rep, Schema.fullList, hint: try proposal(of: id), fullListOf: email)
            }
        }
    }

    /// The rep's account of the same name.
    func accountNamesake() -> (Fields) throws -> Named? {
        let (key, rep, name) = (column("external_id"), column("rep"), column("name"))
        return { [references] fields in
            guard let externalID = fields.text(key.place), let name = fields.text(name.place),
                let email = fields.text(rep.place), let id = try references.person(email: email)
            else { return nil }
            return try references.namesake(of: name, externalID, with: id)
        }
    }

    /// The account that would best give way, why, and the command that makes room. The row itself brings the newcomer.
    private func proposal(of rep: RowID) throws -> String? {
        guard let today, let giving = try references.givingWay(of: rep, today: today) else { return nil }
        return "\(giving.facts(in: .utc, today: today)). \(giving.drop) makes room for one; then import again"
    }

    private func required(_ read: @escaping RowTaker.Read, _ name: String) -> RowTaker.Read {
        let column = column(name)
        return { fields in
            let value = try read(fields)
            if value == .null { throw RowProblem(column, "\(name) is empty, a row needs it") }
            return value
        }
    }
}
