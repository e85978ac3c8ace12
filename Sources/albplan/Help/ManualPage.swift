/// Manual pages in roff, with the macros of man(7).
enum ManualPage {
  /// The page of a command; `albplan(1)` for the default one.
  static func roff(_ command: CommandDefinition) -> String {
    let name = command.name == .review ? "albplan" : "albplan-\(command.name.rawValue)"
    var lines = [
      ".TH \"\(name.uppercasedASCII)\" \"1\" \"\(Version.date)\" \"albplan \(Version.number)\" \"User Commands\"",
      ".SH NAME",
      "\(escaped(name)) \\- \(escaped(lowercasedStart(command.summary)))",
      ".SH SYNOPSIS",
    ]
    lines += paragraphs(command.usageLines.map(synopsis))
    lines.append(".SH DESCRIPTION")
    lines += paragraphs(([command.summary] + command.details).map(escaped))
    if command.name == .review {
      lines.append(".SH COMMANDS")
      for other in CommandDefinition.named { lines += entry(other.name.rawValue, other.summary) }
    }
    if !command.operands.isEmpty {
      lines.append(".SH ARGUMENTS")
      for operand in command.operands {
        let choices = operand.choices.map { " One of " + $0.joined(separator: ", ") + "." } ?? ""
        lines += entry(operand.synopsis, operand.summary + choices)
      }
    }
    lines.append(".SH OPTIONS")
    for section in OptionDefinition.Section.allCases {
      let options = command.options(in: section)
      if options.isEmpty { continue }
      lines.append(".SS \(section.rawValue)")
      for option in options { lines += entry(of: option) }
    }
    if command.name == .review {
      for topic in HelpTopic.all {
        lines.append(".SH \(topic.title.uppercasedASCII)")
        lines += paragraphs(topic.paragraphs.map(escaped))
      }
    }
    lines.append(".SH EXIT STATUS")
    for status in command.exitStatuses { lines += entry("\(status.status.rawValue)", status.meaning) }
    if !command.examples.isEmpty {
      lines.append(".SH EXAMPLES")
      for (index, example) in command.examples.enumerated() {
        if index > 0 { lines.append(".PP") }
        lines += [escaped(uppercasedStart(example.meaning)) + ":", ".PP", ".RS 4", ".EX", escaped(example.line), ".EE"]
        lines.append(".RE")
      }
    }
    lines += [".SH SEE ALSO", seeAlso(command)]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func seeAlso(_ command: CommandDefinition) -> String {
    let pages =
      command.name == .review
      ? CommandDefinition.named.map { "albplan-\($0.name.rawValue)" } : ["albplan"]
    return pages.map { "\\fB\(escaped($0))\\fR(1)" }.joined(separator: ",\n")
  }

  private static func entry(of option: OptionDefinition) -> [String] {
    let names = [option.short.map { "\\fB\\-\($0)\\fR" }, "\\fB\(escaped("--" + option.name.rawValue))\\fR"]
    let value = option.placeholder.map { " \\fI\(escaped($0))\\fR" } ?? ""
    let term = names.compactMap { $0 }.joined(separator: ", ") + value
    var text = [option.summary]
    if let choices = option.choices { text.append("One of " + choices.joined(separator: ", ") + ".") }
    if let value = option.defaultValue { text.append("Default: \(value).") }
    if let note = option.repetitionNote { text.append(note) }
    if let variable = option.variable { text.append("Environment: \(variable).") }
    return [".TP", term, escaped(text.joined(separator: " "))]
  }

  /// Paragraphs, with the macro between them.
  private static func paragraphs(_ texts: [String]) -> [String] {
    Array(texts.map { [$0] }.joined(separator: [".PP"]))
  }

  private static func entry(_ term: String, _ text: String) -> [String] {
    [".TP", "\\fB\(escaped(term))\\fR", escaped(text)]
  }

  /// A usage line: words in bold, placeholders in italics.
  private static func synopsis(_ line: String) -> String {
    line.split(separator: " ").map { word in
      let isPlaceholder = word.utf8.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
      return (isPlaceholder ? "\\fI" : "\\fB") + escaped(String(word)) + "\\fR"
    }.joined(separator: " ")
  }

  private static func lowercasedStart(_ sentence: String) -> String {
    let start = sentence.prefix(1).lowercased() + sentence.dropFirst()
    return start.hasSuffix(".") ? String(start.dropLast()) : start
  }

  private static func uppercasedStart(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// Text that roff prints as it is.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'" where escaped.isEmpty, "." where escaped.isEmpty: escaped += "\\&\(scalar)"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension String {
  /// The text with the letters a to z in capitals.
  var uppercasedASCII: String {
    String(decoding: utf8.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 & 0xDF : $0 }, as: UTF8.self)
  }
}
