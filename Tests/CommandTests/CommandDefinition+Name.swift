import Testing

@testable import albplan

/// A test of a command is called by its words.
extension CommandDefinition: CustomTestStringConvertible {
  var testDescription: String { invocationName }
}
