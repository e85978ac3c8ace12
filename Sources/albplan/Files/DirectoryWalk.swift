import Glibc

/// Finds the manifests below a directory: `.yaml`, `.yml` and `.json` files, in the order of their names.
///
/// `.git` is skipped, and what `.gitignore` files exclude. Symbolic links to files are followed, to directories not,
/// so that no walk goes in circles.
struct DirectoryWalk {
  /// A file that was found.
  struct File: Hashable, Sendable {
    /// Where it is. A name may hold any bytes.
    var path: [UInt8]
    /// How reports call it.
    var name: String
  }

  var respectsGitIgnore: Bool
  /// What the settings exclude.
  var excludes: GitIgnore?
  private(set) var files: [File] = []
  /// Sentences about directories that could not be read.
  private(set) var problems: [String] = []

  init(respectsGitIgnore: Bool, excludes: GitIgnore? = nil) {
    self.respectsGitIgnore = respectsGitIgnore
    self.excludes = excludes
  }

  /// Walks a directory.
  /// - Parameters:
  ///   - path: where it is.
  ///   - name: how the user calls it; the files' paths begin so.
  mutating func walk(_ path: String, calledAs name: String) {
    let root = Self.realPath(path) ?? Array(path.utf8)
    let visible = Self.directoryPrefix(name)
    let ignores = respectsGitIgnore ? Self.ignoresAbove(root) : []
    var pending = [Item(path: root, visible: visible, kind: .directory, ignores: ignores)]
    while let item = pending.popLast() {
      switch item.kind {
      case .file: files.append(File(path: item.path, name: String(decoding: item.visible, as: UTF8.self)))
      case .directory: pending += children(of: item).reversed()
      }
    }
  }

  private enum Kind { case file, directory }

  private struct Item {
    /// Absolute.
    var path: [UInt8]
    /// As reported; a directory's ends with a slash, or is empty for the working directory.
    var visible: [UInt8]
    var kind: Kind
    var ignores: [GitIgnore] = []
  }

  private static let slash = UInt8(ascii: "/")

  private mutating func children(of directory: Item) -> [Item] {
    let entries: [(name: [UInt8], kind: Kind)]
    do {
      entries = try Self.entries(directory.path)
    } catch {
      let name = String(decoding: directory.visible, as: UTF8.self)
      problems.append("cannot read directory \"\(name.isEmpty ? "." : name)\": \(error.reason)")
      return []
    }
    var ignores = directory.ignores
    if respectsGitIgnore, let file = Self.gitIgnore(in: directory.path) { ignores.append(file) }
    var items: [Item] = []
    for (name, kind) in entries {
      let path = Self.join(directory.path, name)
      if ignores.ignore(path, isDirectory: kind == .directory) { continue }
      if excludes?.verdict(path, isDirectory: kind == .directory) == true { continue }
      let visible = directory.visible + name
      switch kind {
      case .directory: items.append(Item(path: path, visible: visible + [Self.slash], kind: kind, ignores: ignores))
      case .file: items.append(Item(path: path, visible: visible, kind: kind))
      }
    }
    return items
  }

  /// The directories and manifests of a directory, sorted.
  private static func entries(_ path: [UInt8]) throws(FileReader.Failure) -> [(name: [UInt8], kind: Kind)] {
    guard let stream = SystemCall.withPath(path, { opendir($0) }) else {
      throw FileReader.Failure(reason: SystemCall.failure)
    }
    defer { closedir(stream) }
    var entries: [(name: [UInt8], kind: Kind)] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name == Array(".".utf8) || name == Array("..".utf8) || name == Array(".git".utf8) { continue }
      switch Int32(entry.pointee.d_type) {
      case directoryType: entries.append((name, .directory))
      case regularType: if isManifest(name) { entries.append((name, .file)) }
      default:
        // A symbolic link, or a file system that does not tell.
        guard let kind = kind(of: join(path, name)), kind == .directory || isManifest(name) else { continue }
        entries.append((name, kind))
      }
    }
    return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  private static let directoryType = Int32(4)
  private static let regularType = Int32(8)

  /// What a path leads to; `nil` for what a walk passes over.
  private static func kind(of path: [UInt8]) -> Kind? {
    var status = stat()
    guard SystemCall.withPath(path, { lstat($0, &status) }) == 0 else { return nil }
    if status.st_mode & S_IFMT == S_IFDIR { return .directory }
    guard SystemCall.withPath(path, { stat($0, &status) }) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFREG ? .file : nil
  }

  /// Whether a file's name is one of a manifest.
  private static func isManifest(_ name: [UInt8]) -> Bool {
    [".yaml", ".yml", ".json"].contains { ending in
      name.count > ending.utf8.count && name.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
  }
}

// MARK: - .gitignore files

extension DirectoryWalk {
  /// The `.gitignore` files of the directories above, from the root of the repository down.
  private static func ignoresAbove(_ root: [UInt8]) -> [GitIgnore] {
    var above: [[UInt8]] = []
    var directory = root
    while !exists(join(directory, Array(".git".utf8))) {
      guard let parent = parent(of: directory) else { return [] }
      directory = parent
      above.append(parent)
    }
    return above.reversed().compactMap(gitIgnore)
  }

  private static func gitIgnore(in directory: [UInt8]) -> GitIgnore? {
    let path = join(directory, Array(".gitignore".utf8))
    guard let bytes = try? FileReader.read(path, limit: 1 << 20) else { return nil }
    return GitIgnore(bytes, directory: directory)
  }
}

// MARK: - Paths

extension DirectoryWalk {
  /// How the paths of a directory's files begin: `deploy/` for `./deploy`, nothing for `.`.
  private static func directoryPrefix(_ name: String) -> [UInt8] {
    var bytes = Array(InputPath.displayName(name).utf8)
    if bytes == Array(".".utf8) { return [] }
    if bytes.last != slash { bytes.append(slash) }
    return bytes
  }

  private static func join(_ directory: [UInt8], _ name: [UInt8]) -> [UInt8] {
    directory.last == slash ? directory + name : directory + [slash] + name
  }

  private static func parent(of path: [UInt8]) -> [UInt8]? {
    guard path.count > 1, let end = path.lastIndex(of: slash) else { return nil }
    return end == 0 ? [slash] : Array(path[..<end])
  }

  private static func exists(_ path: [UInt8]) -> Bool { SystemCall.withPath(path) { access($0, F_OK) } == 0 }

  private static func realPath(_ path: String) -> [UInt8]? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return Array(UnsafeRawBufferPointer(start: real, count: strlen(real)))
  }
}
