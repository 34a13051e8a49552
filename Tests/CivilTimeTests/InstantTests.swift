import Testing

@testable import CivilTime

@Suite("Instants")
struct InstantTests {
    @Test(
        "an RFC 3339 text is read to the second",
        arguments: [
            ("1970-01-01T00:00:00Z", 0),
            ("2026-03-02T08:40:00Z", 1_772_440_800),
            ("2026-03-02t08:40:00z", 1_772_440_800),
            ("2026-03-02T08:40:00.999999999Z", 1_772_440_800),
            ("2026-03-02T09:40:00+01:00", 1_772_440_800),
            ("2026-03-02T08:40:00-00:00", 1_772_440_800),
            ("2026-03-02T03:10:00.5-05:30", 1_772_440_800),
            ("2016-12-31T23:59:60Z", 1_483_228_800),
            ("1990-12-31T15:59:60-08:00", 662_688_000),
            ("1937-01-01T12:00:27+00:20", -1_041_337_173),
            ("0001-01-01T00:00:00Z", -62_135_596_800),
            ("9999-12-31T23:59:59Z", 253_402_300_799),
        ] as [(String, Int64)])
    func reading(text: String, seconds: Int64) throws {
        #expect(try instant(text).secondsSinceEpoch == seconds)
        #expect(Instant(rfc3339: text.utf8)?.secondsSinceEpoch == seconds)
        #expect(Instant(rfc3339: Array(text.utf8).reversed().reversed())?.secondsSinceEpoch == seconds)
    }

    @Test(
        "a text that is no RFC 3339 instant is refused with what was expected",
        arguments: [
            ("2026-03-02 08:40:00Z", "expected a T between the date and the time"),
            ("2026-02-30T08:40:00Z", "February 2026 has the days 1 to 28"),
            ("2026-13-01T08:40:00Z", "there is no month 13"),
            ("0000-01-01T00:00:00Z", "years go from 0001 to 9999"),
            ("2026-03-02T08:40Z", "expected HH:MM:SS"),
            ("2026-03-02T24:00:00Z", "expected HH:MM:SS"),
            ("2026-03-02T08:60:00Z", "expected HH:MM:SS"),
            ("2026-03-02T08:40:61Z", "expected HH:MM:SS"),
            ("2026-03-02T08:40:60Z", "second 60 is found only"),
            ("2026-03-30T23:59:60Z", "second 60 is found only"),
            ("2026-03-02T08:40:00.Z", "expected digits after the decimal point"),
            ("2026-03-02T08:40:00,5Z", "expected Z or an offset"),
            ("2026-03-02T08:40:00", "expected Z or an offset"),
            ("2026-03-02T08:40:00+0100", "expected Z or an offset"),
            ("2026-03-02T08:40:00+24:00", "expected Z or an offset"),
            ("2026-03-02T08:40:00Z ", "and nothing after it"),
            ("2026-03-02T08:40:00\u{661}Z", "expected Z or an offset"),
            ("", "expected YYYY-MM-DD"),
            ("next Monday", "expected YYYY-MM-DD"),
        ])
    func refusing(text: String, reason: String) {
        let error = #expect(throws: TimeFormatError.self) { try Instant(rfc3339: text) }
        #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
        #expect(error?.message.hasPrefix("\"\(text)\" is not an instant") == true)
        #expect(Instant(rfc3339: text.utf8) == nil)
    }

    @Test("no cut or changed byte of an instant crashes, and what is read is written back the same")
    func mutations() throws {
        let text = Array("2026-03-02T08:40:00.25+01:00".utf8)
        for place in text.indices {
            _ = Instant(rfc3339: text[..<place])
            for byte in UInt8.min...UInt8.max {
                var changed = text
                changed[place] = byte
                guard let instant = Instant(rfc3339: changed) else { continue }
                #expect(try Instant(rfc3339: instant.rfc3339) == instant)
            }
        }
    }

    @Test(
        "an instant is written in UTC",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (1_772_440_805, "2026-03-02T08:40:05Z"),
            (253_402_300_800, "+10000-01-01T00:00:00Z"), (-62_167_219_201, "-0001-12-31T23:59:59Z"),
        ] as [(Int64, String)])
    func writing(seconds: Int64, text: String) {
        #expect(Instant(secondsSinceEpoch: seconds).description == text)
    }

    @Test("arithmetic stays at the ends instead of failing")
    func saturation() throws {
        let (first, last) = (Instant(secondsSinceEpoch: .min), Instant(secondsSinceEpoch: .max))
        #expect(last.adding(seconds: 1) == last)
        #expect(first.adding(seconds: -1) == first)
        #expect(last.seconds(since: first) == .max)
        #expect(first.seconds(since: last) == .min)
        #expect(
            try instant("2026-03-02T08:40:00Z").adding(seconds: -60).seconds(since: instant("2026-03-02T08:38:30Z"))
                == 30)
        #expect(!first.description.isEmpty && !last.description.isEmpty)
    }
}
