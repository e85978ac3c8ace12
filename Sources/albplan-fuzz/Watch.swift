import Glibc

/// Keeps the input that is being tried, so that a trap or a hang leaves it in a file.
///
/// What the signal handlers touch is plain memory: nothing may be allocated there.
enum Watch {
  nonisolated(unsafe) private static var path: UnsafeMutablePointer<CChar>?
  nonisolated(unsafe) private static var input: UnsafeMutablePointer<UInt8>?
  nonisolated(unsafe) private static var inputSize = 0
  nonisolated(unsafe) private static var stage: StaticString = "start"
  nonisolated(unsafe) private static var number = 0

  /// Seconds of processor time that a stage may take for 1 MB.
  private static let limit = 2

  /// - Parameter crasher: where an input goes that traps or hangs.
  static func start(crasher: String) {
    path = strdup(crasher)
    // A stack of its own, for the usual one may be what has run out.
    let size = 1 << 16
    var stack = stack_t(ss_sp: malloc(size), ss_flags: 0, ss_size: size)
    sigaltstack(&stack, nil)
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGPROF] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { Watch.end(signal: $0) }
      action.sa_flags = SA_ONSTACK | Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(signal, &action, nil)
    }
  }

  static func begin(_ bytes: [UInt8], number: Int) {
    free(input)
    input = malloc(max(1, bytes.count))?.assumingMemoryBound(to: UInt8.self)
    inputSize = input == nil ? 0 : bytes.count
    if let input {
      bytes.withUnsafeBufferPointer { if let base = $0.baseAddress { input.update(from: base, count: $0.count) } }
    }
    self.number = number
  }

  /// A stage begins; it has its time.
  static func enter(_ stage: StaticString) {
    self.stage = stage
    // What the probe does itself with outputs of any size is no promise of albplan's.
    let isOwnWork = stage.utf8CodeUnitCount > 6 && stage.utf8Start[5] == UInt8(ascii: ":")
    let seconds = limit * (1 + inputSize / 1_100_000) * (isOwnWork ? 30 : 1)
    var timer = itimerval(it_interval: timeval(), it_value: timeval(tv_sec: seconds, tv_usec: 0))
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
  }

  private static func end(signal: Int32) {
    say(signal == SIGPROF ? "albplan-fuzz: too slow in stage " : "albplan-fuzz: crash in stage ")
    _ = write(STDERR_FILENO, stage.utf8Start, stage.utf8CodeUnitCount)
    say(", input kept in ")
    if let path {
      _ = write(STDERR_FILENO, path, strlen(path))
      let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
      if descriptor >= 0 {
        _ = write(descriptor, input, inputSize)
        close(descriptor)
      }
    }
    say("\n")
    _exit(3)
  }

  private static func say(_ text: StaticString) { _ = write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount) }
}
