import Manifests

/// Findings as a JUnit report: a suite for each file with findings, in which each finding is a test that failed, and
/// one suite in which each clean file is a test that passed.
enum JUnitFindings {
  static func write(_ page: FindingsPage) -> String {
    var xml = XMLWriter()
    var suites: [(path: String, findings: [Finding])] = []
    var position: [String: Int] = [:]
    for finding in page.findings {
      let path = page.path(of: finding.span)
      if let index = position[path] {
        suites[index].findings.append(finding)
      } else {
        position[path] = suites.count
        suites.append((path, [finding]))
      }
    }
    let clean = page.sources.names.map(page.options.paths.callAsFunction).filter { position[$0] == nil }
    let passes = max(clean.count, page.findings.isEmpty ? 1 : 0)
    xml.begin(
      "testsuites", counts(tests: page.findings.count + passes, failures: failures(page.findings), name: "albplan"))
    if passes > 0 { writeClean(clean, to: &xml) }
    for suite in suites { write(suite.findings, of: suite.path, page, to: &xml) }
    xml.end()
    return xml.text
  }

  private static func failures(_ findings: [Finding]) -> Int { findings.count { $0.severity != .info } }

  private static func counts(tests: Int, failures: Int, name: String) -> [(String, String)] {
    [
      ("name", name), ("tests", "\(tests)"), ("failures", "\(failures)"), ("errors", "0"), ("skipped", "0"),
      ("time", "0"),
    ]
  }

  /// Some readers fail when there is no test at all.
  private static func writeClean(_ paths: [String], to xml: inout XMLWriter) {
    xml.begin("testsuite", counts(tests: max(1, paths.count), failures: 0, name: "files without findings"))
    for path in paths {
      xml.element("testcase", [("name", "no findings"), ("classname", path), ("file", path), ("time", "0")])
    }
    if paths.isEmpty { xml.element("testcase", [("name", "no findings"), ("classname", "albplan"), ("time", "0")]) }
    xml.end()
  }

  private static func write(_ findings: [Finding], of path: String, _ page: FindingsPage, to xml: inout XMLWriter) {
    let numbers = counts(tests: findings.count, failures: failures(findings), name: path)
    xml.begin("testsuite", numbers + [("file", path)])
    // GitLab takes two tests with the same class and name for one.
    var used: [String: Int] = [:]
    for finding in findings {
      let position = finding.span.start
      var name = "\(finding.rule) at \(position.line):\(position.column)"
      if let object = finding.object { name += " (\(object))" }
      let count = used[name, default: 0] + 1
      used[name] = count
      if count > 1 { name += " #\(count)" }
      let lines = ["\(path):\(position.line):\(position.column): \(finding.message.text)"] + page.details(of: finding)
      let body = lines.joined(separator: "\n")
      xml.begin(
        "testcase",
        [("name", name), ("classname", path), ("file", path), ("line", "\(position.line)"), ("time", "0")])
      if finding.severity == .info {
        xml.element("system-out", text: body)
      } else {
        let attributes = [("message", finding.message.text), ("type", finding.severity.rawValue)]
        xml.element("failure", attributes, text: body)
      }
      xml.end()
    }
    xml.end()
  }
}
