/// Completion for fish.
enum FishCompletion {
  static func script() -> String {
    let named = CommandDefinition.named
    var lines = [
      "# fish completion for albplan, written by `albplan completions fish`",
      "",
      "# The command's word, or nothing",
      "function __albplan_command",
      "  for word in (commandline -opc)[2..]",
      "    if contains -- $word \(named.map(\.name.rawValue).joined(separator: " "))",
      "      echo $word",
      "      return",
      "    end",
      "  end",
      "end",
      "",
    ]
    for command in named {
      let words = "-a \(command.name.rawValue) -d \(quoted(command.summary))"
      lines.append("complete -c albplan -n \(condition(.review)) \(words)")
    }
    for command in CommandDefinition.all {
      lines.append("")
      for operand in command.operands {
        guard let choices = operand.completions else { continue }
        lines.append("complete -c albplan -n \(condition(command)) -f -a \(quoted(choices.joined(separator: " ")))")
      }
      for option in command.options {
        var line = "complete -c albplan -n \(condition(command))"
        if let short = option.short { line += " -s \(short)" }
        line += " -l \(option.name.rawValue)"
        if let choices = option.choices {
          line += " -x -a \(quoted(choices.joined(separator: " ")))"
        } else if option.takesPath {
          line += " -r -F"
        } else if option.value != .none {
          line += " -x"
        }
        lines.append(line + " -d \(quoted(option.summary))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func condition(_ command: CommandDefinition) -> String {
    quoted("test \"$(__albplan_command)\" = \"\(command.name == .review ? "" : command.name.rawValue)\"")
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "'"
  }
}
