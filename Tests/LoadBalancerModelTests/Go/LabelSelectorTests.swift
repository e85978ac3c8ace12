import Manifests
import Testing

@testable import LoadBalancerModel

/// Expectations from `k8s.io/apimachinery` 0.36.
@Suite struct LabelSelectorTests {
  private func selector(
    _ labels: [(String, String)] = [], _ expressions: [(key: String, operator: String, values: [String])] = []
  ) -> LabelSelector {
    func located(_ text: String) -> Located<String> { Located(text, at: .example) }
    return LabelSelector(
      matchLabels: labels.map { (key: located($0.0), value: located($0.1)) },
      matchExpressions: expressions.map {
        LabelSelector.Requirement(
          key: located($0.key), operator: located($0.operator), values: $0.values.map(located))
      },
      span: .example)
  }

  private func problem(_ selector: LabelSelector) -> String? {
    do {
      _ = try selector.matches([:])
      return nil
    } catch {
      return error.message
    }
  }

  @Test func takesEverythingWhenEmpty() throws {
    #expect(try selector().matches([:]))
  }

  @Test func asksForEveryLabel() throws {
    let both = selector([("team", "web"), ("stage", "prod")])
    #expect(try both.matches(["team": "web", "stage": "prod", "more": ""]))
    #expect(try !both.matches(["team": "web"]))
  }

  @Test(
    arguments: [
      ("In", ["web", "shop"], [true, false, false]), ("NotIn", ["web"], [false, true, true]),
      ("Exists", [], [true, true, false]), ("DoesNotExist", [], [false, false, true]),
    ] as [(String, [String], [Bool])])
  func knowsTheOperators(_ name: String, _ values: [String], _ expected: [Bool]) throws {
    let selector = selector([], [(key: "team", operator: name, values: values)])
    #expect(try [["team": "web"], ["team": "games"], [:]].map { try selector.matches($0) } == expected)
  }

  @Test func refusesABrokenSelectorInKubernetesWords() {
    #expect(
      problem(selector([], [("team", "Like", ["web"])])) == "\"Like\" is not a valid label selector operator")
    #expect(
      problem(selector([], [("team", "In", [])]))
        == "values: Invalid value: null: for 'in', 'notin' operators, values set can't be empty")
    #expect(
      problem(selector([], [("team", "Exists", ["a<b", "c"])]))?.hasPrefix(
        #"[values: Invalid value: ["a\u003cb","c"]: values set must be empty for exists and does not exist, "#) == true)
    let key =
      "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric "
      + "character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is "
      + "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"
    #expect(problem(selector([("-team", "web")])) == "key: Invalid value: \"-team\": \(key)")
    let value =
      "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and "
      + "end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is "
      + "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"
    #expect(problem(selector([("team", "a b")])) == "values[0][team]: Invalid value: \"a b\": \(value)")
  }

  @Test(arguments: [
    ("team", 0), ("example.com/Name", 0), ("a/b/c", 1), ("/x", 1), ("x/", 2), ("Example.com/x", 1),
    (String(repeating: "a", count: 63), 0), (String(repeating: "a", count: 64), 1), ("a..b", 0), ("", 2),
  ])
  func countsTheProblemsOfAKey(_ key: String, _ count: Int) {
    #expect(KubernetesName.problems(ofLabelKey: key).count == count)
  }
}
