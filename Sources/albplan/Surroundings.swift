import Glibc

/// What a run takes from outside and gives back. A test puts another world around the same command.
struct Surroundings {
  /// How the user calls the program: `albplan`, or `kubectl albplan`.
  var programName = "albplan"
  var environment = Environment.process
  /// Where relative paths begin; `nil` for the process's own directory.
  var workingDirectory: String?
  var input: StandardInput
  var output: ByteOutput
  var errors: ByteOutput

  /// The process's own.
  static func process() -> Surroundings {
    var surroundings = Surroundings(
      input: .descriptor(STDIN_FILENO), output: ByteOutput(descriptor: STDOUT_FILENO),
      errors: ByteOutput(descriptor: STDERR_FILENO))
    let path = CommandLine.arguments.first ?? ""
    if path.utf8.split(separator: UInt8(ascii: "/")).last?.elementsEqual("kubectl-albplan".utf8) == true {
      surroundings.programName = "kubectl albplan"
    }
    return surroundings
  }
}

/// The environment variables.
enum Environment: Sendable {
  case process
  /// Those that a test gives, and no others.
  case variables([String: String])

  /// The value of a variable; `nil` when it is not set or empty.
  subscript(name: String) -> String? {
    let value =
      switch self {
      case .process: getenv(name).map { String(cString: $0) }
      case .variables(let variables): variables[name]
      }
    return value == "" ? nil : value
  }

  /// Whether there is a variable whose name begins so: most runs are spared looking for each option's.
  func holdsVariables(from prefix: String) -> Bool {
    switch self {
    case .process:
      var entry = environ
      let length = prefix.utf8.count
      while let text = entry.pointee {
        if strncmp(text, prefix, length) == 0 { return true }
        entry += 1
      }
      return false
    case .variables(let variables): return variables.keys.contains { $0.hasPrefix(prefix) }
    }
  }
}
