import Testing

@testable import albplan

@Suite struct ArgumentFileTests {
  private func expand(_ arguments: [String], _ text: String) throws -> [String] {
    try ArgumentFile.expand(arguments) { (_: String) throws(Trouble) in Array(text.utf8) }
  }

  @Test func aFilesLinesStandForItsName() throws {
    #expect(
      try expand(["plan", "@files.txt", "-q"], "a b.yaml\r\n\nc.yaml\n@d.yaml")
        == ["plan", "a b.yaml", "c.yaml", "@d.yaml", "-q"])
  }

  @Test func nothingIsReadBehindTwoDashes() throws {
    #expect(try expand(["--", "@files.txt"], "x") == ["--", "@files.txt"])
    #expect(try expand(["@"], "x") == ["@"])
  }

  @Test func aMissingFileIsTrouble() throws {
    let run = albplan(["@nowhere.txt"], in: try Workplace())
    #expect(run.status == .trouble)
    #expect(run.errors == "albplan: cannot read arguments from \"nowhere.txt\": no such file or directory\n")
  }

  @Test func argumentsAreReadFromTheWorkingDirectory() throws {
    let workplace = try Workplace()
    try workplace.write("documents\na.yaml\n", to: "arguments.txt")
    try workplace.write("on: yes\n", to: "a.yaml")
    #expect(albplan(["@arguments.txt"], in: workplace).output == "{\"true\":true}\n")
  }
}
