/// One option. Parsing, help, completions, manual pages and `docs/usage.md` all read this and nothing else.
struct OptionDefinition: Sendable {
  /// What follows the option, with the placeholder that help shows for it.
  enum Value: Hashable, Sendable {
    /// Nothing: the option is a flag.
    case none
    case text(String)
    case path(String)
    case choice(String, [String])
    case number(String, ClosedRange<Int>)
    /// `NAME=VALUE`; which names exist is known where the assignment is used.
    case assignment(String)
  }

  /// What it means to give the option more than once.
  enum Repetition: Hashable, Sendable {
    /// The last one counts.
    case lastCounts
    /// All count; one may hold several, with commas between them.
    case commaList
    /// All count, each whole.
    case each
  }

  /// The heading under which help shows the option, in the order of help.
  enum Section: String, CaseIterable, Sendable {
    case output = "Output"
    case rules = "Rules"
    case fixes = "Fixes"
    case input = "Input"
    case controller = "Controller and cluster"
    case configuration = "Configuration"
    case general = "General"
  }

  var name: OptionName
  var short: Character?
  var value = Value.none
  var repetition = Repetition.lastCounts
  /// What counts when nobody says anything, as help shows it.
  var defaultValue: String?
  var section: Section
  /// One sentence, without the names of value and default.
  var summary: String
  /// Other long names, accepted but not shown.
  var aliases: [String] = []
  /// The option is another way to write this one.
  var standsFor: Setting?
  /// An environment variable `ALBPLAN_…` can say the same.
  var hasVariable = true

  /// An option and its value.
  struct Setting: Hashable, Sendable {
    var name: OptionName
    var value: String
  }
}

extension OptionDefinition {
  /// The placeholder of the value, `nil` for a flag.
  var placeholder: String? {
    switch value {
    case .none: nil
    case .text(let name), .path(let name), .choice(let name, _), .number(let name, _), .assignment(let name): name
    }
  }

  /// The values that are accepted, when they can be listed.
  var choices: [String]? {
    if case .choice(_, let choices) = value { choices } else { nil }
  }

  /// What the names of all environment variables of options begin with.
  static let variablePrefix = "ALBPLAN_"

  /// The environment variable that says the same: `ALBPLAN_` and the long name.
  var variable: String? {
    guard hasVariable, standsFor == nil else { return nil }
    let letters = name.rawValue.utf8.map { byte in
      byte == UInt8(ascii: "-") ? UInt8(ascii: "_") : byte & 0xDF
    }
    return Self.variablePrefix + String(decoding: letters, as: UTF8.self)
  }

  /// How help writes the option: `-f, --format FORMAT`.
  var synopsis: String {
    let long = "--" + name.rawValue + (placeholder.map { " " + $0 } ?? "")
    return short.map { "-\($0), \(long)" } ?? "    " + long
  }
}
