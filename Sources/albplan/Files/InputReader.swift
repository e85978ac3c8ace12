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
  func read(_ operands: [String]) -> Inputs {
    var inputs = Inputs()
    for source in find(operands, into: &inputs) {
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
        continue
      }
      inputs.files.append(SourceFile(id: FileID(inputs.files.count), name: name, bytes: bytes))
    }
    return inputs
  }

  /// The inputs that `read` would read, without opening them. A file is found once, however it is named.
  func find(_ operands: [String], into inputs: inout Inputs) -> [Source] {
    var sources: [Source] = []
    var seen: Set<Identity> = []
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
