import Glibc
import Manifests

/// Finds and reads the inputs of a command: files, directories, standard input.
struct InputReader {
  var surroundings: Surroundings
  var stdinName: String
  var respectsGitIgnore: Bool
  /// What the settings exclude from directories.
  var excludes: GitIgnore?

  /// What was found. One unreadable file does not hide the others.
  struct Inputs: Sendable {
    var files: [SourceFile] = []
    /// Where the files lie that are not standard input.
    var paths: [FileID: String] = [:]
    /// The files that were named, when others are read beside them; `nil`: all.
    var named: Set<FileID>?
    /// What could not be read: with one of them the run exits with 2.
    var problems: [Problem] = []
    /// Sentences about inputs that hold nothing.
    var notes: [String] = []
  }

  /// Why an input could not be read.
  struct Problem: Hashable, Sendable {
    var operand: String
    var sentence: String
    /// There is no such file.
    var isMissing = false
  }

  /// One input that is to be read.
  enum Source: Hashable, Sendable {
    case standardInput
    case file(DirectoryWalk.File)
  }

  /// Reads every input, in the order in which they were given; a directory's files in the order of their names.
  ///
  /// What is read beside them comes first: of objects that are there twice those count that were named.
  ///
  /// - Parameter findsKustomizations: kustomizations that lie where they can name the files are read beside them, too.
  func read(_ operands: [String], beside others: [String] = [], findsKustomizations: Bool = false) -> Inputs {
    var inputs = Inputs()
    let named = find(operands, into: &inputs)
    let beside = others.isEmpty ? [] : find(others, into: &inputs, except: named)
    let kustomizations = findsKustomizations ? kustomizations(of: named, except: beside) : []
    for source in beside + kustomizations { read(source, into: &inputs) }
    let first = inputs.files.count
    for source in named { read(source, into: &inputs) }
    if !others.isEmpty || !kustomizations.isEmpty { inputs.named = Set(inputs.files[first...].map(\.id)) }
    return inputs
  }

  /// The kustomizations beside files and in the folders above them, as far as names lead there. Some files have no
  /// folder in their names: theirs is the working directory.
  private func kustomizations(of named: [Source], except others: [Source]) -> [Source] {
    var seen = Set((named + others).compactMap(Self.identity))
    var folders: [String] = []
    var known: Set<String> = []
    for case .file(let file) in named {
      var folder = file.name
      for _ in 0..<2 where !folder.isEmpty {
        // With its slash at the end; empty for the working directory.
        folder = folder.utf8.dropLast().lastIndex(of: UInt8(ascii: "/")).map { String(folder[...$0]) } ?? ""
        if known.insert(folder).inserted { folders.append(folder) }
      }
    }
    var found: [Source] = []
    for folder in folders {
      for name in ["kustomization.yaml", "kustomization.yml", "Kustomization"].map({ folder + $0 }) {
        var status = stat()
        let path = InputPath.resolve(name, in: surroundings.workingDirectory)
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(path, R_OK) == 0,
          seen.insert(Identity(status)).inserted
        else { continue }
        found.append(.file(.init(path: Array(path.utf8), name: name)))
      }
    }
    return found
  }

  private func read(_ source: Source, into inputs: inout Inputs) {
    let name: String
    let bytes: [UInt8]
    do throws(FileReader.Failure) {
      switch source {
      case .standardInput:
        name = stdinName
        bytes = try surroundings.input.read()
      case .file(let file):
        name = file.name
        bytes = try FileReader.read(file.path)
      }
    } catch {
      let description = Self.description(of: source)
      inputs.problems.append(Problem(operand: description, sentence: "cannot read \(description): \(error.reason)"))
      return
    }
    let id = FileID(inputs.files.count)
    inputs.files.append(SourceFile(id: id, name: name, bytes: bytes))
    if case .file(let file) = source { inputs.paths[id] = String(decoding: file.path, as: UTF8.self) }
  }

  /// The inputs that `read` would read, without opening them. A file is found once, however it is named.
  func find(_ operands: [String], into inputs: inout Inputs, except known: [Source] = []) -> [Source] {
    var sources: [Source] = []
    var seen = Set(known.compactMap(Self.identity))
    for operand in operands {
      if operand == "-" {
        if sources.contains(.standardInput) {
          inputs.problems.append(Problem(operand: operand, sentence: "standard input can be read only once"))
        } else {
          sources.append(.standardInput)
        }
        continue
      }
      let name = InputPath.displayName(operand)
      let path = InputPath.resolve(operand, in: surroundings.workingDirectory)
      var status = stat()
      guard stat(path, &status) == 0 else {
        let error = errno
        inputs.problems.append(
          Problem(
            operand: operand, sentence: "cannot read \"\(name)\": \(SystemCall.words(error))",
            isMissing: error == ENOENT))
        continue
      }
      guard status.st_mode & S_IFMT == S_IFDIR else {
        if seen.insert(Identity(status)).inserted { sources.append(.file(.init(path: Array(path.utf8), name: name))) }
        continue
      }
      var walk = DirectoryWalk(respectsGitIgnore: respectsGitIgnore, excludes: excludes)
      walk.walk(path, calledAs: operand)
      inputs.problems += walk.problems.map { Problem(operand: operand, sentence: $0) }
      if walk.files.isEmpty, walk.problems.isEmpty {
        inputs.notes.append("directory \"\(name)\" holds no .yaml, .yml or .json file")
      }
      for file in walk.files {
        guard SystemCall.withPath(file.path, { stat($0, &status) }) != 0 || seen.insert(Identity(status)).inserted
        else {
          continue
        }
        sources.append(.file(file))
      }
    }
    return sources
  }

  private static func identity(of source: Source) -> Identity? {
    guard case .file(let file) = source else { return nil }
    var status = stat()
    return SystemCall.withPath(file.path) { stat($0, &status) } == 0 ? Identity(status) : nil
  }

  private static func description(of source: Source) -> String {
    switch source {
    case .standardInput: "standard input"
    case .file(let file): "\"\(file.name)\""
    }
  }

  /// What makes two paths the same file.
  private struct Identity: Hashable {
    var device: dev_t
    var number: ino_t

    init(_ status: stat) {
      device = status.st_dev
      number = status.st_ino
    }
  }
}
