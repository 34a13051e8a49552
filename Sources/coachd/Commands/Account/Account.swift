extension Command {
    static let account = Command(
        "account", "a rep's 50: select, swap, plan, rest, know and show them",
        details: """
            An account is named by its name, its external id, or a beginning that only one has. Dates are 2026-11-27, today,
            tomorrow or a weekday (the next one), where the account's rep is. Who does it is --by, else $COACHD_REP, else the
            user who is logged in; it stands in `coachd history` with the reason.
            """,
        [
            .accountAdd, .accountDrop, .accountSwap, .accountRank, .accountInner, .accountNext, .accountMilestone,
            .accountHold, .accountResume, .accountThreshold, .accountWho, .accountKnow, .accountMessage, .accountShow,
            .accountList,
        ])
}
