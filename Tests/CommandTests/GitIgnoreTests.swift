import Testing

@testable import albplan

/// The expectations are git's own answers; `gitAgrees` asks it again where it is installed.
@Suite struct GitIgnoreTests {
  struct Case: CustomTestStringConvertible {
    var lines: String
    var ignored: [String]
    var kept: [String]
    var testDescription: String { lines.split(separator: "\n").joined(separator: " ⏎ ") }
  }

  static let cases = [
    Case(lines: "a.yaml", ignored: ["a.yaml", "x/a.yaml", "x/y/a.yaml"], kept: ["b.yaml", "aa.yaml", "a.yaml.json"]),
    Case(lines: "/a.yaml", ignored: ["a.yaml"], kept: ["x/a.yaml"]),
    Case(lines: "x/a.yaml", ignored: ["x/a.yaml"], kept: ["a.yaml", "y/x/a.yaml"]),
    Case(lines: "*.json", ignored: ["a.json", "x/b.json"], kept: ["a.yaml", "a.json.yaml"]),
    Case(lines: "x/", ignored: ["x/a.yaml", "y/x/b.yaml"], kept: ["y/a.yaml"]),
    Case(lines: "a.yaml/", ignored: [], kept: ["a.yaml"]),
    Case(lines: "x/*", ignored: ["x/a.yaml", "x/y/b.yaml"], kept: ["a.yaml", "z/x/a.yaml"]),
    Case(lines: "x/*/a.yaml", ignored: ["x/y/a.yaml"], kept: ["x/a.yaml", "x/y/z/a.yaml"]),
    Case(lines: "**/a.yaml", ignored: ["a.yaml", "x/a.yaml", "x/y/a.yaml"], kept: ["xa.yaml"]),
    Case(lines: "x/**", ignored: ["x/a.yaml", "x/y/a.yaml"], kept: ["a.yaml", "xx/a.yaml"]),
    Case(lines: "x/**/a.yaml", ignored: ["x/a.yaml", "x/y/a.yaml", "x/y/z/a.yaml"], kept: ["x/y/b.yaml", "a.yaml"]),
    Case(lines: "**/x/**/b*.yaml", ignored: ["x/b.yaml", "y/x/z/bb.yaml"], kept: ["y/b.yaml"]),
    Case(lines: "a**b.yaml", ignored: ["ab.yaml", "axxb.yaml", "x/ab.yaml"], kept: ["a/b.yaml"]),
    Case(lines: "a*b*c.yaml", ignored: ["abc.yaml", "axbxbxc.yaml"], kept: ["ab.yaml", "acb.yaml"]),
    Case(lines: "?.yaml", ignored: ["a.yaml", "x/b.yaml"], kept: ["ab.yaml"]),
    Case(lines: "[a-c].yaml", ignored: ["a.yaml", "c.yaml"], kept: ["d.yaml"]),
    Case(lines: "[!a-c].yaml", ignored: ["d.yaml"], kept: ["a.yaml"]),
    Case(lines: "[^a].yaml", ignored: ["d.yaml"], kept: ["a.yaml"]),
    Case(lines: "[]a].yaml", ignored: ["a.yaml", "].yaml"], kept: ["b.yaml"]),
    Case(lines: "[a-].yaml", ignored: ["a.yaml", "-.yaml"], kept: ["b.yaml"]),
    Case(lines: "*.yaml\n!a.yaml", ignored: ["b.yaml"], kept: ["a.yaml", "x/a.yaml"]),
    Case(lines: "!a.yaml\n*.yaml", ignored: ["a.yaml", "b.yaml"], kept: []),
    Case(lines: "x/\n!x/a.yaml", ignored: ["x/a.yaml"], kept: []),
    Case(lines: "x/*\n!x/a.yaml", ignored: ["x/b.yaml"], kept: ["x/a.yaml"]),
    Case(lines: "# a.yaml\n\n  \n\\#b.yaml", ignored: ["#b.yaml"], kept: ["a.yaml", "b.yaml"]),
    Case(lines: "\\!a.yaml", ignored: ["!a.yaml"], kept: ["a.yaml"]),
    Case(lines: "a.yaml   ", ignored: ["a.yaml"], kept: []),
    Case(lines: "a\\*.yaml", ignored: ["a*.yaml"], kept: ["ab.yaml"]),
    Case(lines: "a b.yaml", ignored: ["a b.yaml"], kept: ["a.yaml"]),
    Case(lines: "/", ignored: [], kept: ["a.yaml"]),
    Case(lines: "/*\n!/x", ignored: ["a.yaml", "y/a.yaml"], kept: ["x/a.yaml"]),
    Case(lines: "*", ignored: ["a.yaml", "x/a.yaml"], kept: []),
    Case(lines: "ä.yaml", ignored: ["ä.yaml"], kept: ["a.yaml"]),
  ]

  private func workplace(_ example: Case) throws -> Workplace {
    let workplace = try Workplace()
    for name in example.ignored + example.kept { try workplace.write(to: name) }
    try workplace.write(example.lines + "\n", to: ".gitignore")
    return workplace
  }

  @Test(arguments: cases)
  func aPatternIgnoresWhatGitIgnores(_ example: Case) throws {
    let run = albplan(["plan", "--show-files", "."], in: try workplace(example))
    #expect(Set(run.outputLines) == Set(example.kept))
  }

  @Test(arguments: cases)
  func gitAgrees(_ example: Case) throws {
    guard let git = installedProgram("git") else { return }
    let workplace = try workplace(example)
    _ = try runProgram(git, ["init", "-q"], in: workplace)
    let listing = try runProgram(
      git, ["-c", "core.quotePath=false", "-c", "core.excludesFile=/dev/null", "ls-files", "-o", "--exclude-standard"],
      in: workplace)
    let names = listing.output.split(separator: "\n").map(String.init).filter { $0 != ".gitignore" }
    #expect(Set(names) == Set(example.kept))
  }

  @Test func filesFurtherDownHaveTheFirstWord() throws {
    let workplace = try Workplace()
    for name in ["a.yaml", "x/a.yaml", "x/b.yaml", "x/y/b.yaml"] { try workplace.write(to: name) }
    try workplace.write("a.yaml\n", to: ".gitignore")
    try workplace.write("!a.yaml\nb.yaml\n", to: "x/.gitignore")
    #expect(albplan(["plan", "--show-files", "."], in: workplace).outputLines == ["x/a.yaml"])
  }

  @Test func filesAboveCountUpToTheRootOfTheRepository() throws {
    let workplace = try Workplace()
    try workplace.write("*.yaml\n", to: ".gitignore")
    try workplace.write("b.yaml\n/deploy/c.yaml\n", to: "repository/.gitignore")
    try workplace.makeDirectory("repository/.git")
    for name in ["a.yaml", "b.yaml", "c.yaml"] { try workplace.write(to: "repository/deploy/" + name) }
    let run = albplan(["plan", "--show-files", "deploy"], in: workplace.subdirectory("repository"))
    #expect(run.outputLines == ["deploy/a.yaml"])
  }

  @Test func whatIsNamedIsReadAllTheSame() throws {
    let workplace = try Workplace()
    try workplace.write("build/\n*.json\n", to: ".gitignore")
    for name in ["build/a.yaml", "b.json"] { try workplace.write(to: name) }
    #expect(
      albplan(["plan", "--show-files", "build", "b.json"], in: workplace).outputLines == ["build/a.yaml", "b.json"])
    #expect(albplan(["plan", "--show-files", "."], in: workplace).outputLines.isEmpty)
    #expect(
      albplan(["plan", "--show-files", "--no-respect-gitignore", "."], in: workplace).outputLines
        == ["b.json", "build/a.yaml"])
  }

  @Test func aPatternOfManyStarsEndsSoon() {
    let pattern = GitIgnorePattern(line: Array((String(repeating: "*a", count: 60) + "b").utf8))
    let path = Array(String(repeating: "a", count: 4_000).utf8)
    #expect(pattern?.matches(path[...], isDirectory: false) == false)
  }
}
