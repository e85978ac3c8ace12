/// A release of the controller: `v3.5.0`.
package struct ControllerVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  package var major: Int
  package var minor: Int
  package var patch: Int

  package init(_ major: Int, _ minor: Int, _ patch: Int = 0) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// The release whose model is built.
  package static let reference = ControllerVersion(3, 5, 0)

  /// Reads `v3.5.0`, `3.5.0`, `v3.5` or `3.5`; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.drop(while: { $0 == "v" }).split(separator: ".", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), text.prefix(2) != "vv" else { return nil }
    let numbers = parts.compactMap { $0.allSatisfy(\.isASCII) ? Int($0) : nil }
    guard numbers.count == parts.count, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    self.init(numbers[0], numbers[1], numbers.count == 3 ? numbers[2] : 0)
  }

  package var description: String { "v\(major).\(minor).\(patch)" }

  package static func < (left: Self, right: Self) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}

extension ControllerVersion {
  /// Major, minor and the last patch of each line of releases; the patches of a line have no gaps.
  private static let lines: [(major: Int, minor: Int, lastPatch: Int)] = [
    (2, 0, 1), (2, 1, 3), (2, 2, 4), (2, 3, 1), (2, 4, 7), (2, 5, 4), (2, 6, 2), (2, 7, 2), (2, 8, 3), (2, 9, 2),
    (2, 10, 1), (2, 11, 0), (2, 12, 0), (2, 13, 4), (2, 14, 1), (2, 15, 0), (2, 16, 0), (2, 17, 1), (3, 0, 0),
    (3, 1, 0), (3, 2, 2), (3, 3, 0), (3, 4, 3), (3, 5, 0),
  ]

  /// Every release that the tables know, v2.0.0 to v3.5.0, in order.
  package static let releases: [ControllerVersion] = lines.flatMap { line in
    (0...line.lastPatch).map { ControllerVersion(line.major, line.minor, $0) }
  }

  /// The release of that name, with or without `v`; without a patch it is the newest one of the line. `nil` when there
  /// is no such release.
  package init?(releaseNamed text: some StringProtocol) {
    guard let version = ControllerVersion(text),
      let line = Self.lines.first(where: { $0.major == version.major && $0.minor == version.minor })
    else { return nil }
    let namesPatch = text.utf8.count { $0 == UInt8(ascii: ".") } == 2
    guard version.patch <= line.lastPatch else { return nil }
    self.init(version.major, version.minor, namesPatch ? version.patch : line.lastPatch)
  }

  /// The releases in words, for somebody who named another one.
  package static var range: String { "the releases are v2.0.0 to \(reference)" }

  /// Why a release does not know something that a later one brought.
  func lacks(since: ControllerVersion) -> String { "\(self) does not know it; \(since) brought it" }
}
