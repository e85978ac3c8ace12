/// The shells that completions are written for.
enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish

  /// The completion script, made from the table of commands.
  var completionScript: String {
    switch self {
    case .bash: BashCompletion.script()
    case .zsh: ZshCompletion.script()
    case .fish: FishCompletion.script()
    }
  }
}

extension OptionDefinition {
  /// How the option can be written, aliases left out: `-f` and `--format`.
  var spellings: [String] { [short.map { "-\($0)" }, "--" + name.rawValue].compactMap { $0 } }

  /// Whether a file's name follows.
  var takesPath: Bool { if case .path = value { true } else { false } }
}
