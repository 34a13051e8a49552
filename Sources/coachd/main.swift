import Glibc

Terminal.holdClosedStreams()
// A reader that went away (`coachd … | head`) ends the program quietly instead of by a message from the runtime.
signal(SIGPIPE, SIG_DFL)
// A file that may not grow further is an error to tell, as a full disk is.
signal(SIGXFSZ, SIG_IGN)
exit(CommandLineInterface.run(Array(CommandLine.arguments.dropFirst())).rawValue)
