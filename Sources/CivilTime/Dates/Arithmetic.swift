extension FixedWidthInteger {
    /// The quotient rounded down and the remainder that is never negative, for a positive divisor.
    func flooredDivision(by divisor: Self) -> (quotient: Self, remainder: Self) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    /// The sum, or the nearest end of the range where it does not fit.
    func addingSaturated(_ other: Self) -> Self {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }

    /// The difference, or the nearest end of the range where it does not fit.
    func subtractingSaturated(_ other: Self) -> Self {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? (other < 0 ? .max : .min) : difference
    }
}

extension Int {
    /// The decimal digits, with zeros in front up to `width`. Not for negative numbers.
    func zeroPadded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}

extension Array {
    /// The first index whose element satisfies `belongsToEnd`, or `endIndex`. All elements after one that does must do so too.
    func partitioningIndex(where belongsToEnd: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongsToEnd(self[middle]) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }
}

extension Span<UInt8> {
    /// The number that stands at `start` in exactly `count` ASCII digits, or nil where there is no such number.
    func number(at start: Int, digits count: Int) -> Int? {
        guard start >= 0, self.count - start >= count else { return nil }
        var value = 0
        for index in start..<start + count {
            let digit = self[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    func holds(_ character: Unicode.Scalar, at index: Int) -> Bool {
        index < count && self[index] == UInt8(ascii: character)
    }
}
