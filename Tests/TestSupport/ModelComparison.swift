import Foundation

/// Holds a model report against an answer of the controller.
///
/// Key order does not matter, lists do, except for the few that the controller leaves in random order. Of the messages
/// that the controller gave in several runs ours must be one.
package enum ModelComparison {
  private static let unordered: Set<String> = [
    "loadBalancerAttributes", "targetGroupAttributes", "listenerAttributes", "ingress",
  ]

  package static func difference(expected: [String: Any], answer: [String: Any]) -> String? {
    if let refusal = expected["controllerRefuses"] as? String {
      let ours = answer["controllerRefuses"] as? String
      return ours == refusal ? nil : "controllerRefuses: expected \(refusal), got \(ours ?? "nothing")"
    }
    for kind in ["ingressGroups", "services"] {
      if let difference = stacks(kind, records(expected[kind]), records(answer[kind])) { return difference }
    }
    for kind in ["admission", "ingressesWithoutGroup"] {
      let wanted = records(expected[kind]).map { "\($0["object"] ?? ""): \(($0["denied"] as? [String])?.first ?? "")" }
      let got = records(answer[kind]).map { "\($0["object"] ?? ""): \($0["message"] ?? "")" }
      if wanted.contains(where: { $0.contains("panic:") }) { continue }
      if wanted.sorted() != got.sorted() { return "\(kind): expected \(wanted), got \(got)" }
    }
    let wanted = (expected["notManaged"] as? [String] ?? []).sorted()
    let got = (answer["notManaged"] as? [String] ?? []).sorted()
    return wanted == got ? nil : "notManaged: expected \(wanted), got \(got)"
  }

  private static func records(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }

  private static func stacks(_ kind: String, _ expected: [[String: Any]], _ answer: [[String: Any]]) -> String? {
    var byID = Dictionary(answer.map { ($0["id"] as? String ?? "", $0) }, uniquingKeysWith: { $1 })
    guard byID.count == answer.count else { return "\(kind): an id twice" }
    for wanted in expected {
      let id = wanted["id"] as? String ?? ""
      let got = byID.removeValue(forKey: id)
      if wanted["undecided"] as? Bool == true { continue }
      guard let got else { return "\(kind) \(id): missing" }
      if let difference = stack(wanted, got) { return "\(kind) \(id): \(difference)" }
    }
    return byID.isEmpty ? nil : "\(kind): not expected: \(byID.keys.sorted())"
  }

  private static func stack(_ expected: [String: Any], _ answer: [String: Any]) -> String? {
    let members = (expected["members"] as? [String] ?? [], answer["members"] as? [String] ?? [])
    if members.0 != members.1 { return "members: expected \(members.0), got \(members.1)" }
    if let refused = expected["refused"] as? [String: Any] {
      guard let ours = answer["refused"] as? [String: Any] else { return "should be refused: \(refused)" }
      if refused["stage"] as? String == "panic" { return nil }
      let messages = refused["messages"] as? [String] ?? []
      let message = ours["message"] as? String ?? ""
      if !messages.contains(message) { return "refusal: expected \(messages), got \(message)" }
      return refused["stage"] as? String == ours["stage"] as? String ? nil : "refused at another stage"
    }
    if let refused = answer["refused"] { return "should not be refused, got \(refused)" }
    for part in ["plan", "certificates"] {
      if let difference = value(expected[part], answer[part], key: part, path: part) { return difference }
    }
    return nil
  }

  private static func value(_ expected: Any?, _ answer: Any?, key: String, path: String) -> String? {
    switch (expected, answer) {
    case (nil, nil): return nil
    case (let wanted as [String: Any], let got as [String: Any]):
      for name in Set(wanted.keys).union(got.keys).sorted() {
        if let difference = value(wanted[name], got[name], key: name, path: "\(path)/\(name)") { return difference }
      }
      return nil
    case (let wanted as [Any], let got as [Any]):
      guard wanted.count == got.count else { return "\(path): expected \(wanted.count) entries, got \(got.count)" }
      let (left, right) = unordered.contains(key) ? (sorted(wanted), sorted(got)) : (wanted, got)
      for (index, pair) in zip(left, right).enumerated() {
        if let difference = value(pair.0, pair.1, key: "", path: "\(path)/\(index)") { return difference }
      }
      return nil
    default:
      let texts = (text(expected), text(answer))
      return texts.0 == texts.1 ? nil : "\(path): expected \(texts.0), got \(texts.1)"
    }
  }

  private static func sorted(_ list: [Any]) -> [Any] { list.sorted { text($0) < text($1) } }

  /// A value as JSON text; a number and a string of the same digits differ.
  private static func text(_ value: Any?) -> String {
    guard let value else { return "nothing" }
    let data = try? JSONSerialization.data(withJSONObject: [value], options: [.sortedKeys])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "?"
  }
}
