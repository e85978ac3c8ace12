import Testing

@testable import albplan

@Suite struct HelpTests {
  @Test(arguments: CommandDefinition.all, [60, 80, 100])
  func helpShowsEveryOptionThatThereIsWithinTheWidth(_ command: CommandDefinition, _ width: Int) {
    let word = command.name == .review ? [] : [command.name.rawValue]
    let run = albplan(word + ["--help"], environment: ["COLUMNS": "\(width)"])
    #expect(run.status == .clean)
    #expect(run.errors.isEmpty)
    for option in command.options {
      let lines = run.outputLines.filter { $0.drop { $0 == " " }.hasPrefix(option.synopsis.drop { $0 == " " }) }
      #expect(!lines.isEmpty, "--\(option.name.rawValue)")
    }
    let examples = command.examples.map(\.line)
    for line in run.outputLines where !examples.contains(where: line.contains) {
      #expect(line.count <= width || !line.contains(" "), "\(line)")
    }
  }

  @Test func helpOnACommandIsTheSameEitherWay() {
    #expect(albplan(["help", "plan"]).output == albplan(["plan", "--help"]).output)
    #expect(albplan(["help"]).output == albplan(["-h"]).output)
  }

  @Test func helpListsTheCommands() {
    let output = albplan(["--help"]).output
    for command in CommandDefinition.named { #expect(output.contains("\n  \(command.name.rawValue)  ")) }
  }

  @Test func whoAsksForNothingGetsShortHelpAndNoSuccess() {
    let run = albplan([])
    #expect(run.status == .trouble)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("Show what the AWS Load Balancer Controller would build"))
    #expect(run.errors.split(separator: "\n").count < 20)
  }

  @Test func aCommandWithoutInputSaysSo() {
    let run = albplan(["plan"])
    #expect(run.status == .trouble)
    #expect(run.errors == "albplan: no input: name files or directories, or - for standard input\n")
  }

  @Test func asAPluginOfKubectlItIsCalledSo() {
    let output = HelpText(programName: "kubectl albplan", columns: 80).full(.plan)
    #expect(output.contains("Usage: kubectl albplan plan [OPTIONS] FILE..."))
  }

  @Test(arguments: [["--version"], ["-V"], ["version"], ["plan", "--version"]])
  func theVersionNamesTheController(_ arguments: [String]) {
    let run = albplan(arguments)
    #expect(run.status == .clean)
    #expect(run.output == "albplan 0.1.0 (models AWS Load Balancer Controller v3.5.0)\n")
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("longest-word x", 4, ["longest-word", "x"]), ("", 10, []),
  ])
  func paragraphsBreakBetweenWords(_ paragraph: String, _ width: Int, _ lines: [String]) {
    #expect(TextWrapping.lines(paragraph, width: width) == lines)
  }
}
