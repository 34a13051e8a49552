/// Small text pictures. Each has its numbers beside it: the picture is for the eye, the number for the truth.
package enum Pictures {
    /// One letter a day, its height the share of the plan that was done; `·` is a day off.
    package static func activityBar(_ days: [DayCount]) -> String {
        String(days.map(\.letter))
    }

    /// One cell for each account of the list, in the list's order.
    package static func strip(_ cells: [AccountState]) -> String {
        String(cells.map(\.letter))
    }

    /// The touches of one day beside the plan of that day; nil planned is a day off.
    package struct DayCount: Hashable, Sendable {
        package var done: Int
        package var planned: Int?

        package init(done: Int, planned: Int?) {
            self.done = done
            self.planned = planned
        }

        fileprivate var letter: Character {
            guard let planned else { return "·" }
            let levels: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇"]
            guard planned > 0 else { return done > 0 ? "▇" : "▁" }
            return levels[min(levels.count - 1, done * (levels.count - 1) / planned)]
        }
    }

    /// How an account moves: the four states of the strip.
    package enum AccountState: Hashable, Sendable, CaseIterable {
        case moving, quiet, stalled, resting

        package var letter: Character {
            switch self {
            case .moving: "■"
            case .quiet: "▪"
            case .stalled: "□"
            case .resting: "·"
            }
        }
    }
}
