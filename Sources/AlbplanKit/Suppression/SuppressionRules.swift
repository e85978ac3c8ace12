/// The rules about suppression itself. They look at comments and annotations after all other rules have run.
extension LintRule {
  package static let unusedSuppression = LintRule(
    id: "unused-suppression",
    summary: "A comment or annotation ignores a rule that reports nothing there.",
    rationale: "What it was about is mended or has moved. It would hide the next mistake of that kind in silence.",
    remedy: "Remove it, or the name of the rule from its list.",
    severity: .warning,
    flagged: [
      """
      apiVersion: v1
      kind: Service
      metadata:
        # albplan: ignore[unknown-annotation] kept for the old controller
        name: web
      spec:
        ports: [{port: 80}]
      """
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          # albplan: ignore[unknown-annotation] read by our own tool
          alb.ingress.kubernetes.io/schema: internal
      spec:
        ingressClassName: alb
        defaultBackend: {service: {name: web, port: {number: 80}}}
      """
    ],
    check: .refusalsOnly)

  package static let suppressionWithoutRule = LintRule(
    id: "suppression-without-rule",
    summary: "A comment or annotation ignores findings without saying which rule's.",
    rationale: "A list is required, so that one known finding is hidden and not the next one with it; without a list "
      + "nothing is ignored.",
    remedy: "Name the rules in brackets: # albplan: ignore[rule] reason.",
    severity: .warning,
    flagged: [
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: web # albplan: ignore
      spec:
        ports: [{port: 80}]
      """
    ],
    accepted: [
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: web # albplan: see the wiki for this name
      spec:
        ports: [{port: 80}]
      """
    ],
    check: .refusalsOnly)

  package static let suppressionOfUnknownRule = LintRule(
    id: "suppression-of-unknown-rule",
    summary: "A comment or annotation ignores a rule that does not exist.",
    rationale: "It hides nothing: the name is misspelt, or is that of another tool's rule.",
    remedy: "Write the id of the finding that is meant; albplan rules lists them all.",
    severity: .warning,
    flagged: [
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: web # albplan: ignore[unknown-anotation]
      spec:
        ports: [{port: 80}]
      """
    ],
    accepted: [
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        ports: [{port: 80}]
      """
    ],
    check: .refusalsOnly)

  /// By id.
  package static let suppressionRules = [suppressionOfUnknownRule, suppressionWithoutRule, unusedSuppression]
}

extension Finding.Message {
  static func unused(_ rules: [String], by carrier: String) -> Self {
    let names = rules.map { "\"\($0)\"" }.joined(separator: " and ")
    return "this \(carrier) ignores \(names), but nothing of that kind is found here"
  }
  static func misplaced() -> Self {
    "ignore-file counts only above the first document of a file: nothing is ignored"
  }
  static func withoutRule(_ carrier: String) -> Self { "this \(carrier) names no rule: nothing is ignored" }
  static let openList: Self = "the list of rules has no closing bracket: nothing is ignored"
  static func unknownRule(_ name: String, nearest: String?) -> Self {
    "there is no rule \"\(name)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
  }
}

extension Finding.Message {
  fileprivate static func + (message: Self, text: String) -> Self { Self(message.text + text) }
}
