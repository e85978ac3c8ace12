import Manifests

/// Reads a command line by the table of commands and options.
///
/// Long options are written `--name value` or `--name=value`, short ones `-f value` or `-fvalue`; short flags combine;
/// `--` ends the options. The first operand that is a command's word names the command, wherever it stands.
struct CommandLineParser {
  var environment: Environment

  /// The command line as it is meant, or why it cannot be understood.
  func parse(_ arguments: [String]) throws(Trouble) -> Invocation {
    let word = Self.commandWord(in: arguments)
    let command = word?.command ?? .review
    var rest = arguments
    if let word { rest.remove(at: word.index) }

    var operands: [String] = []
    var settings: [OptionDefinition.Setting] = []
    var tokens = rest[...]
    while let token = tokens.popFirst() {
      if token == "--" {
        operands += tokens
        break
      } else if token.hasPrefix("--") {
        try parseLong(token, following: &tokens, of: command, into: &settings)
      } else if token.hasPrefix("-"), token != "-" {
        try parseShort(token, following: &tokens, of: command, into: &settings)
      } else {
        operands.append(token)
      }
    }

    let settled = settings.map(\.name)
    let invocation = Invocation(
      command: command, operands: operands, settings: try variables(of: command, except: settled) + settings)
    if !invocation.has(.help), !invocation.has(.version) { try check(operands, of: command) }
    return invocation
  }
}

// MARK: - The command's word

extension CommandLineParser {
  /// The first operand, if it names a command.
  private static func commandWord(in arguments: [String]) -> (index: Int, command: CommandDefinition)? {
    var index = 0
    while index < arguments.count {
      let token = arguments[index]
      if token == "--" { return nil }
      if token.hasPrefix("-"), token != "-" {
        index += takesNext(token) ? 2 : 1
        continue
      }
      guard let name = CommandName(rawValue: token), name != .review else { return nil }
      return (index, .of(name))
    }
    return nil
  }

  /// How options with a value are written, over all commands: a name means the same wherever it is known.
  private static let valuedOptions: Set<String> = {
    var names: Set<String> = []
    for option in CommandDefinition.all.flatMap(\.options) where option.value != .none {
      names.formUnion(([option.name.rawValue] + option.aliases).map { "--" + $0 })
      if let short = option.short { names.insert("-\(short)") }
    }
    return names
  }()

  /// Whether the token after this one is this one's value.
  private static func takesNext(_ token: String) -> Bool {
    if token.hasPrefix("--") { return valuedOptions.contains(token) }
    guard let position = token.dropFirst().firstIndex(where: { valuedOptions.contains("-\($0)") }) else { return false }
    return token.index(after: position) == token.endIndex
  }
}

// MARK: - Options

extension CommandLineParser {
  private func parseLong(
    _ token: String, following tokens: inout ArraySlice<String>, of command: CommandDefinition,
    into settings: inout [OptionDefinition.Setting]
  ) throws(Trouble) {
    let parts = token.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    let options = command.options
    guard let option = options.first(where: { $0.name.rawValue == name || $0.aliases.contains(name) }) else {
      throw unknownOption("--" + name, of: command, known: options.map { "--" + $0.name.rawValue })
    }
    let written = "--" + name
    if option.value == .none {
      guard parts.count == 1 else { throw Trouble("\"\(written)\" takes no value") }
      append(option, values: ["true"], to: &settings)
    } else {
      let value = parts.count == 2 ? String(parts[1]) : try next(&tokens, for: option, written: written)
      append(option, values: try values(of: option, in: value, source: "\"\(written)\""), to: &settings)
    }
  }

  private func parseShort(
    _ token: String, following tokens: inout ArraySlice<String>, of command: CommandDefinition,
    into settings: inout [OptionDefinition.Setting]
  ) throws(Trouble) {
    let options = command.options
    var letters = token.dropFirst()
    while let letter = letters.popFirst() {
      let written = "-\(letter)"
      guard let option = options.first(where: { $0.short == letter }) else {
        let isMeantLong = letters.count > 1
        throw unknownOption(
          isMeantLong ? token : written, of: command,
          known: isMeantLong ? options.map { "--" + $0.name.rawValue } : [])
      }
      if option.value == .none {
        append(option, values: ["true"], to: &settings)
        continue
      }
      let attached = letters.first == "=" ? letters.dropFirst() : letters
      let value = letters.isEmpty ? try next(&tokens, for: option, written: written) : String(attached)
      append(option, values: try values(of: option, in: value, source: "\"\(written)\""), to: &settings)
      break
    }
  }

  private func unknownOption(_ written: String, of command: CommandDefinition, known: [String]) -> Trouble {
    let place = command.name == .review ? "" : " for \"\(command.name.rawValue)\""
    return Trouble("unknown option \"\(written)\"\(place)" + NearestName.hint(for: written, among: known))
  }

  /// The value that stands after its option.
  private func next(
    _ tokens: inout ArraySlice<String>, for option: OptionDefinition, written: String
  ) throws(Trouble) -> String {
    guard let value = tokens.first, value == "-" || !value.hasPrefix("-") else {
      let placeholder = option.placeholder ?? ""
      let remedy = tokens.first.map { "; if \"\($0)\" is meant, write \"\(written)=\($0)\"" } ?? ""
      throw Trouble("\"\(written)\" needs a value: \(placeholder)" + (written.hasPrefix("--") ? remedy : ""))
    }
    tokens.removeFirst()
    return value
  }

  /// The values that one text holds, each as the option accepts it.
  private func values(of option: OptionDefinition, in text: String, source: String) throws(Trouble) -> [String] {
    let texts = option.repetition == .commaList ? text.split(separator: ",").map { Self.trimmed($0) } : [text]
    for text in texts { try check(text, of: option, source: source) }
    return texts
  }

  private func check(_ text: String, of option: OptionDefinition, source: String) throws(Trouble) {
    switch option.value {
    case .none, .text: return
    case .path:
      guard !text.isEmpty else { throw Trouble("\(source) needs a value: \(option.placeholder ?? "")") }
    case .choice(_, let choices):
      guard choices.contains(text) else {
        let isFile = option.name == .format && text.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
        let hint =
          isFile ? "; name files without an option" : NearestName.hint(for: text, among: choices)
        throw Trouble("\(source) is \(Self.list(choices)), not \"\(text)\"" + hint)
      }
    case .number(_, let range):
      guard text.utf8.first != UInt8(ascii: "+"), let number = Int(text), range.contains(number) else {
        throw Trouble("\(source) is a number from \(range.lowerBound) to \(range.upperBound), not \"\(text)\"")
      }
    case .assignment(let shape):
      guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")), equals != text.startIndex else {
        throw Trouble("\(source) is \(shape), not \"\(text)\"")
      }
    }
  }

  private func append(_ option: OptionDefinition, values: [String], to settings: inout [OptionDefinition.Setting]) {
    if let other = option.standsFor {
      settings.append(other)
    } else {
      settings += values.map { OptionDefinition.Setting(name: option.name, value: $0) }
    }
  }

  /// `a`, `a or b`, `a, b or c`.
  static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

// MARK: - Environment and operands

extension CommandLineParser {
  /// What the environment says of options that the command line does not mention.
  private func variables(
    of command: CommandDefinition, except settled: [OptionName]
  ) throws(Trouble) -> [OptionDefinition.Setting] {
    var settings: [OptionDefinition.Setting] = []
    guard environment.holdsVariables(from: OptionDefinition.variablePrefix) else { return settings }
    for option in command.options where !settled.contains(option.name) {
      guard let variable = option.variable, let text = environment[variable] else { continue }
      if option.value == .none {
        guard let isOn = Self.truth(text) else {
          throw Trouble("\"\(variable)\" is 1 or 0, not \"\(text)\"")
        }
        if isOn { append(option, values: ["true"], to: &settings) }
        continue
      }
      let texts = option.repetition == .each ? text.split(separator: "\n").map(String.init) : [text]
      for text in texts {
        append(option, values: try values(of: option, in: text, source: "\"\(variable)\""), to: &settings)
      }
    }
    return settings
  }

  private static func truth(_ text: String) -> Bool? {
    switch text {
    case "1", "true", "yes", "on": true
    case "0", "false", "no", "off": false
    default: nil
    }
  }

  private func check(_ operands: [String], of command: CommandDefinition) throws(Trouble) {
    let isOpen = command.operands.contains { $0.count == .many }
    if !isOpen, operands.count > command.operands.count {
      let surplus = operands[command.operands.count]
      throw Trouble("\"\(command.name.rawValue)\" does not know what to do with \"\(surplus)\"")
    }
    for (index, definition) in command.operands.enumerated() {
      guard index < operands.count else {
        if definition.count == .one { throw missing(definition, of: command) }
        continue
      }
      if let choices = definition.choices, !choices.contains(operands[index]) {
        throw Trouble(
          "\"\(command.name.rawValue)\" takes \(Self.list(choices)), not \"\(operands[index])\""
            + NearestName.hint(for: operands[index], among: choices))
      }
    }
  }

  private func missing(_ operand: OperandDefinition, of command: CommandDefinition) -> Trouble {
    let choices = operand.choices.map { ": " + Self.list($0) } ?? ""
    return Trouble("\"\(command.name.rawValue)\" needs a \(operand.placeholder)" + choices)
  }
}
