import Manifests

/// Writes what changed in a text as a patch that `git apply` and `patch` take.
///
/// Values of Secrets show as `*`; a hunk with one cannot be applied, and nothing else can be done about it.
package enum UnifiedDiff {
  private static let context = 3

  /// The patch for one file; empty when nothing changed. `path` is relative, with `/`.
  package static func write(from old: ReportSource, to new: ReportSource, path: String) -> [UInt8] {
    let before = DiffText(old)
    let after = DiffText(new)
    let changes = LineChanges(before, after).changes
    guard !changes.isEmpty else { return [] }
    var patch: [UInt8] = []
    patch += "--- \(quoted("a/" + path))\n".utf8
    patch += "+++ \(quoted("b/" + path))\n".utf8
    var index = 0
    while index < changes.count {
      var end = index + 1
      while end < changes.count, changes[end].old.lowerBound - changes[end - 1].old.upperBound <= 2 * context,
        !before.hasSecret(in: changes[end - 1].old.upperBound..<changes[end].old.lowerBound)
      {
        end += 1
      }
      write(Array(changes[index..<end]), before, after, to: &patch)
      index = end
    }
    return patch
  }

  private static func write(
    _ changes: [LineChanges.Change], _ before: DiffText, _ after: DiffText, to patch: inout [UInt8]
  ) {
    guard let first = changes.first, let last = changes.last else { return }
    var start = first.old.lowerBound
    while start > 0, first.old.lowerBound - start < context, !before.hasSecret(in: start - 1..<start) { start -= 1 }
    var end = last.old.upperBound
    while end < before.count, end - last.old.upperBound < context, !before.hasSecret(in: end..<end + 1) { end += 1 }
    let newStart = start + first.new.lowerBound - first.old.lowerBound
    let newEnd = end + last.new.upperBound - last.old.upperBound
    patch += "@@ -\(place(start..<end)) +\(place(newStart..<newEnd)) @@\n".utf8
    var line = start
    for change in changes {
      while line < change.old.lowerBound {
        before.write(line, " ", to: &patch)
        line += 1
      }
      for removed in change.old { before.write(removed, "-", to: &patch) }
      for added in change.new { after.write(added, "+", to: &patch) }
      line = change.old.upperBound
    }
    while line < end {
      before.write(line, " ", to: &patch)
      line += 1
    }
  }

  /// `12,3`; an empty range names the line before it.
  private static func place(_ lines: Range<Int>) -> String {
    let start = lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1
    return lines.count == 1 ? "\(start)" : "\(start),\(lines.count)"
  }

  /// A name as git writes it: in quotes when it has unusual bytes, with a tab behind it when it has blanks.
  private static func quoted(_ path: String) -> String {
    let isUnusual = path.utf8.contains {
      $0 < 0x20 || $0 >= 0x7F || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
    }
    guard isUnusual else { return path.utf8.contains(0x20) ? path + "\t" : path }
    var name = "\""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "\""): name += "\\\""
      case UInt8(ascii: "\\"): name += "\\\\"
      case 0x20..<0x7F: name.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 8)
        name += "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
      }
    }
    return name + "\""
  }
}

/// A text cut at its line feeds.
struct DiffText {
  let source: IndexedSource
  private let lines: [Range<Int>]
  /// One number a line: equal lines have equal ones.
  let hashes: [Int]

  init(_ source: ReportSource) {
    self.source = IndexedSource(source.file, hiding: source.secrets)
    var lines: [Range<Int>] = []
    var start = 0
    let bytes = source.file.bytes
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      end = min(end + 1, bytes.count)
      lines.append(start..<end)
      start = end
    }
    self.lines = lines
    hashes = lines.map { range in
      var hasher = Hasher()
      bytes[range].withUnsafeBytes { hasher.combine(bytes: $0) }
      return hasher.finalize()
    }
  }

  var count: Int { lines.count }

  func isEqual(_ line: Int, _ other: DiffText, _ otherLine: Int) -> Bool {
    hashes[line] == other.hashes[otherLine]
      && source.bytes[lines[line]].elementsEqual(other.source.bytes[other.lines[otherLine]])
  }

  /// Whether the line says little: it is too common to find the way by.
  func isCommon(_ line: Int) -> Bool {
    source.bytes[lines[line]].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "{") }
  }

  func hasSecret(in range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last else { return false }
    return source.hasSecret(in: lines[first].lowerBound..<lines[last].upperBound)
  }

  func write(_ line: Int, _ mark: Character, to patch: inout [UInt8]) {
    let range = lines[line]
    patch += String(mark).utf8
    if source.hasSecret(in: range) { patch += source.text(range).utf8 } else { patch += source.bytes[range] }
    if source.bytes[range].last != 0x0A { patch += "\n\\ No newline at end of file\n".utf8 }
  }
}

/// Finds the lines that differ between two texts.
///
/// Fixes touch few lines: behind a difference the texts are soon the same again. The search for that place looks at a
/// window of lines, so that the work grows with the text alone; the patch is right in any case, if not the shortest.
struct LineChanges {
  struct Change {
    var old: Range<Int>
    var new: Range<Int>
  }
  private(set) var changes: [Change] = []

  private static let window = 100

  init(_ before: DiffText, _ after: DiffText) {
    var (oldEnd, newEnd) = (before.count, after.count)
    while oldEnd > 0, newEnd > 0, before.isEqual(oldEnd - 1, after, newEnd - 1) {
      oldEnd -= 1
      newEnd -= 1
    }
    var (old, new) = (0, 0)
    while old < oldEnd || new < newEnd {
      if old < oldEnd, new < newEnd, before.isEqual(old, after, new) {
        old += 1
        new += 1
        continue
      }
      let next = Self.meeting(before, old..<oldEnd, after, new..<newEnd) ?? (oldEnd, newEnd)
      changes.append(Change(old: old..<next.old, new: new..<next.new))
      (old, new) = next
    }
  }

  /// The nearest place where both texts go on alike.
  private static func meeting(
    _ before: DiffText, _ old: Range<Int>, _ after: DiffText, _ new: Range<Int>
  ) -> (old: Int, new: Int)? {
    for distance in 1...window {
      for step in 0...distance {
        let (left, right) = (old.lowerBound + step, new.lowerBound + distance - step)
        // The ends of both are alike from here on.
        if left == old.upperBound, right == new.upperBound { return (left, right) }
        guard left < old.upperBound, right < new.upperBound, before.isEqual(left, after, right) else { continue }
        let goesOn =
          left + 1 == old.upperBound && right + 1 == new.upperBound
          || left + 1 < old.upperBound && right + 1 < new.upperBound && before.isEqual(left + 1, after, right + 1)
        if goesOn || !before.isCommon(left) { return (left, right) }
      }
    }
    return nil
  }
}
