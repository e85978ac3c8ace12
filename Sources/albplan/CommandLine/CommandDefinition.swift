import AlbplanKit

/// The word of every command, in the order of help; `review` is what happens without one.
enum CommandName: String, Hashable, CaseIterable, Sendable {
  case review
  case plan
  case lint
  case documents
  case rules
  case explain
  case config
  case completions
  case man
  case help
  case version
}

/// An operand of a command: what is not an option.
struct OperandDefinition: Sendable {
  enum Count: Hashable, Sendable {
    case one
    case optional
    case many
  }

  enum Kind: Hashable, Sendable {
    /// Manifests: files, directories or `-`.
    case manifests
    case choice([String])
    /// The word of a command.
    case command
    /// The id of a rule of the linter.
    case rule
    case text
  }

  var placeholder: String
  var count: Count
  var kind: Kind
  var summary: String

  /// The words that are accepted, when they can be listed.
  var choices: [String]? {
    switch kind {
    case .manifests, .rule, .text: nil
    case .choice(let choices): choices
    case .command: CommandDefinition.named.map(\.name.rawValue)
    }
  }

  /// The words that a shell may offer: help would not list them all.
  var completions: [String]? { kind == .rule ? LintRule.all.map(\.id) : choices }

  /// How a usage line writes it: `FILE...`, `[COMMAND]`.
  var synopsis: String {
    switch count {
    case .one: placeholder
    case .optional: "[\(placeholder)]"
    case .many: "\(placeholder)..."
    }
  }
}

/// A command line to try, and what it does.
struct UsageExample: Sendable {
  var line: String
  var meaning: String
}

/// One command: its operands, its options, its words.
struct CommandDefinition: Sendable {
  var name: CommandName
  /// One sentence in the imperative, for lists.
  var summary: String
  /// Paragraphs that say more.
  var details: [String] = []
  var operands: [OperandDefinition] = []
  /// In the order of help.
  var options: [OptionDefinition]
  var examples: [UsageExample] = []
  /// What exit status 1 means here; `nil` where it does not occur.
  var meaningOfOne: String?
}

extension CommandDefinition {
  /// `albplan`, or `albplan plan`.
  var invocationName: String { name == .review ? "albplan" : "albplan \(name.rawValue)" }

  /// The options of one heading, in order.
  func options(in section: OptionDefinition.Section) -> [OptionDefinition] {
    options.filter { $0.section == section }
  }

  func option(_ name: OptionName) -> OptionDefinition? { options.first { $0.name == name } }
}
