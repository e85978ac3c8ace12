import AlbplanKit
import Manifests

extension PlanReport {
  func text(_ options: PreviewOptions = .init(width: 80), sources: PreviewSources = .init([])) -> String {
    var out = ""
    PlanPreview.writeText(self, sources: sources, options: options, to: &out)
    return out
  }

  func markdown(_ options: PreviewOptions = .init(), sources: PreviewSources = .init([])) -> String {
    var out = ""
    PlanPreview.writeMarkdown(self, sources: sources, options: options, to: &out)
    return out
  }

  func json(sources: PreviewSources = .init([])) -> String {
    var out = ""
    PlanPreview.writeJSON(self, sources: sources, to: &out)
    return out
  }

  func yaml(sources: PreviewSources = .init([])) -> String {
    var out = ""
    PlanPreview.writeYAML(self, sources: sources, to: &out)
    return out
  }
}

extension String {
  /// The lines that hold a text, without the blanks around them.
  func lines(with text: String) -> [String] {
    split(separator: "\n").filter { $0.contains(text) }.map { line in
      String(line.drop { $0 == " " })
    }
  }
}

extension SourceFile {
  init(_ name: String, _ text: String, id: Int = 0) { self.init(id: FileID(id), name: name, bytes: Array(text.utf8)) }

  /// The span of the n-th occurrence of a text on one line.
  func span(of part: String, occurrence: Int = 1) -> SourceSpan {
    var seen = 0
    for (index, line) in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let scalars = Array(line.unicodeScalars)
      let wanted = Array(part.unicodeScalars)
      guard scalars.count >= wanted.count else { continue }
      for start in 0...(scalars.count - wanted.count) where Array(scalars[start..<start + wanted.count]) == wanted {
        seen += 1
        if seen == occurrence {
          return SourceSpan(
            file: id, start: SourcePosition(line: UInt32(index + 1), column: UInt32(start + 1)),
            end: SourcePosition(line: UInt32(index + 1), column: UInt32(start + 1 + wanted.count)))
        }
      }
    }
    return .nowhere
  }
}

extension String {
  /// How many bytes stand before a text; the whole length when it is not there.
  func offset(of text: String) -> Int {
    ranges(of: text).first.map { utf8.distance(from: utf8.startIndex, to: $0.lowerBound) } ?? utf8.count
  }
}
