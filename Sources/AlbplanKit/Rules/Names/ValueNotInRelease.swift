import LoadBalancerModel
import Manifests

extension LintRule {
  package static let valueNotInRelease = LintRule(
    id: "value-not-in-release",
    summary:
      "A value, or a key in the JSON of an annotation, came with a later release of the controller than the one set.",
    rationale:
      "An older release passes over JSON keys that it does not know, sends the word none to AWS as the name of a "
      + "web ACL, splits pairs at commas with a backslash too, and refuses negative orders.",
    remedy: "Upgrade the controller to the release that the finding names, or write it without.",
    severity: .warning, mistakes: ["M016"],
    flagged: [
      Example(
        ingress(
          "alb.ingress.kubernetes.io/conditions.web: "
            + #"'[{"field":"host-header","hostHeaderConfig":{"regexValues":["^a"]}}]'"#),
        context: "controller: {version: v2.13.4}", marks: ["\"regexValues\""]),
      Example(
        ingress("alb.ingress.kubernetes.io/wafv2-acl-arn: none"), context: "controller: {version: v2.8.1}",
        marks: ["none"]),
    ],
    accepted: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/conditions.web: >-
              [{"field":"host-header","hostHeaderConfig":{"regexValues":["^a"]}}]
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: web, port: {number: 80}}}
        """,
        context: "controller: {version: v2.14.1}")
    ],
    check: .annotations { subject, context, report in
      let version = context.controller.version
      // The newest of what is looked for.
      guard version < ControllerVersion(2, 14, 1), subject.isReadHere, let definition = subject.definition,
        let since = definition.since, since <= version
      else { return }
      for news in NewerJSONKey.all where version < news.since && news.definition === definition {
        guard let tree = try? JSONTree(subject.value), let place = news.place(in: tree) else { continue }
        let span = report.editor(for: subject.annotation.value.span)?.text.span(
          of: tree.nodes[place].range, in: subject.annotation.value)
        report(
          .tooNew("the key \(news.key) of \(subject.shortKey)", news.since, version),
          at: span ?? subject.annotation.value.span, in: subject.object)
      }
      if let news = NewerText(subject, definition), version < news.since {
        report(
          .tooNew(news.words, news.since, version), at: subject.annotation.value.span, in: subject.object,
          severity: news.isRefused ? .error : .warning)
      }
    })
}

/// A key within JSON that came later than the annotation.
private struct NewerJSONKey {
  var definition: AnnotationDefinition
  var key: String
  var since: ControllerVersion

  static let all: [NewerJSONKey] = [
    NewerJSONKey(definition: AnnotationDefinition.Ingress.actions, key: "targetGroupName", since: .init(2, 14)),
    NewerJSONKey(definition: AnnotationDefinition.Ingress.conditions, key: "regexValues", since: .init(2, 14, 1)),
    NewerJSONKey(
      definition: AnnotationDefinition.Ingress.mutualAuthentication, key: "advertiseTrustStoreCaNames",
      since: .init(2, 12)),
  ]

  /// The first such key, whatever the case of its letters.
  func place(in tree: JSONTree) -> JSONTree.Position? {
    let wanted = NameForm.lowercased(key)
    for position in tree.nodes.indices where tree.nodes[position].kind == .object {
      for member in tree.members(of: position) where NameForm.lowercased(tree.text(of: member.key)) == wanted {
        return member.key
      }
    }
    return nil
  }
}

/// A text whose meaning came later than the annotation.
private struct NewerText {
  var words: String
  var since: ControllerVersion
  var isRefused = false

  init?(_ subject: AnnotationSubject, _ definition: AnnotationDefinition) {
    let ofWebACLs = [
      AnnotationDefinition.Ingress.wafv2ACLARN, AnnotationDefinition.Ingress.wafACLID,
      AnnotationDefinition.Ingress.webACLID,
    ]
    if definition === AnnotationDefinition.Ingress.groupOrder, subject.value.hasPrefix("-") {
      (words, since, isRefused) = ("a negative group.order", ControllerVersion(2, 4, 3), true)
    } else if ofWebACLs.contains(where: { $0 === definition }), subject.value == "none" {
      (words, since) = ("the word none in \(subject.shortKey)", ControllerVersion(2, 8, 2))
    } else if definition.type == .stringMap, subject.value.contains("\\,") {
      (words, since, isRefused) = ("an escaped comma in \(subject.shortKey)", ControllerVersion(2, 14, 1), true)
    } else {
      return nil
    }
  }
}

extension Finding.Message {
  fileprivate static func tooNew(_ words: String, _ since: ControllerVersion, _ version: ControllerVersion) -> Self {
    "\(words) is known since \(since), and the controller is \(version)"
  }
}
