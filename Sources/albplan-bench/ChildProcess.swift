import Glibc

/// Another program, run to its end with nothing to read and its output thrown away.
enum ChildProcess {
  struct Outcome {
    /// Seconds on the wall's clock.
    var wallTime: Double
    /// The most memory that it had at one time, in bytes.
    var peakMemory: Double
    /// As `exit` gave it; `nil` after a signal.
    var status: Int32?
  }

  /// Runs a program; ends the benchmark when it cannot be started.
  ///
  /// Linux counts the memory of the process that starts another as that one's too. So whoever wants a true
  /// `peakMemory` calls this before using much.
  static func run(_ path: String, _ arguments: [String]) -> Outcome {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    let words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    let clock = ContinuousClock()
    let start = clock.now
    var child: pid_t = 0
    guard posix_spawn(&child, path, &actions, nil, words + [nil], environ) == 0 else { fail("cannot start \(path)") }
    var state: Int32 = 0
    var usage = rusage()
    while wait4(child, &state, 0, &usage) == -1 {
      guard errno == EINTR else { fail("cannot wait for \(path)") }
    }
    let time = clock.now - start
    // The macros WIFEXITED and WEXITSTATUS, which Swift does not see.
    return Outcome(
      wallTime: time / .seconds(1), peakMemory: Double(usage.ru_maxrss) * 1024,
      status: state & 0x7F == 0 ? state >> 8 & 0xFF : nil)
  }
}
