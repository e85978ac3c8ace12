import AlbplanKit
import Foundation
import Manifests
import TestSupport
import Testing

/// A manifest of `Fixtures/mistakes` in which comments mark what the linter has to find.
struct MarkedManifest: Sendable, CustomTestStringConvertible {
  /// `M017-inbound-cidrs`.
  let name: String
  let text: String
  let context: String?

  /// The entry of the catalogue of mistakes: `M017`.
  var mistake: String { String(name.prefix(4)) }
  var testDescription: String { name }

  static let all: [MarkedManifest] = {
    let folder = PackageFiles.fixtures.appendingPathComponent("mistakes")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.map(\.lastPathComponent).filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".context.yaml") }.sorted()
      .compactMap { file in
        let name = String(file.dropLast(".yaml".count))
        guard let text = try? PackageFiles.text(folder.appendingPathComponent(file)) else { return nil }
        let context = try? PackageFiles.text(folder.appendingPathComponent("\(name).context.yaml"))
        return MarkedManifest(name: name, text: text, context: context)
      }
  }()
}

extension MarkedManifest {
  /// A place and what is said about it.
  struct Mark: Hashable, CustomStringConvertible {
    var line: Int
    /// Scalars from 1, up to and not including the end. A finding that goes on is marked to the end of its first line.
    var columns: Range<Int>
    var severity: String
    var rule: String

    var description: String { "\(line):\(columns.lowerBound)-\(columns.upperBound) \(severity) \(rule)" }
  }

  /// The marks in order, each with the words that its finding must hold.
  var marks: [(mark: Mark, words: String?)] {
    let lines = lines
    var marks: [(Mark, String?)] = []
    for (position, line) in lines.enumerated() {
      guard let comment = Comment(line) else { continue }
      // The nearest line that is no mark itself.
      let step = comment.pointsDown ? 1 : -1
      var marked = position + step
      while lines.indices.contains(marked), Comment(lines[marked]) != nil { marked += step }
      let mark = Mark(line: marked + 1, columns: comment.columns, severity: comment.severity, rule: comment.rule)
      marks.append((mark, comment.words))
    }
    return marks
  }

  /// The place of a finding as a mark would show it.
  func mark(of finding: Finding) -> Mark {
    let (start, end) = (finding.span.start, finding.span.end)
    let line = Int(start.line)
    let last = end.line == start.line ? Int(end.column) : lines[line - 1].unicodeScalars.count + 1
    return Mark(
      line: line, columns: Int(start.column)..<max(last, Int(start.column)), severity: finding.severity.rawValue,
      rule: finding.rule)
  }

  private var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}

/// `#   ^^^^ error some-rule: words`
private struct Comment {
  var columns: Range<Int>
  var pointsDown: Bool
  var severity: String
  var rule: String
  var words: String?

  init?(_ line: Substring) {
    let scalars = Array(line.unicodeScalars)
    guard let hash = scalars.firstIndex(where: { $0 != " " }), scalars[hash] == "#" else { return nil }
    guard let start = scalars[(hash + 1)...].firstIndex(where: { $0 != " " }),
      scalars[start] == "^" || scalars[start] == "v"
    else { return nil }
    let end = scalars[start...].firstIndex { $0 != scalars[start] } ?? scalars.count
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[end...])
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let heading = parts[0].split(separator: " ")
    guard heading.count == 2 else { return nil }
    columns = start + 1..<end + 1
    pointsDown = scalars[start] == "v"
    (severity, rule) = (String(heading[0]), String(heading[1]))
    words = parts.count == 2 ? String(parts[1].drop { $0 == " " }) : nil
  }
}
