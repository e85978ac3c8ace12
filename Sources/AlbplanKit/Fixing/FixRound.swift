import Manifests

/// One round of mending: the fixes that do not get in each other's way, applied together.
struct FixRound {
  /// The texts with the fixes applied, in the order of the input.
  private(set) var files: [SourceFile]
  /// The findings whose fixes were applied.
  private(set) var applied: [Finding] = []
  /// The files that changed.
  private(set) var changed: Set<FileID> = []

  /// A text and what is to be done to it, by place and free of overlaps.
  private struct Target {
    var index: Int
    var source: IndexedSource
    var edits: [ByteEdit] = []
  }

  private struct ByteEdit: Equatable {
    var range: Range<Int>
    var replacement: [UInt8]
  }

  /// - Parameter frozen: files that stay as they are; a fix that would touch one is left out whole.
  init(_ findings: [Finding], in files: [SourceFile], allowsUnsafe: Bool, frozen: Set<FileID>) {
    self.files = files
    let indices = Dictionary(files.indices.map { (files[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    var targets: [FileID: Target] = [:]
    for finding in findings {
      guard let fix = finding.fix, !fix.edits.isEmpty, allowsUnsafe || fix.applicability == .safe,
        fix.edits.allSatisfy({ indices[$0.span.file] != nil && !frozen.contains($0.span.file) })
      else { continue }
      for edit in fix.edits where targets[edit.span.file] == nil {
        guard let index = indices[edit.span.file] else { continue }
        targets[edit.span.file] = Target(index: index, source: IndexedSource(files[index]))
      }
      if Self.add(fix, to: &targets) { applied.append(finding) }
    }
    for (id, target) in targets where !target.edits.isEmpty {
      let bytes = Self.apply(target.edits, to: target.source.bytes)
      guard bytes != target.source.bytes else { continue }
      self.files[target.index].bytes = bytes
      changed.insert(id)
    }
  }

  /// Takes all edits of a fix, or none when one overlaps an earlier fix's. The same edit twice is one.
  private static func add(_ fix: Finding.Fix, to targets: inout [FileID: Target]) -> Bool {
    var additions: [(file: FileID, edit: ByteEdit)] = []
    for edit in fix.edits {
      guard let target = targets[edit.span.file] else { return false }
      let byteEdit = ByteEdit(range: target.source.range(of: edit.span), replacement: Array(edit.replacement.utf8))
      if neighbours(of: byteEdit.range, in: target.edits).contains(byteEdit) { continue }
      let mine = additions.filter { $0.file == edit.span.file }.map(\.edit)
      if mine.contains(where: { overlaps($0.range, byteEdit.range) }) { return false }
      if neighbours(of: byteEdit.range, in: target.edits).contains(where: { overlaps($0.range, byteEdit.range) }) {
        return false
      }
      additions.append((edit.span.file, byteEdit))
    }
    for (file, edit) in additions {
      // In its own step: a second hold on the list would copy it with each insertion.
      let index = firstIndex(in: targets[file]?.edits ?? [], behind: edit.range.lowerBound)
      targets[file]?.edits.insert(edit, at: index)
    }
    return true
  }

  /// The edits next to a place. They do not overlap each other, so that no others can be in the way there.
  private static func neighbours(of range: Range<Int>, in edits: [ByteEdit]) -> ArraySlice<ByteEdit> {
    let first = max(0, firstIndex(in: edits, behind: range.lowerBound) - 2)
    var end = first
    while end < edits.count, edits[end].range.lowerBound <= range.upperBound { end += 1 }
    return edits[first..<end]
  }

  /// Two insertions in one place are in each other's way as well: which comes first would be chance.
  private static func overlaps(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.lowerBound == right.lowerBound || left.overlaps(right)
      || left.isEmpty && right.lowerBound < left.lowerBound && left.lowerBound < right.upperBound
      || right.isEmpty && left.lowerBound < right.lowerBound && right.lowerBound < left.upperBound
  }

  private static func firstIndex(in edits: [ByteEdit], behind offset: Int) -> Int {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = low + (high - low) / 2
      if edits[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func apply(_ edits: [ByteEdit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var next = 0
    for edit in edits {
      guard edit.range.lowerBound >= next else { continue }
      result += bytes[next..<edit.range.lowerBound] + edit.replacement
      next = edit.range.upperBound
    }
    return result + bytes[next...]
  }
}
