import Foundation
import Testing

@testable import albplan

@Suite struct FileFixerTests {
  /// Runs in an empty directory of its own.
  private func inScratch(_ body: (String) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("albplan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try body(directory.path)
  }

  private func write(_ text: String, to path: String, mode: Int = 0o644) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func replacesTheFileAndKeepsItsMode() throws {
    try inScratch { directory in
      let path = directory + "/a.yaml"
      try write("old", to: path, mode: 0o640)
      try FileFixer.replace(Array("old".utf8), with: Array("new".utf8), at: path)
      #expect(try text(path) == "new")
      #expect(try mode(path) == 0o640)
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["a.yaml"])
    }
  }

  @Test func leavesAFileThatChangedMeanwhile() throws {
    try inScratch { directory in
      let path = directory + "/a.yaml"
      try write("somebody's", to: path)
      #expect(throws: FileFixer.Refusal.changedMeanwhile) {
        try FileFixer.replace(Array("old".utf8), with: Array("new".utf8), at: path)
      }
      #expect(try text(path) == "somebody's")
    }
  }

  @Test func followsASymbolicLinkToItsTarget() throws {
    try inScratch { directory in
      try FileManager.default.createDirectory(atPath: directory + "/real", withIntermediateDirectories: false)
      try write("old", to: directory + "/real/a.yaml")
      try FileManager.default.createSymbolicLink(atPath: directory + "/link.yaml", withDestinationPath: "real/a.yaml")
      try FileFixer.replace(Array("old".utf8), with: Array("new".utf8), at: directory + "/link.yaml")
      #expect(try text(directory + "/real/a.yaml") == "new")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: directory + "/link.yaml") == "real/a.yaml")
    }
  }

  @Test func refusesWhatIsNoFile() throws {
    try inScratch { directory in
      #expect(throws: FileFixer.Refusal.notAFile) { try FileFixer.replace([], with: [1], at: directory) }
      #expect(throws: FileFixer.Refusal(reason: "no such file or directory")) {
        try FileFixer.replace([], with: [1], at: directory + "/gone.yaml")
      }
    }
  }
}
