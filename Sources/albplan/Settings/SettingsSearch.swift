import Glibc

/// Finds the project's settings file: in a directory or one above it, up to the root of the repository.
enum SettingsSearch {
  static let names = [".albplan.yaml", ".albplan.yml", "albplan.yaml"]

  /// The path of the nearest file; `nil` when there is none.
  static func path(from directory: String?) -> String? {
    guard let start = absolute(directory ?? ".") else { return nil }
    var directory = start
    while true {
      for name in names where exists("\(directory)/\(name)") { return "\(directory)/\(name)" }
      guard !exists("\(directory)/.git"), directory != "/", !directory.isEmpty else { return nil }
      let parent = directory.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(directory[..<$0]) } ?? ""
      directory = parent.isEmpty ? "/" : parent
    }
  }

  /// The root of the git repository that a directory lies in; `nil` when there is none.
  static func repository(around directory: String) -> String? {
    var directory = directory
    while !exists("\(directory)/.git") {
      guard directory != "/", let slash = directory.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
      directory = slash == directory.startIndex ? "/" : String(directory[..<slash])
    }
    return directory
  }

  /// A path without symbolic links and relative parts; `nil` when nothing is there.
  static func absolute(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
