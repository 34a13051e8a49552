/// `no-next-step`: none with a date. `next-step-passed`: dated before today.
enum NextStep {
    static func finding(_ account: Account, on day: RepDay) -> Finding? {
        guard let date = account.nextStepOn else { return Finding(.noNextStep, of: account) }
        return date < day.today ? Finding(.nextStepPassed, of: account) : nil
    }
}
