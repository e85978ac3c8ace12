import LoadBalancerModel
import Manifests

extension LintRule {
  package static let refusedTransform = LintRule(
    id: "refused-transform",
    summary: "A transform is incomplete, or AWS takes none such.",
    rationale: "The controller checks that a transform has a known type and rewrites, else it refuses the whole "
      + "IngressGroup (Transform.Validate in pkg/ingress/config_types.go). The rest is up to AWS: at most one "
      + "transform of each type in a rule, texts of at most 1024 characters. Groups are inserted with $1, not with "
      + "\\1 as in other programs.",
    remedy: "Write one host-header-rewrite and one url-rewrite at most, each with one rewrite of regex and replace.",
    severity: .error, mistakes: ["M082"], refusals: ["invalid-transform", "unknown-transform-type"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/transforms.a: '[{"type": "url-rewrite", "urlRewriteConfig": {"rewrites": []}}]'
            alb.ingress.kubernetes.io/transforms.b: '[{"type": "url_rewrite"}]'
            alb.ingress.kubernetes.io/transforms.c: |
              [{"type": "url-rewrite", "urlRewriteConfig": {"rewrites": [{"regex": "^/a/(.*)", "replace": "/\\\\1"}]}},
               {"type": "url-rewrite", "urlRewriteConfig": {"rewrites": [{"regex": "^/b", "replace": "/"}]}}]
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - {path: /a, pathType: Prefix, backend: {service: {name: a, port: {number: 80}}}}
                  - {path: /b, pathType: Prefix, backend: {service: {name: b, port: {number: 80}}}}
                  - {path: /c, pathType: Prefix, backend: {service: {name: c, port: {number: 80}}}}
        """,
        marks: [
          "[]", "\"url_rewrite\"", #""/\\1""#,
          #"{"type": "url-rewrite", "urlRewriteConfig": {"rewrites": [{"regex": "^/b", "replace": "/"}]}}"#,
        ])
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/transforms.a: |
            [{"type": "url-rewrite", "urlRewriteConfig": {"rewrites": [{"regex": "^/a/(.*)$", "replace": "/$1"}]}},
             {"type": "host-header-rewrite", "hostHeaderRewriteConfig": {"rewrites": [
               {"regex": "^www[.]", "replace": ""}]}}]
      spec:
        ingressClassName: alb
        rules:
          - http:
              paths:
                - {path: /a, pathType: Prefix, backend: {service: {name: a, port: {number: 80}}}}
      """
    ],
    check: .ingresses(with: [AnnotationDefinition.Ingress.transforms]) { subject, _, report in
      for (_, json) in subject.member.jsonInUse(of: AnnotationDefinition.Ingress.transforms) {
        guard let transforms = try? TransformConfiguration.parse(json.annotation) else { continue }
        let positions = json.elements(json.root)
        guard positions.count == transforms.count else { continue }
        var types: Set<String> = []
        for (transform, position) in zip(transforms, positions) {
          do throws(BuildFailure) {
            try transform.validate()
          } catch {
            report.refused(transform, error, json, at: position, in: subject.object)
            continue
          }
          if !types.insert(transform.type).inserted {
            report(
              .repeated(transform.type), at: json.span(of: position, &report), in: subject.object)
          }
          report.look(at: transform, json, position, in: subject.object)
        }
      }
    })
}

extension TransformConfiguration {
  /// The types that the controller knows.
  fileprivate static let types = [RuleTransform.Kind.hostHeaderRewrite, .urlRewrite].map(\.rawValue)

  /// The key of the configuration that belongs to the type.
  fileprivate var configurationName: String {
    type == RuleTransform.Kind.urlRewrite.rawValue ? "urlRewriteConfig" : "hostHeaderRewriteConfig"
  }
}

extension LintRule.Report {
  fileprivate mutating func refused(
    _ transform: TransformConfiguration, _ failure: BuildFailure, _ json: AnnotationJSON,
    at position: JSONTree.Position, in object: String
  ) {
    var place = position
    var fix: Finding.Fix?
    var nearest: String?
    if failure.code == "unknown-transform-type" {
      nearest = NearestName.of(transform.type, among: TransformConfiguration.types)
      if let type = json.value("type", in: position) {
        place = type
        if let nearest, let edit = json.replace(type, with: nearest, &self) {
          fix = Finding.Fix("write \(nearest)", .unsafe, edits: [edit])
        }
      }
    } else {
      place =
        json.value(transform.configurationName, "rewrites", in: position)
        ?? json.value(transform.configurationName, in: position) ?? position
    }
    self(
      .refused(failure, nearest: nearest), at: json.span(of: place, &self), in: object,
      notes: [Finding.Note(.help, FailureAdvice.text(for: failure.code))], fix: fix)
  }

  fileprivate mutating func look(
    at transform: TransformConfiguration, _ json: AnnotationJSON, _ position: JSONTree.Position, in object: String
  ) {
    let rewrites = json.elements(json.value(transform.configurationName, "rewrites", in: position))
    if rewrites.count > 1 {
      self(
        .severalRewrites(rewrites.count), at: json.span(of: rewrites[1], &self), in: object, severity: .warning)
    }
    for rewrite in rewrites {
      for name in ["regex", "replace"] {
        guard let place = json.value(name, in: rewrite), let text = json.string(place),
          text.unicodeScalars.count > 1024
        else { continue }
        self(.tooLong(name, text.unicodeScalars.count), at: json.span(of: place, &self), in: object)
      }
      if let place = json.value("replace", in: rewrite), let text = json.string(place), text.hasBackslashGroup {
        self(.backslashGroup, at: json.span(of: place, &self), in: object, severity: .warning)
      }
    }
  }
}

extension String {
  /// It holds `\1` or the like.
  fileprivate var hasBackslashGroup: Bool {
    zip(utf8, utf8.dropFirst()).contains { $0 == UInt8(ascii: "\\") && RoutingText.isDigit($1) }
  }
}

extension Finding.Message {
  fileprivate static func refused(_ failure: BuildFailure, nearest: String?) -> Self {
    let hint = nearest.map { "; did you mean \($0)?" } ?? ""
    return "the transform is refused: \(failure.message)\(hint)"
  }

  fileprivate static func repeated(_ type: String) -> Self {
    "a rule can have one transform of type \(type) only; AWS refuses the second"
  }

  fileprivate static func severalRewrites(_ count: Int) -> Self {
    "AWS documents one rewrite in a transform; this one has \(count)"
  }

  fileprivate static func tooLong(_ name: String, _ length: Int) -> Self {
    "the \(name) has \(length) characters; AWS takes 1024 at most"
  }

  fileprivate static let backslashGroup: Self = "a group of the regular expression is inserted with $1, not with \\1"
}
