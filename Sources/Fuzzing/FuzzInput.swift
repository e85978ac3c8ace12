/// What one try goes in with: the texts of manifests, and of a context file perhaps.
///
/// As a file it is the texts one after the other; comments that stand alone on a line part them. Whatever the bytes,
/// they are an input.
package struct FuzzInput: Hashable, Sendable {
  package var manifests: [[UInt8]]
  package var context: [UInt8]?
  /// The marker stands in values of Secrets only, and they are well formed: no report may show it.
  package var hidesMarker = false

  /// The text that stands for a secret. It is base64, so that it can stand in `data`.
  package static let marker = Array("aHVudGVyMi1pcy1teS1zZWNyZXQ".utf8)

  package init(manifests: [[UInt8]], context: [UInt8]? = nil) {
    self.manifests = manifests
    self.context = context
  }

  package init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    if let parted = Self.part(rest, at: Self.contextLine) {
      context = Array(parted.behind)
      rest = parted.before
    }
    manifests = []
    while let parted = Self.part(rest, at: Self.fileLine) {
      manifests.append(Array(parted.before))
      rest = parted.behind
    }
    manifests.append(Array(rest))
  }

  /// The input as one file.
  package var bytes: [UInt8] {
    Array(manifests.joined(separator: Self.fileLine)) + (context.map { Self.contextLine + $0 } ?? [])
  }

  /// Tells inputs apart, the same in every run.
  package var hash: UInt64 {
    var fingerprint = Fingerprint()
    for text in manifests { fingerprint.add(text) }
    if let context { fingerprint.add(context) }
    return fingerprint.value
  }

  /// How many bytes it has to read.
  package var size: Int { manifests.reduce(context?.count ?? 0) { $0 + $1.count } }

  /// Parts two files of manifests.
  package static let fileLine = Array("\n#--file--\n".utf8)
  /// Comes before the context file.
  package static let contextLine = Array("\n#--context--\n".utf8)

  private static func part(
    _ bytes: ArraySlice<UInt8>, at line: [UInt8]
  ) -> (before: ArraySlice<UInt8>, behind: ArraySlice<UInt8>)? {
    guard let found = bytes.range(of: line) else { return nil }
    return (bytes[..<found.lowerBound], bytes[found.upperBound...])
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// Where another text stands first.
  func range(of text: [UInt8]) -> Range<Int>? {
    guard let first = text.first, count >= text.count else { return nil }
    for start in startIndex...(endIndex - text.count) where self[start] == first {
      if self[start..<start + text.count].elementsEqual(text) { return start..<start + text.count }
    }
    return nil
  }

  /// How often another text stands in this one.
  func occurrences(of text: [UInt8]) -> Int {
    guard count >= text.count else { return 0 }
    var found = 0
    var rest = self[startIndex..<endIndex]
    while let range = rest.range(of: text) {
      found += 1
      rest = rest[range.upperBound...]
    }
    return found
  }
}
