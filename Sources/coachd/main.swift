import Glibc

// A reader that went away (`coachd … | head`) ends the program quietly instead of by a message from the runtime.
signal(SIGPIPE, SIG_DFL)
let code = CommandLineInterface.run(Array(CommandLine.arguments.dropFirst()))
Terminal.flush()
exit(code.rawValue)
