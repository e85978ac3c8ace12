import Foundation

@testable import albplan

/// What a run of the command left behind.
struct CommandRun {
  var status: ExitStatus
  var output: String
  var errors: String

  var outputLines: [String] { output.split(separator: "\n").map(String.init) }
}

/// Runs a command line in this process.
func albplan(
  _ arguments: [String], in workplace: Workplace? = nil, environment: [String: String] = [:],
  input: StandardInput = .nothing
) -> CommandRun {
  let output = ByteOutput(descriptor: nil)
  let errors = ByteOutput(descriptor: nil)
  let status = Program.run(
    arguments,
    in: Surroundings(
      environment: .variables(environment), workingDirectory: workplace?.path, input: input, output: output,
      errors: errors))
  return CommandRun(
    status: status, output: String(decoding: output.bytes, as: UTF8.self),
    errors: String(decoding: errors.bytes, as: UTF8.self))
}

extension StandardInput {
  /// A standard input to which nobody sends anything.
  static let nothing = StandardInput.descriptor(-1)

  static func text(_ text: String) -> StandardInput { .bytes(Array(text.utf8)) }
}

/// A directory of its own for a test; it goes away with this value.
final class Workplace: Sendable {
  let path: String
  /// The one that this is a part of; only a whole one is removed.
  private let whole: Workplace?

  init(within whole: Workplace, name: String) {
    path = whole.location(of: name)
    self.whole = whole
  }

  init() throws {
    whole = nil
    path = FileManager.default.temporaryDirectory.appendingPathComponent("albplan-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    if whole == nil { try? FileManager.default.removeItem(atPath: path) }
  }

  func location(of name: String) -> String { path + "/" + name }

  /// Writes a file, and the directories above it.
  @discardableResult
  func write(_ text: String = "", to name: String) throws -> String {
    let location = location(of: name)
    try FileManager.default.createDirectory(
      atPath: (location as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: location))
    return location
  }

  func makeDirectory(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: location(of: name), withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: location(of: name), withDestinationPath: target)
  }

  func text(of name: String) throws -> String { try String(contentsOfFile: location(of: name), encoding: .utf8) }

  /// The names of all that lies in a directory.
  func names(in directory: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: location(of: directory)).sorted()
  }
}

/// Runs another program, and gives what it printed on both streams.
func runProgram(
  _ path: String, _ arguments: [String], in workplace: Workplace? = nil, environment: [String: String]? = nil
) throws -> (status: Int32, output: String) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: path)
  process.arguments = arguments
  if let workplace { process.currentDirectoryURL = URL(fileURLWithPath: workplace.path) }
  if let environment { process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 } }
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  process.standardInput = FileHandle.nullDevice
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: data, as: UTF8.self))
}

/// Where a program is installed, if it is.
func installedProgram(_ name: String) -> String? {
  ["/usr/bin/", "/bin/", "/usr/local/bin/"].map { $0 + name }.first(where: FileManager.default.isExecutableFile)
}

/// The command as it was built beside these tests.
var builtCommand: String {
  let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
  let candidates = [tests, CommandLine.arguments.first ?? ""].map {
    ($0 as NSString).deletingLastPathComponent + "/albplan"
  }
  return candidates.first(where: FileManager.default.isExecutableFile) ?? ""
}
