/// All of the help as Markdown: `docs/usage.md`.
enum UsageDocument {
  static func markdown() -> String {
    var blocks = [
      "<!-- Written by `albplan help --format markdown`. -->",
      "# Using albplan",
    ]
    let review = CommandDefinition.review
    blocks.append(review.summary)
    blocks.append(fence(review.usageLines))
    blocks += review.details
    blocks.append("| Command | |\n| --- | --- |\n" + CommandDefinition.named.map(row).joined(separator: "\n"))
    for topic in HelpTopic.all { blocks += ["## \(topic.title)"] + topic.paragraphs.map(escaped) }
    for command in CommandDefinition.all { blocks += section(of: command) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func row(_ command: CommandDefinition) -> String {
    "| [`albplan \(command.name.rawValue)`](#albplan-\(command.name.rawValue)) | \(escaped(command.summary)) |"
  }

  private static func section(of command: CommandDefinition) -> [String] {
    var blocks: [String]
    if command.name == .review {
      blocks = ["## albplan FILE..."]
    } else {
      blocks = ["## \(command.invocationName)", escaped(command.summary), fence(command.usageLines)]
      blocks += command.details.map(escaped)
    }
    let operands = command.operands.map { operand in
      let choices = operand.choices.map { " One of " + $0.map { "`\($0)`" }.joined(separator: ", ") + "." } ?? ""
      return "- `\(operand.placeholder)`: \(escaped(operand.summary))\(choices)"
    }
    if !operands.isEmpty { blocks.append(operands.joined(separator: "\n")) }
    for section in OptionDefinition.Section.allCases where section != .general {
      let options = command.options(in: section)
      if options.isEmpty { continue }
      blocks.append(
        "| \(section.rawValue) | | Variable |\n| --- | --- | --- |\n" + options.map(row).joined(separator: "\n"))
    }
    let statuses = command.exitStatuses.map { "| \($0.status.rawValue) | \(escaped($0.meaning)) |" }
    blocks.append("| Exit status | |\n| --- | --- |\n" + statuses.joined(separator: "\n"))
    if !command.examples.isEmpty { blocks.append(fence(command.examples.flatMap { ["# \($0.meaning)", $0.line] })) }
    return blocks
  }

  private static func row(_ option: OptionDefinition) -> String {
    var text = escaped(option.summary)
    if let choices = option.choices { text += " One of " + choices.map { "`\($0)`" }.joined(separator: ", ") + "." }
    if let value = option.defaultValue { text += " Default: `\(value)`." }
    if let note = option.repetitionNote { text += " " + note }
    let synopsis = option.synopsis.drop { $0 == " " }
    return "| `\(synopsis)` | \(text) | \(option.variable.map { "`\($0)`" } ?? "") |"
  }

  private static func fence(_ lines: [String]) -> String {
    (["```sh"] + lines + ["```"]).joined(separator: "\n")
  }

  /// Text that Markdown shows as it is.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if ["|", "<", ">", "*", "_", "`", "[", "]"].contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
