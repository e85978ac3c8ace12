import Foundation
import Testing

@testable import albplan

@Suite struct InputTests {
  /// The files that a run would read.
  private func files(_ operands: String..., in workplace: Workplace) -> [String] {
    albplan(["plan", "--show-files"] + operands, in: workplace).outputLines
  }

  // MARK: Files and directories

  @Test func inputsKeepTheOrderInWhichTheyAreGiven() throws {
    let workplace = try Workplace()
    for name in ["b.yaml", "a.txt", "sub/c.yml"] { try workplace.write(to: name) }
    #expect(files("sub", "b.yaml", "a.txt", in: workplace) == ["sub/c.yml", "b.yaml", "a.txt"])
  }

  @Test func aDirectoryGivesItsManifestsInTheOrderOfTheirNames() throws {
    let workplace = try Workplace()
    for name in [
      "b.yaml", "a.yml", "c.json", "d.txt", "e.yaml.bak", ".yaml", "a/z.yaml", "a-b.yaml", "a/b/c.yaml", ".hidden.yaml",
      ".git/x.yaml", "B.yaml",
    ] {
      try workplace.write(to: "deploy/" + name)
    }
    #expect(
      files("deploy", in: workplace)
        == [".hidden.yaml", "B.yaml", "a/b/c.yaml", "a/z.yaml", "a-b.yaml", "a.yml", "b.yaml", "c.json"]
        .map { "deploy/" + $0 })
  }

  @Test(arguments: [
    (".", "a/x.yaml"), ("./", "a/x.yaml"), ("./a", "a/x.yaml"), ("a/", "a/x.yaml"), (".//a//", "a/x.yaml"),
    ("././a/x.yaml", "a/x.yaml"), ("../work/a", "../work/a/x.yaml"),
  ])
  func pathsAreReportedAsGivenWithoutADotInFront(_ operand: String, _ path: String) throws {
    let workplace = try Workplace()
    try workplace.write("on", to: "work/a/x.yaml")
    let run = albplan(
      ["plan", "--show-files", operand],
      in: workplace.subdirectory("work"))
    #expect(run.outputLines == [path])
  }

  @Test func aFileIsReadOnceHoweverItIsNamed() throws {
    let workplace = try Workplace()
    try workplace.write("a: 1\n", to: "a.yaml")
    try workplace.link("b.yaml", to: "a.yaml")
    #expect(files("a.yaml", ".", "./a.yaml", in: workplace) == ["a.yaml"])
  }

  @Test func linksToFilesAreFollowedAndLinksToDirectoriesAreNot() throws {
    let workplace = try Workplace()
    try workplace.write(to: "elsewhere/a.yaml")
    try workplace.makeDirectory("deploy")
    try workplace.link("deploy/linked.yaml", to: "../elsewhere/a.yaml")
    try workplace.link("deploy/broken.yaml", to: "nowhere")
    try workplace.link("deploy/loop", to: ".")
    try workplace.link("deploy/circle.yaml", to: "circle.yaml")
    #expect(files("deploy", in: workplace) == ["deploy/linked.yaml"])
    #expect(files("deploy/loop", in: workplace) == ["deploy/loop/linked.yaml"])
  }

  @Test func aVeryDeepDirectoryEndsWithASentence() throws {
    let workplace = try Workplace()
    let deep = (0..<40).map { _ in String(repeating: "d", count: 90) }.joined(separator: "/")
    try workplace.write(to: deep + "/a.yaml")
    #expect(files(".", in: workplace).count == 1)
  }

  @Test func aDirectoryWithoutManifestsIsNoted() throws {
    let workplace = try Workplace()
    try workplace.write(to: "deploy/readme.md")
    let run = albplan(["plan", "deploy"], in: workplace)
    #expect(run.errors.hasPrefix("albplan: note: directory \"deploy\" holds no .yaml, .yml or .json file\n"))
    #expect(run.status == .clean)
    #expect(albplan(["plan", "-q", "deploy"], in: workplace).errors.isEmpty)
  }

  @Test func anInputWithoutLoadBalancersIsNotedAndOnRequestATrouble() throws {
    let workplace = try Workplace()
    try workplace.write("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n", to: "a.yaml")
    let run = albplan(["plan", "a.yaml"], in: workplace)
    #expect(run.errors == "albplan: note: the input holds no Ingress and no Service\n")
    #expect(run.status == .clean)
    #expect(albplan(["plan", "--fail-if-empty", "a.yaml"], in: workplace).status == .trouble)
  }

  @Test func anInputWithoutDocumentsIsNotedToo() throws {
    let run = albplan(["documents", "-"], input: .text("# nothing\n"))
    #expect(run.errors == "albplan: note: the input holds no document\n")
    #expect(run.status == .clean)
    #expect(albplan(["documents", "--fail-if-empty", "-"], input: .text("")).status == .trouble)
  }

  // MARK: Troubles

  @Test func aMissingFileIsSaidAndTheOthersGoOn() throws {
    let workplace = try Workplace()
    try workplace.write("a: 1\n", to: "a.yaml")
    let run = albplan(["documents", "nowhere.yaml", "a.yaml", "a.yaml/b"], in: workplace)
    #expect(run.status == .trouble)
    #expect(run.output == "{\"a\":1}\n")
    #expect(
      run.errors == """
        albplan: cannot read "nowhere.yaml": no such file or directory
        albplan: cannot read "a.yaml/b": a part of its path is not a directory

        """)
  }

  @Test func withNothingReadNothingIsPrinted() throws {
    let run = albplan(["plan", "nowhere.yaml"], in: try Workplace())
    #expect(run.status == .trouble)
    #expect(run.output.isEmpty)
  }

  @Test func aMisspeltCommandIsSuggested() throws {
    let workplace = try Workplace()
    #expect(
      albplan(["plann"], in: workplace).errors
        == "albplan: cannot read \"plann\": no such file or directory; did you mean the command \"plan\"?\n")
    #expect(albplan(["plan", "plann"], in: workplace).errors.hasSuffix("no such file or directory\n"))
  }

  @Test func namesDoNothingToATerminal() throws {
    let run = albplan(["plan", "a\u{1B}[2J\nb"], in: try Workplace())
    #expect(run.errors == "albplan: cannot read \"a\\x1b[2J\\x0ab\": no such file or directory\n")
  }

  @Test func anEndlessFileEndsAtTheLimit() {
    #expect(throws: FileReader.Failure.tooLarge) { try FileReader.read(Array("/dev/zero".utf8), limit: 100_000) }
  }

  @Test func aFileLargerThanTheLimitIsNotEvenRead() throws {
    let workplace = try Workplace()
    let location = try workplace.write("0123456789", to: "a.yaml")
    #expect(throws: FileReader.Failure.tooLarge) { try FileReader.read(Array(location.utf8), limit: 9) }
    #expect(try FileReader.read(Array(location.utf8), limit: 10).count == 10)
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 300_000])
  func filesOfAnySizeAreReadWhole(_ size: Int) throws {
    let workplace = try Workplace()
    let location = try workplace.write(String(repeating: "x", count: size), to: "a.yaml")
    #expect(try FileReader.read(Array(location.utf8)) == Array(repeating: UInt8(ascii: "x"), count: size))
  }

  // MARK: Standard input

  @Test func aDashReadsStandardInputUnderItsName() {
    let run = albplan(["documents", "-"], input: .text("a: [\n"))
    #expect(run.status == .trouble)
    #expect(run.errors.hasPrefix("albplan: <stdin>:"))
    let named = albplan(["documents", "--stdin-filename", "x/y.yaml", "-"], input: .text("a: [\n"))
    #expect(named.errors.hasPrefix("albplan: x/y.yaml:"))
  }

  @Test func whatIsPipedInIsReadWithoutADash() {
    #expect(albplan(["documents"], input: .text("a: 1\n")).output == "{\"a\":1}\n")
  }

  @Test func standardInputStandsInItsPlaceAmongFilesAndOnlyOnce() throws {
    let workplace = try Workplace()
    try workplace.write("a: 1\n", to: "a.yaml")
    try workplace.write("c: 1\n", to: "c.yaml")
    let run = albplan(["documents", "a.yaml", "-", "c.yaml", "-"], in: workplace, input: .text("b: 1\n"))
    #expect(run.output == "{\"a\":1}\n{\"b\":1}\n{\"c\":1}\n")
    #expect(run.status == .trouble)
    #expect(run.errors == "albplan: standard input can be read only once\n")
  }
}

extension Workplace {
  /// A directory in it, as the working directory of a run.
  func subdirectory(_ name: String) -> Workplace { Workplace(within: self, name: name) }
}
