/// The help of a command for a terminal.
struct HelpText {
  /// How the user calls the program.
  var programName: String
  var width: Int

  /// - Parameter columns: the width of the terminal, if it is known. Help is never wider than is pleasant to read.
  init(programName: String, columns: Int?) {
    self.programName = programName
    width = min(max(columns ?? 80, 60), 100)
  }

  /// All that there is to say of a command.
  func full(_ command: CommandDefinition) -> String {
    var blocks = [wrapped(command.summary), usage(command)]
    blocks += command.details.map { wrapped($0) }
    if command.name == .review {
      blocks.append(table("Commands:", CommandDefinition.named.map { ($0.name.rawValue, $0.summary) }))
    }
    if !command.operands.isEmpty {
      blocks.append(table("Arguments:", command.operands.map { ($0.synopsis, operandText($0)) }))
    }
    for section in OptionDefinition.Section.allCases {
      let options = command.options(in: section)
      if options.isEmpty { continue }
      let title = options.count == command.options.count ? "Options:" : "\(section.rawValue):"
      blocks.append(table(title, options.map { ($0.synopsis, optionText($0)) }))
    }
    if !command.examples.isEmpty {
      let examples = command.examples.map { "  " + named($0.line) + "\n      " + $0.meaning }
      blocks.append((["Examples:"] + examples).joined(separator: "\n"))
    }
    blocks.append(table("Exit status:", command.exitStatuses.map { ("\($0.status.rawValue)", $0.meaning) }))
    if command.name == .review {
      blocks.append(wrapped("\"\(programName) help COMMAND\" says more of a command, \"man albplan\" of everything."))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// What someone sees who gives no arguments.
  func short() -> String {
    let command = CommandDefinition.review
    return [
      wrapped(command.summary), usage(command),
      table("Commands:", CommandDefinition.named.map { ($0.name.rawValue, $0.summary) }),
      wrapped("\"\(programName) --help\" lists the options."),
    ].joined(separator: "\n\n") + "\n"
  }

  private func usage(_ command: CommandDefinition) -> String {
    command.usageLines.enumerated().map { ($0 == 0 ? "Usage: " : "       ") + named($1) }.joined(separator: "\n")
  }

  private func operandText(_ operand: OperandDefinition) -> String {
    operand.summary + (operand.choices.map { " [\($0.joined(separator: ", "))]" } ?? "")
  }

  private func optionText(_ option: OptionDefinition) -> String {
    ([option.summary, option.valueNote.map { "[\($0)]" }].compactMap { $0 }).joined(separator: " ")
  }

  private func named(_ line: String) -> String {
    line.hasPrefix("albplan") ? programName + line.dropFirst("albplan".count) : line
  }

  private func wrapped(_ paragraph: String) -> String {
    TextWrapping.lines(paragraph, width: width).joined(separator: "\n")
  }

  /// Two columns; an entry too long for the first stands on a line of its own.
  private func table(_ title: String, _ rows: [(String, String)]) -> String {
    let longest = rows.map(\.0.utf8.count).max() ?? 0
    let column = min(longest, 26) + 4
    var lines = [title]
    for (entry, text) in rows {
      let texts = TextWrapping.lines(text, width: width - column)
      let isLong = entry.utf8.count + 4 > column
      let head = "  " + entry + String(repeating: " ", count: isLong ? 0 : column - 2 - entry.utf8.count)
      if isLong { lines.append(head) }
      for (index, text) in texts.enumerated() {
        lines.append((index == 0 && !isLong ? head : String(repeating: " ", count: column)) + text)
      }
    }
    return lines.joined(separator: "\n")
  }
}
