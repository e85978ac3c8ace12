import LoadBalancerModel
import Manifests

extension LintRule {
  package static let prefixWithinWord = LintRule(
    id: "prefix-within-word",
    summary: "A path of type Prefix ends within a word, as if it were the beginning of a text.",
    rationale: "A Prefix is made of whole parts between slashes: /shop- becomes the patterns /shop- and /shop-/*, and "
      + "/shop-images goes elsewhere, to a 404 in most cases (pkg/ingress/model_build_listener_rules.go).",
    remedy: "Use pathType ImplementationSpecific with a * at the end.",
    severity: .warning, mistakes: ["M054"],
    flagged: [
      Example(
        paths("- {path: /shop-, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}"),
        marks: ["/shop-"])
    ],
    accepted: [
      Example(
        paths(
          """
          - {path: /shop, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: /cart-*, pathType: ImplementationSpecific, backend: {service: {name: cart, port: {number: 80}}}}
          - {path: /-, pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}
          """))
    ],
    check: .ingresses { subject, _, report in
      subject.ingress.forEachPath { path in
        guard path.pathType?.value == "Prefix", let text = path.path, let last = text.value.utf8.last,
          last == UInt8(ascii: "-") || last == UInt8(ascii: "_") || last == UInt8(ascii: "."),
          // GitLab has paths /-/ of its own, and /. is a name of the file system.
          let before = text.value.utf8.dropLast().last, RoutingText.isLetter(before) || (0x30...0x39).contains(before)
        else { return }
        report(.withinWord(text.value), at: text.span, in: subject.object)
      }
    })

  private static func paths(_ entries: String) -> String {
    SampleManifest.ingress(
      "web", "alb.ingress.kubernetes.io/target-type: ip",
      spec: "rules:\n- host: shop.example.com\n  http:\n    paths:\n"
        + entries.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))
  }
}

extension Finding.Message {
  fileprivate static func withinWord(_ path: String) -> Self {
    "the Prefix \(path) matches \(path) and \(path)/…, and no other words that begin so"
  }
}
