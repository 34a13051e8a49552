/// A date and a time of day without a zone: no instant until somebody says where.
package struct TOMLLocalDateTime: Hashable, Sendable {
    package let date: TOMLLocalDate
    package let time: TOMLLocalTime

    package init(date: TOMLLocalDate, time: TOMLLocalTime) {
        self.date = date
        self.time = time
    }
}

extension TOMLLocalDateTime: CustomStringConvertible {
    /// `1979-05-27T07:32:00`.
    package var description: String { "\(date)T\(time)" }
}
