import LoadBalancerModel

/// The commands that speak of albplan itself.
extension Session {
  private var helpText: HelpText {
    HelpText(programName: surroundings.programName, columns: outputStyle.width)
  }

  func showHelp(of command: CommandDefinition) -> ExitStatus {
    surroundings.output.write(helpText.full(command))
    return .clean
  }

  /// What someone gets who asked for nothing. Nothing was looked at, so this is no success.
  func showShortHelp() -> ExitStatus {
    surroundings.errors.write(helpText.short())
    return .trouble
  }

  func showVersion() -> ExitStatus {
    surroundings.output.write(Version.line + "\n")
    return .clean
  }

  /// `albplan help [COMMAND]`
  func printHelp() throws(Trouble) -> ExitStatus {
    for report in try invocation.reports() {
      let text = report.format == "markdown" ? UsageDocument.markdown() : helpText.full(namedCommand)
      try deliver(text.utf8, to: report)
    }
    return .clean
  }

  /// `albplan man [COMMAND]`
  func printManualPage() throws(Trouble) -> ExitStatus {
    try deliver(ManualPage.roff(namedCommand))
    return .clean
  }

  /// `albplan config schema [SCHEMA]`
  func printSchema() throws(Trouble) -> ExitStatus {
    let schema = invocation.operands.dropFirst().first.flatMap(ConfigurationSchema.init) ?? .projectSettings
    try deliver(schema.text)
    return .clean
  }

  /// `albplan completions SHELL`
  func printCompletions() throws(Trouble) -> ExitStatus {
    try deliver(invocation.operands.first.flatMap(Shell.init)?.completionScript ?? "")
    return .clean
  }

  /// The command that the operand names.
  private var namedCommand: CommandDefinition {
    CommandDefinition.named.first { $0.name.rawValue == invocation.operands.first } ?? .review
  }
}
