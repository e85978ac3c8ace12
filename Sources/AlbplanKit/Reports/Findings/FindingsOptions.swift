/// How findings are written.
package struct FindingsOptions: Sendable {
  /// The text has colours.
  package var usesColor = false
  /// The names of rules in the text are links (OSC 8).
  package var linksRules = false
  /// The columns of the terminal; `nil` when unknown: then notes are not wrapped.
  package var width: Int?
  /// What is not ASCII is written as `\u{…}` in the text.
  package var isASCII = false
  /// The release of albplan that the machine formats name.
  package var version: String
  /// How the machine formats name files.
  package var paths = ReportPaths()
  /// Where the repository's files can be seen at this commit: `https://github.com/shop/infra/blob/4f2a9c1`.
  package var sourceBrowser: String?
  /// The longest Markdown in bytes; a comment on GitHub holds 65,536 characters.
  package var markdownLimit = 65_000

  package init(version: String) { self.version = version }
}
