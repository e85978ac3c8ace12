/// Completion for zsh.
enum ZshCompletion {
  static func script() -> String {
    var lines = [
      "#compdef albplan",
      "# zsh completion for albplan, written by `albplan completions zsh`",
      "",
      "_albplan_commands() {",
      "  local -a commands=(",
    ]
    lines += CommandDefinition.named.map { "    \(quoted("\($0.name.rawValue):\($0.summary)"))" }
    lines += [
      "  )",
      "  _describe command commands",
      "}",
      "",
      "_albplan_manifests() { _files -g '*.(yaml|yml|json)(-.)' }",
      "",
      "_albplan_start() {",
      "  _alternative 'commands:command:_albplan_commands' 'files:manifest:_albplan_manifests'",
      "}",
      "",
      "_albplan() {",
      "  local command= word",
      "  for word in ${words[2,CURRENT-1]}; do",
      "    case $word in",
      "      (\(CommandDefinition.named.map(\.name.rawValue).joined(separator: "|"))) command=$word; break ;;",
      "    esac",
      "  done",
      "  case $command in",
    ]
    for command in CommandDefinition.all {
      let word = command.name == .review ? "''" : command.name.rawValue
      var specifications = command.options.flatMap(specification)
      specifications += operands(of: command)
      lines.append("    (\(word))")
      lines.append("      _arguments -s -S \\")
      lines += specifications.enumerated().map { index, text in
        "        " + text + (index + 1 < specifications.count ? " \\" : "")
      }
      lines.append("      ;;")
    }
    lines += ["  esac", "}", "", "_albplan \"$@\""]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func operands(of command: CommandDefinition) -> [String] {
    if command.name == .review { return ["'1: :_albplan_start'", "'*:manifest:_albplan_manifests'"] }
    // The command's own word is the first operand.
    return ["'1: :_albplan_commands'"]
      + command.operands.enumerated().map { index, operand in
        let action = operand.completions.map { "(\($0.joined(separator: " ")))" }
        switch operand.kind {
        case .manifests: return "'*:manifest:_albplan_manifests'"
        case .command: return "'\(index + 2): :_albplan_commands'"
        case .choice, .rule, .text: return quoted("\(index + 2):\(operand.placeholder):\(action ?? " ")")
        }
      }
  }

  private static func specification(_ option: OptionDefinition) -> [String] {
    let repeats = option.repetition == .lastCounts ? "" : "*"
    let explanation = "[\(option.summary.filter { $0 != "[" && $0 != "]" }.replacingColons)]"
    let value =
      switch option.value {
      case .none: ""
      case .path(let name): ":\(name):_files"
      case .choice(let name, let choices): ":\(name):(\(choices.joined(separator: " ")))"
      case .text(let name), .number(let name, _), .assignment(let name): ":\(name): "
      }
    return option.spellings.map { spelling in
      let joins = option.value == .none ? "" : spelling.hasPrefix("--") ? "=" : "+"
      let excludesOthers = repeats.isEmpty && option.spellings.count > 1
      let exclusions = excludesOthers ? "(\(option.spellings.joined(separator: " ")))" : ""
      return quoted(exclusions + repeats + spelling + joins + explanation + value)
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}

extension String {
  /// Colons end a field in a specification of zsh.
  fileprivate var replacingColons: String {
    split(separator: ":", omittingEmptySubsequences: false).joined(separator: "\\:")
  }
}
