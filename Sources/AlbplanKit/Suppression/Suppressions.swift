package import Manifests

/// All that the manifests say about findings to hide: comments and annotations.
package struct Suppressions: Sendable {
  var comments: [CoveringComment] = []
  var annotations: [IgnoreAnnotation] = []
  /// The texts of the files with comments or annotations, to mend them.
  var sources: [FileID: IndexedSource] = [:]
  /// Files that could not be read whole: what is not found in them says nothing.
  var incompleteFiles: Set<FileID> = []

  package init() {}

  /// Collects the comments of the files and the annotations of the objects.
  package init(files: [ParsedFile], objects: KubernetesObjects) {
    annotations = objects.ignoreAnnotations
    let annotated = Set(annotations.map(\.annotation.key.span.file))
    for file in files {
      if !file.problems.isEmpty, file.problems.contains(where: { $0.kind.hidesFindings }) {
        incompleteFiles.insert(file.source.id)
      }
      let found = suppressionComments(in: file)
      guard !found.isEmpty || annotated.contains(file.source.id) else { continue }
      let source = IndexedSource(file.source, hiding: file.secretSpans)
      sources[file.source.id] = source
      let extent = ValueExtent(source: source)
      let firstContent = file.documents.first?.span.start
      for comment in found {
        guard let comment = IgnoreComment(comment) else { continue }
        comments.append(CoveringComment(comment, extent: extent, firstContent: firstContent))
      }
    }
  }
}

extension ManifestProblem.Kind {
  /// Whether a part of the file was not looked at.
  fileprivate var hidesFindings: Bool {
    switch self {
    case .syntax, .unrenderedTemplate, .limit, .ignoredText, .encoding: true
    default: false
    }
  }
}

/// A comment that ignores, with what it covers.
struct CoveringComment: Sendable {
  enum Extent: Sendable {
    case lines(ClosedRange<UInt32>)
    case file
    /// `ignore-file` below the beginning of the first document.
    case misplaced
    /// There is nothing below the comment.
    case nothing
  }
  var ignore: IgnoreComment
  var extent: Extent
  /// The comment trails what it is about.
  var isTrailing: Bool

  init(_ ignore: IgnoreComment, extent: ValueExtent, firstContent: SourcePosition?) {
    self.ignore = ignore
    let span = ignore.comment.span
    let line = extent.source.line(span.start.line)
    let offset = extent.source.offset(of: span.start)
    // A comment within a comment has its line for itself, too.
    let before = extent.source.bytes[line.lowerBound..<offset].first { $0 != 0x20 && $0 != 0x09 }
    isTrailing = before != nil && before != UInt8(ascii: "#")
    switch ignore.scope {
    case .file:
      self.extent = firstContent.map { span.start < $0 } ?? true ? .file : .misplaced
    case .place where isTrailing: self.extent = .lines(extent.trailing(span.start.line, before: offset))
    case .place: self.extent = extent.below(span.start.line).map { .lines($0) } ?? .nothing
    }
  }
}
