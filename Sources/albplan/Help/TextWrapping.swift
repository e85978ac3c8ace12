/// Breaks paragraphs into lines.
enum TextWrapping {
  /// The paragraph's words on lines of at most `width` columns, but for a word that is longer. Columns are counted in
  /// Unicode scalars.
  static func lines(_ paragraph: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for word in paragraph.split(separator: " ") {
      let length = word.unicodeScalars.count
      if columns > 0, columns + 1 + length > width {
        lines.append(line)
        line = ""
        columns = 0
      }
      if columns > 0 {
        line += " "
        columns += 1
      }
      line += word
      columns += length
    }
    return columns > 0 ? lines + [line] : lines
  }
}
