import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unfilledPlaceholder = LintRule(
    id: "unfilled-placeholder",
    summary: "An annotation's value still holds a variable that another program is to fill in.",
    rationale:
      "Applied as it is, the controller takes ${SUBNETS} for the name of a subnet and finds none. albplan says "
      + "nothing else about such a value, and its plan may be another one than that of the filled text.",
    remedy: "Lint what is really applied: the output of envsubst, kustomize or whatever fills the file in.",
    severity: .warning, mistakes: ["M018"],
    flagged: [
      Example(
        ingress(
          """
          alb.ingress.kubernetes.io/subnets: "${SUBNETS}"
          alb.ingress.kubernetes.io/security-groups: $SECURITY_GROUPS
          """),
        marks: ["\"${SUBNETS}\"", "$SECURITY_GROUPS"]),
      Example(
        service("service.beta.kubernetes.io/aws-load-balancer-ssl-cert: $(CERTIFICATE)"), marks: ["$(CERTIFICATE)"]),
    ],
    accepted: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/transforms.web: >-
              [{"type": "url-rewrite", "urlRewriteConfig": {"rewrites": [{"regex": "^/a/(.+)$", "replace": "/b/$1"}]}}]
            alb.ingress.kubernetes.io/tags: Price=5
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
        """)
    ],
    check: .annotations { subject, _, report in
      guard subject.isReadHere, subject.textFlaw == .placeholder, let name = Variable.first(in: subject.value) else {
        return
      }
      report(.unfilled(name, in: subject.shortKey), at: subject.annotation.value.span, in: subject.object)
    })
}

/// A variable as envsubst, Flux and kustomize write it.
private enum Variable {
  /// `${NAME}`, `$(NAME)`, or `$NAME` in capital letters.
  static func first(in text: String) -> String? {
    let bytes = Array(text.utf8)
    for start in bytes.indices where bytes[start] == UInt8(ascii: "$") {
      let rest = bytes[(start + 1)...]
      switch rest.first {
      case UInt8(ascii: "{"):
        if let end = end(of: rest.dropFirst(), UInt8(ascii: "}")) { return words(bytes[start...end]) }
      case UInt8(ascii: "("):
        if let end = end(of: rest.dropFirst(), UInt8(ascii: ")")) { return words(bytes[start...end]) }
      default:
        let name = rest.prefix { isCapital($0) || isDigit($0) }
        if name.count > 1, let first = name.first, isCapital(first) { return words(bytes[start..<name.endIndex]) }
      }
    }
    return nil
  }

  /// The closing bracket, if a name stands before it, with a default value perhaps: `${NAME:=value}`.
  private static func end(of text: ArraySlice<UInt8>, _ bracket: UInt8) -> Int? {
    let name = text.prefix { isCapital($0) || isDigit($0) || (0x61...0x7A).contains($0) }
    guard let first = name.first, !isDigit(first), name.endIndex < text.endIndex else { return nil }
    if text[name.endIndex] == bracket { return name.endIndex }
    guard bracket == UInt8(ascii: "}"), text[name.endIndex] == UInt8(ascii: ":") else { return nil }
    return text[name.endIndex...].firstIndex(of: bracket)
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || byte == UInt8(ascii: "_") }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func words(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension Finding.Message {
  fileprivate static func unfilled(_ variable: String, in key: String) -> Self {
    "\(key) still holds \(variable), which another program is to fill in"
  }
}
