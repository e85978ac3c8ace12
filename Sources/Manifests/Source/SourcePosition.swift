/// A place in a source text. `line` and `column` are 1-based; a column counts Unicode scalars, as libyaml does.
package struct SourcePosition: Hashable, Comparable, Sendable {
  package var line: UInt32
  package var column: UInt32

  package init(line: UInt32, column: UInt32) {
    self.line = line
    self.column = column
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Names one source text of a run: the index of the file in the order in which the files were given.
package struct FileID: Hashable, Comparable, Sendable {
  package var index: UInt32

  package init(_ index: Int) { self.index = UInt32(index) }

  package static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

/// A stretch of one source text, from `start` up to and not including `end`.
package struct SourceSpan: Hashable, Comparable, Sendable {
  package var file: FileID
  package var start: SourcePosition
  package var end: SourcePosition

  package init(file: FileID, start: SourcePosition, end: SourcePosition) {
    self.file = file
    self.start = start
    self.end = end
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.file, left.start, left.end) < (right.file, right.start, right.end)
  }
}
