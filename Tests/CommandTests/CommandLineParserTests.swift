import Testing

@testable import albplan

@Suite struct CommandLineParserTests {
  private func parse(_ arguments: [String], environment: [String: String] = [:]) throws -> Invocation {
    try CommandLineParser(environment: .variables(environment)).parse(arguments)
  }

  private func trouble(_ arguments: [String], environment: [String: String] = [:]) -> String? {
    do {
      _ = try parse(arguments, environment: environment)
      return nil
    } catch {
      return (error as? Trouble)?.sentence
    }
  }

  // MARK: Spellings

  @Test(arguments: [
    ["--format", "json"], ["--format=json"], ["-f", "json"], ["-fjson"], ["-f=json"], ["-qvf", "json"], ["-qfjson"],
  ])
  func aValueStandsBehindOrInTheOption(_ arguments: [String]) throws {
    let invocation = try parse(arguments + ["a.yaml"])
    #expect(invocation[.format] == "json")
    #expect(invocation.operands == ["a.yaml"])
  }

  @Test func shortFlagsCombine() throws {
    let invocation = try parse(["-qv", "a.yaml"])
    #expect(invocation.has(.quiet))
    #expect(invocation.has(.verbose))
  }

  @Test func twoDashesEndTheOptions() throws {
    let invocation = try parse(["-q", "--", "-v", "--", "plan"])
    #expect(invocation.operands == ["-v", "--", "plan"])
    #expect(!invocation.has(.verbose))
    #expect(invocation.command.name == .review)
  }

  @Test func aDashAloneIsAnOperand() throws {
    #expect(try parse(["-", "-q"]).operands == ["-"])
    #expect(try parse(["--output", "-", "a.yaml"])[.output] == "-")
  }

  @Test func aValueMayBeEmptyOrHoldEqualSigns() throws {
    #expect(try parse(["--cluster-name=", "a.yaml"])[.clusterName] == "")
    #expect(try parse(["--controller-flag=default-tags=a=b", "a.yaml"])[.controllerFlag] == "default-tags=a=b")
  }

  @Test func aliasesAreAccepted() throws {
    #expect(try parse(["--isolated", "a.yaml"]).has(.noConfig))
    #expect(try parse(["--output-file", "x", "a.yaml"])[.output] == "x")
  }

  // MARK: Commands

  @Test func theFirstOperandMayNameTheCommand() throws {
    #expect(try parse(["plan", "a.yaml"]).command.name == .plan)
    #expect(try parse(["--width", "60", "plan", "a.yaml"]).command.name == .plan)
    #expect(try parse(["-f", "model", "-q", "plan", "a.yaml"]).operands == ["a.yaml"])
    #expect(try parse(["a.yaml", "plan"]).command.name == .review)
    #expect(try parse(["./plan"]).command.name == .review)
  }

  @Test func theValueOfAnOptionNamesNoCommand() throws {
    let invocation = try parse(["--cluster-name", "plan", "a.yaml"])
    #expect(invocation.command.name == .review)
    #expect(invocation[.clusterName] == "plan")
  }

  @Test func helpNeedsNothingElse() throws {
    #expect(try parse(["completions", "--help"]).has(.help))
    #expect(try parse(["explode", "-h"]).has(.help))
    #expect(try parse(["-V"]).has(.version))
  }

  // MARK: Repetition

  @Test func ofAnOptionWithOneValueTheLastCounts() throws {
    #expect(try parse(["--width", "60", "--width", "80", "a.yaml"])[.width] == "80")
    #expect(try parse(["--color=always", "--no-color", "a.yaml"])[.color] == "never")
    #expect(try parse(["--no-color", "--color=always", "a.yaml"])[.color] == "always")
  }

  @Test func listsAreWrittenWithCommasOrRepeated() throws {
    let invocation = try parse(["--feature-gate", "A=true, B=false", "--feature-gate=C=true", "a.yaml"])
    #expect(invocation.values(.featureGate) == ["A=true", "B=false", "C=true"])
  }

  @Test func aControllerFlagKeepsItsCommas() throws {
    let invocation = try parse(["--controller-flag", "default-tags=a=b,c=d", "--controller-flag", "x=y", "a.yaml"])
    #expect(invocation.values(.controllerFlag) == ["default-tags=a=b,c=d", "x=y"])
  }

  // MARK: Environment

  @Test func theEnvironmentSpeaksWhereTheCommandLineIsSilent() throws {
    let variables = ["ALBPLAN_CLUSTER_NAME": "demo", "ALBPLAN_WIDTH": "60", "ALBPLAN_QUIET": "1"]
    let invocation = try parse(["--width", "80", "a.yaml"], environment: variables)
    #expect(invocation[.clusterName] == "demo")
    #expect(invocation[.width] == "80")
    #expect(invocation.has(.quiet))
    #expect(try !parse(["a.yaml"], environment: ["ALBPLAN_QUIET": "0"]).has(.quiet))
    #expect(try parse(["a.yaml"], environment: ["ALBPLAN_WIDTH": ""])[.width] == nil)
  }

  @Test func aVariableHoldsSeveralControllerFlagsOnLines() throws {
    let variables = ["ALBPLAN_CONTROLLER_FLAG": "default-tags=a=b,c=d\nx=y", "ALBPLAN_FEATURE_GATE": "A=true,B=false"]
    let invocation = try parse(["a.yaml"], environment: variables)
    #expect(invocation.values(.controllerFlag) == ["default-tags=a=b,c=d", "x=y"])
    #expect(invocation.values(.featureGate) == ["A=true", "B=false"])
  }

  @Test func whatActsHasNoVariable() throws {
    #expect(try !parse(["a.yaml"], environment: ["ALBPLAN_HELP": "1", "ALBPLAN_VERSION": "1"]).has(.help))
  }

  @Test func aWrongVariableIsNamed() {
    #expect(
      trouble(["a.yaml"], environment: ["ALBPLAN_WIDTH": "wide"])
        == "\"ALBPLAN_WIDTH\" is a number from 0 to 10000, not \"wide\"")
    #expect(
      trouble(["a.yaml"], environment: ["ALBPLAN_QUIET": "maybe"]) == "\"ALBPLAN_QUIET\" is 1 or 0, not \"maybe\"")
  }

  // MARK: Troubles

  @Test(arguments: [
    (["--fromat", "json"], "unknown option \"--fromat\"; did you mean \"--format\"?"),
    (["plan", "--cluster", "x"], "unknown option \"--cluster\" for \"plan\"; did you mean \"--cluster-name\"?"),
    (["-x", "a.yaml"], "unknown option \"-x\""),
    (["-format", "json"], "\"-f\" is text, markdown, json, yaml or model, not \"ormat\""),
    (["-widht", "80"], "unknown option \"-widht\"; did you mean \"--width\"?"),
    (["--quiet=yes", "a.yaml"], "\"--quiet\" takes no value"),
    (["--width"], "\"--width\" needs a value: COLUMNS"),
    (
      ["--context", "--quiet"],
      "\"--context\" needs a value: FILE; if \"--quiet\" is meant, write \"--context=--quiet\""
    ),
    (["--context=", "a.yaml"], "\"--context\" needs a value: FILE"),
    (["--width", "80x"], "\"--width\" is a number from 0 to 10000, not \"80x\""),
    (["--width", "99999999999999999999"], "\"--width\" is a number from 0 to 10000, not \"99999999999999999999\""),
    (["--color", "alway"], "\"--color\" is auto, always or never, not \"alway\"; did you mean \"always\"?"),
    (
      ["-f", "ingress.yaml"],
      "\"-f\" is text, markdown, json, yaml or model, not \"ingress.yaml\"; name files without an option"
    ),
    (["--controller-flag", "default-target-type"], "\"--controller-flag\" is NAME=VALUE, not \"default-target-type\""),
    (["--feature-gate", "=true"], "\"--feature-gate\" is NAME=BOOL, not \"=true\""),
    (["completions"], "\"completions\" needs a SHELL: bash, zsh or fish"),
    (["completions", "bsh"], "\"completions\" takes bash, zsh or fish, not \"bsh\"; did you mean \"bash\"?"),
    (["completions", "bash", "fish"], "\"completions\" does not know what to do with \"fish\""),
  ])
  func troublesSayWhatIsWrongInASentence(_ arguments: [String], _ sentence: String) {
    #expect(trouble(arguments) == sentence)
  }

  // MARK: The table

  @Test(arguments: CommandDefinition.all)
  func namesAreUniqueWithinACommand(_ command: CommandDefinition) {
    let long = command.options.flatMap { [$0.name.rawValue] + $0.aliases }
    let short = command.options.compactMap(\.short)
    #expect(Set(long).count == long.count)
    #expect(Set(short).count == short.count)
    let variables = command.options.compactMap(\.variable)
    #expect(Set(variables).count == variables.count)
  }

  @Test func anOptionIsWrittenAlikeInAllCommands() {
    var seen: [OptionName: OptionDefinition] = [:]
    for option in CommandDefinition.all.flatMap(\.options) {
      let other = seen[option.name, default: option]
      seen[option.name] = option
      #expect(option.short == other.short, "--\(option.name.rawValue)")
      #expect((option.value == .none) == (other.value == .none), "--\(option.name.rawValue)")
      #expect(option.repetition == other.repetition, "--\(option.name.rawValue)")
    }
  }

  @Test func everySummaryIsASentence() {
    for command in CommandDefinition.all {
      #expect(command.summary.hasSuffix("."))
      for option in command.options { #expect(option.summary.hasSuffix("."), "--\(option.name.rawValue)") }
    }
  }
}
