import LoadBalancerModel
import Manifests

extension LintRule {
  package static let invalidJWTValidation = LintRule(
    id: "invalid-jwt-validation",
    summary: "The annotation jwt-validation lacks something, or has a claim that AWS does not take.",
    rationale:
      "The controller wants jwksEndpoint and issuer, and of each additional claim a format, a name and values, "
      + "and refuses the group otherwise. AWS takes three formats and an https address "
      + "(pkg/ingress/enhanced_backend_builder.go).",
    remedy: "Complete the JSON; the formats are single-string, string-array and space-separated-values.",
    severity: .error, mistakes: ["M051"], refusals: ["invalid-jwt-validation"],
    flagged: [
      Example(
        ListenerSample.ingress(
          AuthenticationSample.httpsOnly + "\n"
            + #"alb.ingress.kubernetes.io/jwt-validation: '{"jwksEndpoint": "https://id.example.com/keys"}'"#),
        marks: [#"'{"jwksEndpoint": "https://id.example.com/keys"}'"#]),
      Example(
        ListenerSample.ingress(
          AuthenticationSample.httpsOnly + "\n"
            + #"alb.ingress.kubernetes.io/jwt-validation: '{"jwksEndpoint": "https://id.example.com/keys", "issuer": "id", "additionalClaims": [{"format": "list", "name": "aud", "values": ["a"]}, {"format": "string-array", "name": "scope"}]}'"#
        ),
        marks: ["list", #"{"format": "string-array", "name": "scope"}"#]),
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          AuthenticationSample.httpsOnly + "\n"
            + #"alb.ingress.kubernetes.io/jwt-validation: '{"jwksEndpoint": "https://id.example.com/keys", "issuer": "id", "additionalClaims": [{"format": "string-array", "name": "scope", "values": ["a"]}]}'"#
        ))
    ],
    check: .values(of: [AnnotationDefinition.Ingress.jwtValidation]) { subject, _, report in
      guard subject.handledIngress != nil, let configuration = try? JWTConfiguration.parse(subject.annotation),
        let tree = try? JSONTree(subject.value)
      else { return }
      let missing = [("jwksEndpoint", configuration.jwksEndpoint), ("issuer", configuration.issuer)]
        .filter { $0.1.isEmpty }.map(\.0)
      if !missing.isEmpty {
        report(.lacks("jwt-validation", missing), at: subject.annotation.value.span, in: subject.object)
      }
      if let endpoint = tree.string("jwksEndpoint", of: tree.root), !endpoint.text.isEmpty,
        !endpoint.text.startsBytewise(with: "https://")
      {
        report(
          .noAddress, at: report.place(of: endpoint.position, of: tree, in: subject.annotation), in: subject.object)
      }
      guard let list = tree.member("additionalClaims", of: tree.root)?.value else { return }
      for (claim, element) in zip(configuration.additionalClaims, tree.elements(of: list)) {
        var missing: [String] = []
        if claim.format.isEmpty { missing.append("format") }
        if claim.name.isEmpty { missing.append("name") }
        if claim.values.isEmpty { missing.append("values") }
        if !missing.isEmpty {
          report(
            .lacks("the claim", missing), at: report.place(of: element, of: tree, in: subject.annotation),
            in: subject.object)
        }
        if !claim.format.isEmpty, !formats.contains(claim.format), let format = tree.string("format", of: element) {
          report(
            .unknownFormat(claim.format, NearestName.of(claim.format, among: formats)),
            at: report.place(of: format.position, of: tree, in: subject.annotation), in: subject.object)
        }
      }
    })

  private static let formats = ["single-string", "string-array", "space-separated-values"]
}

extension Finding.Message {
  fileprivate static func lacks(_ what: String, _ fields: [String]) -> Self {
    "\(what) lacks \(fields.joined(separator: ", "))"
  }
  fileprivate static let noAddress: Self = "jwksEndpoint has to be a whole https address"
  fileprivate static func unknownFormat(_ format: String, _ nearest: String?) -> Self {
    "AWS knows no claim format \(format)\(nearest.map { "; did you mean \($0)?" } ?? "")"
  }
}
