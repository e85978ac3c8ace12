import Testing

@testable import albplan

@Suite struct ManualPageTests {
  @Test(arguments: CommandDefinition.all)
  func thePageHasTheUsualSectionsAndEveryOption(_ command: CommandDefinition) {
    let page = albplan(command.name == .review ? ["man"] : ["man", command.name.rawValue]).output
    for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "SEE ALSO"] {
      #expect(page.contains("\n.SH \(section)\n"))
    }
    for option in command.options {
      let name = option.name.rawValue.split(separator: "-").joined(separator: "\\-")
      #expect(page.contains("\\fB\\-\\-\(name)\\fR"))
    }
  }

  @Test(arguments: CommandDefinition.all)
  func groffFindsNoMistake(_ command: CommandDefinition) throws {
    guard let groff = installedProgram("groff") else { return }
    let workplace = try Workplace()
    try workplace.write(ManualPage.roff(command), to: "page")
    let run = try runProgram(groff, ["-man", "-Tascii", "-ww", "-z", "page"], in: workplace)
    #expect(run.status == 0)
    #expect(run.output.isEmpty, "\(run.output)")
  }
}
