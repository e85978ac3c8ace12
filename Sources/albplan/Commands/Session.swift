import Manifests

/// What a command works with: what was asked, and the world around.
struct Session {
  var invocation: Invocation
  var surroundings: Surroundings

  // MARK: Input

  /// Reads the operands. What cannot be read is said on standard error, and the rest goes on.
  func readInputs(excluding excludes: GitIgnore? = nil) throws(Trouble) -> InputReader.Inputs {
    let isLooking = invocation.command.name == .lint || invocation.command.name == .review
    let inputs = reader(excluding: excludes).read(
      try manifestOperands(), beside: invocation.values(.alsoRead), findsKustomizations: isLooking)
    report(inputs)
    for file in inputs.files { detail("read \"\(file.name)\"") }
    return inputs
  }

  /// Prints the names of the files that would be read, one a line.
  func listFiles() throws(Trouble) -> ExitStatus {
    let reader = reader(excluding: try ProjectFile.find(for: self)?.excludes)
    var inputs = InputReader.Inputs()
    for source in reader.find(try manifestOperands(), into: &inputs) {
      switch source {
      case .standardInput: surroundings.output.write(reader.stdinName + "\n")
      case .file(let file): surroundings.output.write(file.name + "\n")
      }
    }
    report(inputs)
    return inputs.problems.isEmpty ? .clean : .trouble
  }

  private func reader(excluding excludes: GitIgnore?) -> InputReader {
    InputReader(
      surroundings: surroundings, stdinName: invocation[.stdinFilename] ?? "<stdin>",
      respectsGitIgnore: !invocation.has(.noRespectGitignore), excludes: excludes)
  }

  /// The inputs that were named, or standard input when something is sent there.
  private func manifestOperands() throws(Trouble) -> [String] {
    var operands = invocation.operands
    if operands.isEmpty {
      guard surroundings.input.isFed else {
        throw Trouble("no input: name files or directories, or - for standard input")
      }
      operands = ["-"]
    }
    if operands.contains("-"), surroundings.input.isTerminal { note("reading from standard input; end it with Ctrl-D") }
    return operands
  }

  private func report(_ inputs: InputReader.Inputs) {
    for problem in inputs.problems { complain(problem.sentence + commandHint(for: problem)) }
    for text in inputs.notes { note(text) }
  }

  /// A missing file that is nearly called like a command was probably meant to be the command.
  private func commandHint(for problem: InputReader.Problem) -> String {
    guard problem.isMissing, invocation.command.name == .review, problem.operand == invocation.operands.first,
      let word = NearestName.of(problem.operand, among: CommandDefinition.named.map(\.name.rawValue))
    else { return "" }
    return "; did you mean the command \"\(word)\"?"
  }

  // MARK: Output

  /// How text looks that goes to standard output.
  var outputStyle: TextStyle {
    TextStyle(for: surroundings.output, invocation: invocation, environment: surroundings.environment)
  }

  /// How a report in text looks: a file has neither colours nor the terminal's width.
  func style(of report: ReportRequest) -> TextStyle {
    guard report.path != nil else { return outputStyle }
    let width = invocation[.width].flatMap { Int($0) }
    return TextStyle(isColored: false, width: width == 0 ? nil : width)
  }

  /// Gives a report to where it was asked for.
  func deliver(_ bytes: some Collection<UInt8>, to report: ReportRequest) throws(Trouble) {
    guard let path = report.path else {
      surroundings.output.write(bytes)
      return
    }
    let target = InputPath.resolve(path, in: surroundings.workingDirectory)
    if let reason = AtomicFile.write(Array(bytes), to: target) {
      throw Trouble("cannot write \"\(InputPath.displayName(path))\": \(reason)")
    }
  }

  /// Delivers a text that has only one format.
  func deliver(_ text: String) throws(Trouble) {
    for report in try invocation.reports() { try deliver(text.utf8, to: report) }
  }

  // MARK: Standard error

  /// Says why something could not be done. It is seen at once, not when a buffer is full.
  func complain(_ sentence: String) {
    surroundings.errors.write("albplan: \(Self.printable(sentence))\n")
    surroundings.errors.flush()
  }

  /// Says something worth knowing, unless `--quiet`.
  func note(_ sentence: String) {
    if !invocation.has(.quiet) { complain("note: " + sentence) }
  }

  /// Says what is being done, with `--verbose`.
  func detail(_ sentence: String) {
    if invocation.has(.verbose) { complain(sentence) }
  }

  /// A sentence on one line that does nothing to a terminal, whatever names it holds.
  static func printable(_ sentence: String) -> String {
    func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }
    guard sentence.unicodeScalars.contains(where: isControl) else { return sentence }
    return sentence.unicodeScalars.map { scalar in
      isControl(scalar) ? "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16) : String(scalar)
    }.joined()
  }
}
