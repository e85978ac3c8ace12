/// How text is to look on a stream: with colour or not, and how wide.
struct TextStyle: Hashable, Sendable {
  var isColored: Bool
  /// `nil` never wraps.
  var width: Int?

  /// What a person reading a file gets.
  static let plain = TextStyle(isColored: false, width: nil)
}

extension TextStyle {
  /// Decides for one stream. The command line counts before the environment, the environment before the terminal.
  init(for stream: ByteOutput, invocation: Invocation, environment: Environment) {
    self.init(
      isColored: Self.isColored(
        choice: invocation[.color], isTerminal: stream.isTerminal, environment: environment),
      width: Self.width(
        choice: invocation[.width].flatMap { Int($0) }, columns: stream.terminalColumns, environment: environment))
  }

  static func isColored(choice: String?, isTerminal: Bool, environment: Environment) -> Bool {
    if choice == "always" { return true }
    if choice == "never" { return false }
    if environment["NO_COLOR"] != nil { return false }
    for variable in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
      if let force = environment[variable] { return force != "0" }
    }
    return isTerminal && environment["TERM"] != "dumb"
  }

  static func width(choice: Int?, columns: Int?, environment: Environment) -> Int? {
    let width = choice ?? environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? columns
    return width == 0 ? nil : width
  }
}
