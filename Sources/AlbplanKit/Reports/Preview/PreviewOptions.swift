/// How a preview is to be drawn.
package struct PreviewOptions: Sendable {
  /// The width of the screen in columns; `nil` when it is not known: lines are not broken then.
  package var width: Int?
  /// ANSI colours, text only.
  package var hasColour: Bool
  /// Only ASCII signs for arrows and lines, text only. Foreign text stays as it is.
  package var isASCIIOnly: Bool
  /// Each line ends with what caused it.
  package var showsOrigins: Bool
  /// The findings that stand above already show the lines that cause a refusal and the cure.
  package var followsFindings = false
  /// At most so many characters, Markdown only: what does not fit is left out, details first, with a word about it.
  package var maximumLength: Int?

  /// What a comment on GitHub holds.
  package static let longestComment = 65_536

  package init(
    width: Int? = nil, hasColour: Bool = false, isASCIIOnly: Bool = false, showsOrigins: Bool = false,
    maximumLength: Int? = nil
  ) {
    self.width = width
    self.hasColour = hasColour
    self.isASCIIOnly = isASCIIOnly
    self.showsOrigins = showsOrigins
    self.maximumLength = maximumLength
  }
}
