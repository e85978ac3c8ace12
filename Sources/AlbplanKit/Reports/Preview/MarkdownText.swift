/// Makes text safe for GitHub-flavoured Markdown.
enum MarkdownText {
  /// A text with its marks: foreign text as code, so that nothing in it is read as markup or as a mention.
  static func inline(_ text: PlanText, inTable: Bool = false) -> String {
    var markdown = ""
    var index = 0
    while index < text.runs.count {
      let run = text.runs[index]
      var shown: String
      if run.isVerbatim {
        // Two code spans side by side would read as one with odd fences.
        var code = run.text
        while index + 1 < text.runs.count, text.runs[index + 1].isVerbatim {
          index += 1
          code += text.runs[index].text
        }
        shown = Self.code(code, inTable: inTable)
      } else {
        shown = words(run.text)
      }
      if run.mark?.isStrong == true { shown = strong(shown) }
      markdown += shown
      index += 1
    }
    return markdown
  }

  /// Our own words, which may hold names of the user.
  static func words(_ text: String) -> String {
    var markdown = ""
    for scalar in SafeText.escaped(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "#", "!": markdown += "\\\(scalar)"
      case "\u{A0}": markdown += " "
      case "&": markdown += "&amp;"
      // Mentions notify people.
      case "@": markdown += "@<!-- -->"
      default: markdown.unicodeScalars.append(scalar)
      }
    }
    return markdown
  }

  /// A code span whose fence is longer than any row of backticks inside.
  static func code(_ text: String, inTable: Bool = false) -> String {
    var shown = SafeText.shown(text)
    if inTable { shown = escapingPipes(shown) }
    let fence = String(repeating: "`", count: longestRow(of: "`", in: shown) + 1)
    let needsRoom = shown.hasPrefix("`") || shown.hasSuffix("`")
    return needsRoom ? "\(fence) \(shown) \(fence)" : fence + shown + fence
  }

  /// The fence of a block that holds these lines.
  static func blockFence(around lines: [String]) -> String {
    String(repeating: "`", count: max(3, lines.reduce(0) { max($0, longestRow(of: "`", in: $1)) } + 1))
  }

  private static func longestRow(of scalar: Unicode.Scalar, in text: String) -> Int {
    var longest = 0
    var current = 0
    for candidate in text.unicodeScalars {
      current = candidate == scalar ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }

  private static func escapingPipes(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "|")) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar == "|" { result += "\\|" } else { result.unicodeScalars.append(scalar) }
    }
  }

  /// Emphasis must touch the text: blanks stay outside.
  private static func strong(_ text: String) -> String {
    let core = text.drop { $0 == " " }
    let leading = text.prefix(text.count - core.count)
    var end = core
    while end.last == " " { end.removeLast() }
    let trailing = core.suffix(core.count - end.count)
    return end.isEmpty ? text : "\(leading)**\(end)**\(trailing)"
  }
}

extension PlanMark {
  fileprivate var isStrong: Bool {
    switch self {
    case .openToWorld, .caution, .refused: true
    case .title, .muted, .unknown: false
    }
  }
}
