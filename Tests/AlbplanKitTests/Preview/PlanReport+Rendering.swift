import AlbplanKit
import LoadBalancerModel
import Manifests

/// Everything that a report is made from, held at once.
struct PlanReport {
  var context: PlanContext
  var outcomes: [StackOutcome] = []

  init(world: World) { context = PlanContext(world: world) }

  func write(as format: PreviewFormat, _ options: PreviewOptions = .init(), _ sources: PreviewSources = .init([])) -> String {
    var out = ""
    var reporter = format.reporter(for: context, sources: sources, options: options)
    for outcome in outcomes { reporter.add(outcome, to: &out) }
    reporter.finish(to: &out)
    return out
  }

  func text(_ options: PreviewOptions = .init(width: 80), sources: PreviewSources = .init([])) -> String {
    write(as: .text, options, sources)
  }
  func markdown(_ options: PreviewOptions = .init(), sources: PreviewSources = .init([])) -> String {
    write(as: .markdown, options, sources)
  }
  func json(sources: PreviewSources = .init([])) -> String { write(as: .json, .init(), sources) }
  func yaml(sources: PreviewSources = .init([])) -> String { write(as: .yaml, .init(), sources) }
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
