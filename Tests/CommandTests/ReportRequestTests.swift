import Testing

@testable import albplan

@Suite struct ReportRequestTests {
  private func reports(
    _ arguments: String..., environment: [String: String] = [:], preferring preferred: String? = nil
  ) throws -> [ReportRequest] {
    try CommandLineParser(environment: .variables(environment)).parse(["plan"] + arguments)
      .reports(preferring: preferred)
  }

  private func trouble(_ arguments: String...) -> String? {
    do {
      _ = try CommandLineParser(environment: .variables([:])).parse(["plan"] + arguments).reports()
      return nil
    } catch {
      return error.sentence
    }
  }

  @Test func withoutAWordTextGoesToStandardOutput() throws {
    #expect(try reports() == [ReportRequest(format: "text", path: nil)])
  }

  @Test func anOutputBelongsToTheFormatBeforeIt() throws {
    #expect(
      try reports("-f", "json", "-o", "a", "-f", "text", "-f", "yaml", "-o", "b") == [
        ReportRequest(format: "json", path: "a"), ReportRequest(format: "text", path: nil),
        ReportRequest(format: "yaml", path: "b"),
      ])
  }

  @Test func anOutputMayStandBeforeTheOnlyFormat() throws {
    #expect(try reports("-o", "a", "-f", "json") == [ReportRequest(format: "json", path: "a")])
    #expect(try reports("-o", "a") == [ReportRequest(format: "text", path: "a")])
  }

  @Test func aDashIsStandardOutput() throws {
    #expect(try reports("-f", "json", "-o", "-") == [ReportRequest(format: "json", path: nil)])
  }

  @Test func theEnvironmentAndTheSettingsNameDefaults() throws {
    #expect(
      try reports("-o", "a", environment: ["ALBPLAN_FORMAT": "json"]) == [ReportRequest(format: "json", path: "a")])
    #expect(try reports(preferring: "markdown") == [ReportRequest(format: "markdown", path: nil)])
    #expect(try reports("-f", "json", preferring: "markdown") == [ReportRequest(format: "json", path: nil)])
    #expect(try reports(preferring: "sarif") == [ReportRequest(format: "text", path: nil)])
  }

  @Test func onlyOneReportGoesToStandardOutput() {
    #expect(trouble("-f", "json", "-f", "text") == "every \"--format\" but one needs an \"--output\" of its own")
  }

  @Test func twoReportsDoNotGoToOneFile() {
    #expect(trouble("-f", "json", "-o", "a", "-f", "text", "-o", "a") == "two reports cannot go to the same file")
    #expect(trouble("-f", "json", "-o", "a", "-o", "b") == "\"--output b\" has no --format before it")
  }

  @Test func anOutputCalledLikeAFormatWasMeantToBeOne() {
    #expect(trouble("-o", "json") == "\"--output json\" names a file; write \"--format json\", or \"./json\"")
  }
}
