/// The command without the process around it: arguments in, exit status out.
enum Program {
  /// Runs one command line. Everything that is printed is written when this returns.
  static func run(_ arguments: [String], in surroundings: Surroundings) -> ExitStatus {
    var status: ExitStatus
    var trouble: Trouble?
    do throws(Trouble) {
      status = try perform(arguments, in: surroundings)
    } catch {
      status = .trouble
      trouble = error
    }
    surroundings.output.flush()
    if let failure = surroundings.output.failure {
      status = .trouble
      trouble = trouble ?? Trouble("cannot write standard output: \(failure)")
    }
    if let trouble { surroundings.errors.write("albplan: \(Session.printable(trouble.sentence))\n") }
    surroundings.errors.flush()
    return status
  }

  private static func perform(_ arguments: [String], in surroundings: Surroundings) throws(Trouble) -> ExitStatus {
    let arguments = try ArgumentFile.expand(arguments) { (path) throws(Trouble) in
      do throws(FileReader.Failure) {
        return try FileReader.read(Array(InputPath.resolve(path, in: surroundings.workingDirectory).utf8))
      } catch {
        throw Trouble("cannot read arguments from \"\(path)\": \(error.reason)")
      }
    }
    let invocation = try CommandLineParser(environment: surroundings.environment).parse(arguments)
    let session = Session(invocation: invocation, surroundings: surroundings)
    if invocation.has(.help) { return session.showHelp(of: invocation.command) }
    if invocation.has(.version) { return session.showVersion() }
    if arguments.isEmpty, !surroundings.input.isFed { return session.showShortHelp() }
    if invocation.has(.showSettings) { return try session.showSettings() }
    if invocation.has(.showFiles) { return try session.listFiles() }

    switch invocation.command.name {
    case .completions: return try session.printCompletions()
    case .man: return try session.printManualPage()
    case .help: return try session.printHelp()
    case .version: return session.showVersion()
    case .review: return try session.review()
    case .plan: return try session.plan()
    case .lint: return try session.lint()
    case .rules: return try session.printRules()
    case .explain: return try session.explainRule()
    case .documents: return try session.printDocuments()
    case .config: return try session.printSchema()
    }
  }
}
