import TestSupport
import Testing

/// What the controller v3.5.0 itself answered is what we answer.
@Suite struct OracleTests {
  @Test(arguments: try OracleCase.packed("ingress"))
  func buildsWhatTheControllerBuildsFromIngresses(_ oracle: OracleCase) throws {
    #expect(try oracle.difference() == nil)
  }

  @Test(arguments: try OracleCase.packed("service"))
  func buildsWhatTheControllerBuildsFromServices(_ oracle: OracleCase) throws {
    #expect(try oracle.difference() == nil)
  }

  @Test(arguments: try OracleCase.packed("controller"))
  func startsOrRefusesToStartAsTheControllerDoes(_ oracle: OracleCase) throws {
    #expect(try oracle.difference() == nil)
  }
}
