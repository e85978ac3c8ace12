import Manifests

/// Tells which findings are hidden, and keeps account of what hid something.
struct SuppressionMatcher {
  private let suppressions: Suppressions
  /// For each comment, and each annotation: the names that hid a finding.
  private(set) var usedInComments: [Set<String>]
  private(set) var usedInAnnotations: [Set<String>]
  private var comments: [FileID: FileComments] = [:]
  private var annotations: [FileID: [Int]] = [:]

  /// The comments of one file, by what they cover; numbers are positions in `Suppressions.comments`.
  private struct FileComments {
    var ofFile: [Int] = []
    /// By first line. Of two ranges one lies within the other, or they are apart.
    var ranges: [(lines: ClosedRange<UInt32>, comment: Int)] = []
    /// Those that trail, by line: they also cover what ends on their line.
    var trailing: [UInt32: [Int]] = [:]
  }

  init(_ suppressions: Suppressions) {
    self.suppressions = suppressions
    usedInComments = Array(repeating: [], count: suppressions.comments.count)
    usedInAnnotations = Array(repeating: [], count: suppressions.annotations.count)
    for (index, comment) in suppressions.comments.enumerated() where comment.ignore.flaw == nil {
      let span = comment.ignore.comment.span
      switch comment.extent {
      case .file: comments[span.file, default: FileComments()].ofFile.append(index)
      case .lines(let lines):
        comments[span.file, default: FileComments()].ranges.append((lines, index))
        if comment.isTrailing { comments[span.file]?.trailing[span.start.line, default: []].append(index) }
      case .misplaced, .nothing: break
      }
    }
    for file in comments.keys {
      comments[file]?.ranges.sort {
        ($0.lines.lowerBound, $1.lines.upperBound, $0.comment) < ($1.lines.lowerBound, $0.lines.upperBound, $1.comment)
      }
    }
    for (index, annotation) in suppressions.annotations.enumerated() {
      annotations[annotation.objectSpan.file, default: []].append(index)
    }
  }

  var isEmpty: Bool { comments.isEmpty && annotations.isEmpty }

  /// Which of the findings are hidden, in their order. They must be ordered by file and position.
  mutating func hides(_ findings: [Finding], endOf: (Finding) -> SourcePosition) -> [Bool] {
    var hidden = Array(repeating: false, count: findings.count)
    var index = 0
    while index < findings.count {
      let file = findings[index].span.file
      var end = index
      while end < findings.count, findings[end].span.file == file { end += 1 }
      if let comments = comments[file] { apply(comments, to: index..<end, of: findings, endOf, &hidden) }
      if let annotations = annotations[file] { apply(annotations, to: index..<end, of: findings, &hidden) }
      index = end
    }
    return hidden
  }

  private mutating func apply(
    _ comments: FileComments, to indices: Range<Int>, of findings: [Finding], _ endOf: (Finding) -> SourcePosition,
    _ hidden: inout [Bool]
  ) {
    var next = 0
    var open: [(lines: ClosedRange<UInt32>, comment: Int)] = []
    for index in indices {
      let finding = findings[index]
      let line = finding.span.start.line
      while next < comments.ranges.count, comments.ranges[next].lines.lowerBound <= line {
        let range = comments.ranges[next]
        while let last = open.last, last.lines.upperBound < range.lines.lowerBound { open.removeLast() }
        open.append(range)
        next += 1
      }
      while let last = open.last, last.lines.upperBound < line { open.removeLast() }
      for comment in comments.ofFile { use(comment, for: finding, &hidden[index]) }
      for range in open where range.lines.contains(line) { use(range.comment, for: finding, &hidden[index]) }
      for comment in comments.trailing[endOf(finding).line] ?? [] { use(comment, for: finding, &hidden[index]) }
    }
  }

  private mutating func use(_ comment: Int, for finding: Finding, _ isHidden: inout Bool) {
    guard suppressions.comments[comment].ignore.rules.contains(where: { $0.value == finding.rule }) else { return }
    usedInComments[comment].insert(finding.rule)
    isHidden = true
  }

  private mutating func apply(
    _ annotations: [Int], to indices: Range<Int>, of findings: [Finding], _ hidden: inout [Bool]
  ) {
    var byRule: [String: [Int]] = [:]
    for annotation in annotations {
      for rule in suppressions.annotations[annotation].rules { byRule[rule, default: []].append(annotation) }
    }
    for index in indices {
      let finding = findings[index]
      for number in byRule[finding.rule] ?? [] {
        let annotation = suppressions.annotations[number]
        // An alias leads out of the object; the name of the object holds it together.
        let isInside =
          annotation.objectSpan.start <= finding.span.start && finding.span.start < annotation.objectSpan.end
        guard isInside || finding.object == annotation.object else { continue }
        usedInAnnotations[number].insert(finding.rule)
        hidden[index] = true
      }
    }
  }
}
