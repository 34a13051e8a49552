import Chat
import CivilTime
import Coaching
import Diagnostics
import TOML

/// Reads the settings that stand at three levels: for all, for a team, for a person.
struct LayerReader {
    let surroundings: Surroundings
    let zones: ZoneDatabase
    /// The dates over which yearly holidays are laid out.
    let years: ClosedRange<CivilDate>

    /// Whose settings they are. A huddle and a team's room are nobody's own.
    enum Level {
        case all, team, person
    }

    func layer(_ reader: TableReader, of level: Level) -> PolicySettings.Layer {
        var layer = PolicySettings.Layer()
        layer.zone = zone(reader)
        if let work = reader.table("work") {
            layer.workdays = workdays(work)
            layer.hours = work.parsed("hours", "working hours such as \"09:00-17:30\"") {
                text throws(TimeFormatError) in
                try WorkingHours(parsing: text)
            }
            layer.holidays = holidays(work)
            work.finish()
        }
        if level != .person, let huddle = reader.table("huddle") {
            layer.huddleAt = huddle.time("at")
            layer.huddleLateUntil = huddle.time("late_until")
            huddle.finish()
        }
        if level != .person, let leader = reader.table("leader") {
            layer.coachingRep = leader.integer("coaching_rep", 1...60, unit: "working days")
            layer.coachingAccount = leader.integer("coaching_account", 1...250, unit: "working days")
            layer.highlight = leader.integer("highlight", 1...60, unit: "working days")
            layer.promise = leader.integer("promise", 1...60, unit: "working days")
            leader.finish()
        }
        if level != .person, let weekly = reader.table("weekly") {
            layer.weeklyDay = weekly.parsed("day", "a day of the week such as \"fri\"") {
                text throws(TimeFormatError) in
                try Weekday(name: text)
            }
            layer.weeklyAt = weekly.time("at")
            weekly.finish()
        }
        if let nudges = reader.table("nudges") {
            layer.morning = nudges.time("morning")
            layer.afternoon = nudges.time("afternoon")
            layer.nudgesLateUntil = nudges.time("late_until")
            layer.items = nudges.integer("items", 1...5, unit: "items")
            nudges.finish()
        }
        if let questions = reader.table("questions") {
            layer.questions = QuestionReader(surroundings: surroundings).settings(questions)
        }
        if let thresholds = reader.table("thresholds") { read(thresholds, into: &layer) }
        if let research = reader.table("research") {
            layer.research = research.strings("topics").map { self.topics($0, in: research) }
            if let before = research.table("before") {
                for entry in before.table.entries {
                    layer.researchBefore[entry.key] = before.strings(entry.key).map { self.topics($0, in: before) }
                }
            }
            research.finish()
        }
        return layer
    }

    func routes(_ reader: TableReader, of level: Level) -> Routes {
        var routes = Routes()
        guard let table = reader.table("routes") else { return routes }
        routes.leader = table.string("leader")
        routes.rep = table.string("rep")
        if level != .person { routes.team = table.string("team") }
        routes.fallback = table.string("fallback")
        table.finish()
        return routes
    }

    private func read(_ thresholds: TableReader, into layer: inout PolicySettings.Layer) {
        layer.quiet = thresholds.integer("quiet", 1...250, unit: "working days")
        layer.stalled = thresholds.integer("stalled", 1...250, unit: "working days")
        layer.nextStepPause = thresholds.integer("next_step_pause", 0...250, unit: "working days")
        layer.milestoneNear = thresholds.integer("milestone_near", 0...60, unit: "working days")
        layer.liveThreads = thresholds.integer("live_threads", 1...6, unit: "roles")
        layer.threadDays = thresholds.integer("thread_days", 1...365, unit: "calendar days")
        layer.alike = thresholds.integer("alike", 50...100, unit: "percent")
        layer.listShort = thresholds.integer("list_short", 0...50, unit: "accounts")
        layer.offList = thresholds.integer("off_list", 0...100, unit: "percent")
        if let milestones = thresholds.table("milestones") {
            for entry in milestones.table.entries {
                layer.stalledByMilestone[entry.key] = milestones.integer(entry.key, 1...250, unit: "working days")
            }
        }
        thresholds.finish()
    }

    private func topics(_ texts: [(text: String, span: SourceSpan)], in reader: TableReader) -> [ResearchTopic] {
        texts.compactMap { text, span in
            guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
                reader.log.error(
                    "a topic in [\(reader.path)] is empty; expected a name such as \"decision process\"", at: span)
                return nil
            }
            let topic = ResearchTopic(text)
            if case .other = topic.subject, let near = nearestName(to: text, in: ResearchTopic.knownNames) {
                reader.log.note(
                    "\"\(text)\" in [\(reader.path)] is a topic of your own", at: span,
                    hint: "did you mean \"\(near)\"?")
            }
            return topic
        }
    }

    private func zone(_ reader: TableReader) -> Zone? {
        guard let name = reader.string("timezone"), let node = reader.table["timezone"] else { return nil }
        do throws(ZoneError) {
            return try zones.zone(name)
        } catch {
            reader.log.error("\(reader.name(of: "timezone")): \(error)", at: node.span)
            return nil
        }
    }

    /// A list of names, or one text such as "mon-fri".
    private func workdays(_ reader: TableReader) -> WeekdaySet? {
        if case .string = reader.table["days"]?.value {
            return reader.parsed("days", "working days such as [\"mon\", \"tue\"]") { text throws(TimeFormatError) in
                try WeekdaySet(parsing: text)
            }
        }
        guard let names = reader.strings("days") else { return nil }
        var days: [Weekday] = []
        for (text, span) in names {
            do throws(TimeFormatError) {
                days.append(try Weekday(name: text))
            } catch {
                reader.log.error("\(reader.name(of: "days")): \(error)", at: span)
            }
        }
        guard !days.isEmpty else {
            if names.isEmpty, let node = reader.table["days"] {
                reader.log.error("\(reader.name(of: "days")) is empty: nobody would ever hear anything", at: node.span)
            }
            return nil
        }
        return WeekdaySet(days)
    }

    /// The texts of `holidays`; a date may stand there without quotes, as TOML writes dates.
    private func dateTexts(_ reader: TableReader) -> [(text: String, span: SourceSpan)] {
        guard let node = reader.node("holidays") else { return [] }
        guard case .array(let elements) = node.value else {
            return reader.wrongType("holidays", node, "a list of dates and .ics files") ?? []
        }
        return elements.compactMap { element in
            switch element.value {
            case .string(let text): return (text, element.span)
            case .localDate(let date):
                return CivilDate(year: date.year, month: date.month, day: date.day).map { ($0.iso, element.span) }
            default:
                let name = reader.name(of: "holidays")
                reader.log.error(
                    "\(name) holds \(element.value.typeName); expected dates and .ics files", at: element.span)
                return nil
            }
        }
    }

    /// Dates, and the all-day events of .ics files.
    private func holidays(_ reader: TableReader) -> Set<CivilDate> {
        var dates: Set<CivilDate> = []
        for (text, span) in dateTexts(reader) {
            do throws(TimeFormatError) {
                dates.insert(try CivilDate(iso: text))
                continue
            } catch  where text.first?.isNumber == true && !text.lowercased().hasSuffix(".ics") {
                reader.log.error("\(reader.name(of: "holidays")): \(error)", at: span)
                continue
            } catch {}
            let path = surroundings.path(text)
            do throws(FileProblem) {
                let (events, diagnostics) = HolidayCalendar.parse(try readSmallFile(path), file: path)
                reader.log.add(diagnostics, of: path)
                for event in events { dates.formUnion(event.dates(in: years)) }
            } catch {
                reader.log.error(
                    "\(reader.name(of: "holidays")): \(path) cannot be read: \(error.reason)", at: span,
                    hint: "a holiday is a date such as \"2026-12-25\" or the path of an .ics file")
            }
        }
        return dates
    }
}
