import Foundation
import Testing

@testable import albplan

@Suite struct CompletionTests {
  @Test(arguments: Shell.allCases)
  func everyScriptKnowsEveryCommandAndOption(_ shell: Shell) {
    let run = albplan(["completions", shell.rawValue])
    #expect(run.status == .clean)
    for command in CommandDefinition.named { #expect(run.output.contains(command.name.rawValue)) }
    for option in CommandDefinition.all.flatMap(\.options) { #expect(run.output.contains(option.name.rawValue)) }
    #expect(run.output.contains("unknown-annotation"))
  }

  @Test(arguments: Shell.allCases)
  func theShellFindsNoMistakeInItsScript(_ shell: Shell) throws {
    guard let program = installedProgram(shell.rawValue) else { return }
    let workplace = try Workplace()
    try workplace.write(shell.completionScript, to: "script")
    let check = try runProgram(program, ["-n", "script"], in: workplace)
    #expect(check.status == 0)
    #expect(check.output.isEmpty, "\(check.output)")
  }

  @Test(arguments: [
    (["albplan", "pl"], "plan"),
    (["albplan", "plan", "--cluster-n"], "--cluster-name"),
    (["albplan", "plan", "--format", "mo"], "model"),
    (["albplan", "plan", "--format", "=", "mo"], "model"),
    (["albplan", "-f", "mar"], "markdown"),
    (["albplan", "completions", "z"], "zsh"),
    (["albplan", "help", "comp"], "completions"),
    (["albplan", "plan", "a.ya"], ""),
  ])
  func bashCompletes(_ words: [String], _ completion: String) throws {
    guard let bash = installedProgram("bash") else { return }
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    let workplace = try Workplace()
    try workplace.write(
      Shell.bash.completionScript
        + "COMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count - 1); _albplan 2>/dev/null; echo \"${COMPREPLY[*]}\"\n",
      to: "script")
    #expect(try runProgram(bash, ["--norc", "script"], in: workplace).output == completion + "\n")
  }

  @Test(arguments: [
    ("albplan pl", "plan"), ("albplan plan --format mo", "model"), ("albplan plan --cluster-n", "--cluster-name"),
    ("albplan completions z", "zsh"),
  ])
  func fishCompletes(_ line: String, _ completion: String) throws {
    guard let fish = installedProgram("fish") else { return }
    let workplace = try Workplace()
    try workplace.write(Shell.fish.completionScript + "complete -C '\(line)'\n", to: "script")
    let output = try runProgram(
      fish, ["--no-config", "script"], in: workplace, environment: ["HOME": workplace.path, "TERM": "dumb"]
    ).output
    #expect(output.split(separator: "\n").map { $0.split(separator: "\t")[0] } == [completion[...]])
  }
}
