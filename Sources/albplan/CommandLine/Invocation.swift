/// A command line that was understood: the command, its operands, and every option that was given.
struct Invocation: Sendable {
  var command: CommandDefinition
  var operands: [String]
  /// In the order of the command line; what only the environment says comes first.
  private(set) var settings: [OptionDefinition.Setting]

  init(command: CommandDefinition, operands: [String] = [], settings: [OptionDefinition.Setting] = []) {
    self.command = command
    self.operands = operands
    self.settings = settings
  }

  /// Whether a flag was given.
  func has(_ option: OptionName) -> Bool { settings.contains { $0.name == option } }

  /// The last value of an option.
  subscript(option: OptionName) -> String? { settings.last { $0.name == option }?.value }

  /// All values of an option, in order, comma lists taken apart.
  func values(_ option: OptionName) -> [String] { settings.filter { $0.name == option }.map(\.value) }
}
