import Foundation
import Testing

@testable import albplan

@Suite struct OutputTests {
  private func write(_ text: String, to workplace: Workplace, _ name: String) -> String? {
    AtomicFile.write(Array(text.utf8), to: workplace.location(of: name))
  }

  @Test func aFileIsReplacedWholeAndKeepsItsMode() throws {
    let workplace = try Workplace()
    let location = try workplace.write("a longer text", to: "a")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: location)
    #expect(write("new", to: workplace, "a") == nil)
    #expect(try workplace.text(of: "a") == "new")
    let attributes = try FileManager.default.attributesOfItem(atPath: location)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try workplace.names() == ["a"])
  }

  @Test func aNewFileIsMade() throws {
    let workplace = try Workplace()
    #expect(write("", to: workplace, "a") == nil)
    #expect(try workplace.names() == ["a"])
  }

  @Test func aLinkStaysAndItsTargetIsReplaced() throws {
    let workplace = try Workplace()
    try workplace.write("old", to: "real/a")
    try workplace.link("a", to: "real/a")
    #expect(write("new", to: workplace, "a") == nil)
    #expect(try workplace.text(of: "real/a") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: workplace.location(of: "a")) == "real/a")
    #expect(try workplace.names(in: "real") == ["a"])
  }

  @Test func whatCannotBeWrittenIsSaid() throws {
    let workplace = try Workplace()
    try workplace.makeDirectory("directory")
    #expect(write("x", to: workplace, "directory") == "it is a directory")
    #expect(write("x", to: workplace, "nowhere/a") == "no such file or directory")
    #expect(AtomicFile.write([1], to: "/dev/full") == "no space left on device")
    #expect(AtomicFile.write([1], to: "/dev/null") == nil)
    #expect(try workplace.names() == ["directory"])
  }

  @Test func anOutputThatFailsIsTroubleInASentence() throws {
    let workplace = try Workplace()
    try workplace.write("a: 1\n", to: "a.yaml")
    let run = albplan(["documents", "a.yaml", "-o", "."], in: workplace)
    #expect(run.status == .trouble)
    #expect(run.output.isEmpty)
    #expect(run.errors == "albplan: cannot write \".\": it is a directory\n")
  }

  @Test func severalReportsComeFromOneRun() throws {
    let workplace = try Workplace()
    try workplace.write(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {ports: [{port: 80}]}\n", to: "a.yaml")
    let run = albplan(
      ["plan", "a.yaml", "-f", "model", "-o", "model.json", "-f", "yaml", "-o", "plan.yaml"], in: workplace)
    #expect(run.status == .clean)
    #expect(run.output.isEmpty)
    #expect(try workplace.text(of: "model.json").hasPrefix("{\"ingressGroups\":[]"))
    #expect(try workplace.text(of: "plan.yaml").contains("formatVersion"))
  }

  // MARK: Colour and width

  @Test(
    arguments: [
      ("always", false, ["NO_COLOR": "1"], true), ("never", true, ["FORCE_COLOR": "1"], false),
      ("auto", true, [:], true), ("auto", false, [:], false), (nil, true, [:], true),
      ("auto", true, ["NO_COLOR": "1"], false), ("auto", true, ["NO_COLOR": ""], true),
      ("auto", true, ["TERM": "dumb"], false), ("auto", false, ["FORCE_COLOR": "1"], true),
      ("auto", true, ["FORCE_COLOR": "0"], false), ("auto", false, ["CLICOLOR_FORCE": "1", "TERM": "dumb"], true),
      ("auto", false, ["FORCE_COLOR": "1", "NO_COLOR": "1"], false),
    ] as [(String?, Bool, [String: String], Bool)])
  func colourIsDecidedByOptionThenEnvironmentThenTerminal(
    _ choice: String?, _ isTerminal: Bool, _ variables: [String: String], _ isColored: Bool
  ) {
    #expect(
      TextStyle.isColored(choice: choice, isTerminal: isTerminal, environment: .variables(variables)) == isColored)
  }

  @Test(
    arguments: [
      (60, 100, ["COLUMNS": "80"], 60), (nil, 100, ["COLUMNS": "80"], 80), (nil, 100, [:], 100), (nil, nil, [:], nil),
      (0, 100, [:], nil), (nil, 100, ["COLUMNS": "x"], 100), (nil, 100, ["COLUMNS": "-1"], 100),
    ] as [(Int?, Int?, [String: String], Int?)])
  func widthIsDecidedByOptionThenEnvironmentThenTerminal(
    _ choice: Int?, _ columns: Int?, _ variables: [String: String], _ width: Int?
  ) {
    #expect(TextStyle.width(choice: choice, columns: columns, environment: .variables(variables)) == width)
  }

  @Test func filesAndOtherFormatsAreNeverColoured() throws {
    let workplace = try Workplace()
    try workplace.write(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: LoadBalancer, ports: [{port: 80}]}\n",
      to: "a.yaml")
    #expect(albplan(["plan", "--color=always", "a.yaml"], in: workplace).output.contains("\u{1B}["))
    _ = albplan(["plan", "--color=always", "a.yaml", "-o", "plan.txt"], in: workplace)
    #expect(try !workplace.text(of: "plan.txt").contains("\u{1B}["))
    for format in ["json", "yaml", "markdown", "model"] {
      #expect(!albplan(["plan", "--color=always", "-f", format, "a.yaml"], in: workplace).output.contains("\u{1B}["))
    }
  }
}
