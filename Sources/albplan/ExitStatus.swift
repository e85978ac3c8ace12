/// What a run tells the program that started it; the same for every format.
enum ExitStatus: Int32, Sendable {
  /// It ran, and there is nothing to say.
  case clean = 0
  /// It ran, and there is something to mend.
  case findings = 1
  /// It could not do its job: usage, settings, unreadable or broken input.
  case trouble = 2
}
