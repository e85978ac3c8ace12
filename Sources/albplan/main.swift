import Glibc

// A reader that goes away, or a limit on file sizes, is an error of the write, not the end of the process.
for ignored in [SIGPIPE, SIGXFSZ] { signal(ignored, SIG_IGN) }
exit(Program.run(Array(CommandLine.arguments.dropFirst()), in: .process()).rawValue)
