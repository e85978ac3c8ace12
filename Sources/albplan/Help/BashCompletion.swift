/// Completion for bash. Files are completed by bash itself wherever nothing else fits.
enum BashCompletion {
  static func script() -> String {
    let named = CommandDefinition.named
    var lines = [
      "# bash completion for albplan, written by `albplan completions bash`",
      "_albplan() {",
      "  local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD-1]} command= word options= values=",
      "  # bash makes a word of the = in --option=value",
      "  if [[ $current == = ]]; then",
      "    current=",
      "  elif [[ $option == = && COMP_CWORD -ge 2 ]]; then",
      "    option=${COMP_WORDS[COMP_CWORD-2]}",
      "  fi",
      "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do",
      "    case $word in \(named.map(\.name.rawValue).joined(separator: "|"))) command=$word; break ;; esac",
      "  done",
      "  COMPREPLY=()",
      "  case $command:$option in",
    ]
    for command in CommandDefinition.all {
      for option in command.options where option.value != .none {
        let pattern = option.spellings.map { "\(word(command)):\($0)" }.joined(separator: "|")
        if let choices = option.choices {
          lines.append("    \(pattern)) values=\"\(choices.joined(separator: " "))\" ;;")
        } else if option.takesPath {
          lines.append("    \(pattern)) return ;;")
        } else {
          lines.append("    \(pattern)) compopt +o default; return ;;")
        }
      }
    }
    lines += [
      "  esac",
      "  if [[ -n $values ]]; then",
      "    COMPREPLY=($(compgen -W \"$values\" -- \"$current\"))",
      "    return",
      "  fi",
      "  case $command in",
    ]
    for command in CommandDefinition.all {
      let options = command.options.map { "--" + $0.name.rawValue }.joined(separator: " ")
      var words = command.operands.flatMap { $0.completions ?? [] }
      if command.name == .review { words = named.map(\.name.rawValue) }
      lines.append("    '\(word(command))') options=\"\(options)\" values=\"\(words.joined(separator: " "))\" ;;")
    }
    lines += [
      "  esac",
      "  if [[ $current == -* ]]; then",
      "    COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))",
      "  elif [[ -n $values ]]; then",
      "    COMPREPLY=($(compgen -W \"$values\" -- \"$current\"))",
      "  fi",
      "}",
      "complete -o default -F _albplan albplan",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func word(_ command: CommandDefinition) -> String {
    command.name == .review ? "" : command.name.rawValue
  }
}
