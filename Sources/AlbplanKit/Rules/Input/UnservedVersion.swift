import Manifests

/// Rules on API versions that no API server serves, and on what every object must have.
extension LintRule {
  static let removedAPIVersion = LintRule(
    id: "removed-api-version",
    summary: "The object has an API version that Kubernetes no longer serves.",
    rationale: "The API server refuses it, and so the controller never sees it. The controller itself has read "
      + "networking.k8s.io/v1 only since v2.4.0.",
    remedy: "Write networking.k8s.io/v1; an Ingress then also needs a pathType in every path, and its backends are "
      + "written service: {name: …, port: {number: …}}.",
    severity: .error, mistakes: ["M161"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1beta1
        kind: IngressClass
        metadata:
          name: alb
        spec:
          controller: ingress.k8s.aws/alb
        """,
        marks: ["networking.k8s.io/v1beta1"],
        fixed: """
          apiVersion: networking.k8s.io/v1
          kind: IngressClass
          metadata:
            name: alb
          spec:
            controller: ingress.k8s.aws/alb
          """),
      Example(
        """
        apiVersion: extensions/v1beta1
        kind: Ingress
        metadata:
          name: web
        spec:
          backend: {serviceName: web, servicePort: 80}
        """,
        marks: ["extensions/v1beta1"]),
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata:
        name: alb
      spec:
        controller: ingress.k8s.aws/alb
      """
    ],
    check: .input { context, report in
      for problem in context.objects.problems where problem.kind == .removedAPIVersion {
        // Only an IngressClass is written in the new version as it was in the old one.
        var fix: Finding.Fix?
        if problem.object?.hasPrefix("IngressClass") == true,
          let edit = report.editor(for: problem.span)?.replaceValue(
            Located("networking.k8s.io/v1beta1", at: problem.span), with: "networking.k8s.io/v1")
        {
          fix = Finding.Fix("write networking.k8s.io/v1", .safe, edits: [edit])
        }
        report(problem, fix: fix)
      }
    })

  static let unknownAPIVersion = problems(
    of: .unknownAPIVersion, id: "unknown-api-version",
    summary: "The kind does not exist in the API version that is written.",
    rationale: "The API server answers that it has no such kind, and applies nothing.",
    remedy: "Write the version that the finding names.",
    severity: .error,
    flagged: [
      Example(
        """
        apiVersion: apps/v1
        kind: Service
        metadata:
          name: web
        spec:
          ports: [{port: 80}]
        """,
        marks: ["apps/v1"])
    ],
    accepted: [
      readableExample,
      """
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: web
      """,
    ])

  static let missingField = problems(
    of: .missingField, id: "missing-field",
    summary: "The object lacks its apiVersion or its name.",
    rationale: "The API server refuses an object that it cannot name.",
    remedy: "Add the field.",
    severity: .error,
    flagged: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata:
          labels: {app: web}
        spec:
          ports: [{port: 80}]
        """)
    ],
    accepted: [readableExample])

  static let replacedObject = problems(
    of: .replacedObject, id: "object-given-twice",
    summary: "Two objects of one file have the same kind, namespace and name.",
    rationale:
      "The API server keeps one of them: kubectl apply lets the last one win, other tools refuse the pair. The "
      + "first one is not looked at any further. Objects of a name in several files are often variants of which only one is "
      + "applied, and are not reported.",
    remedy: "Remove one, or give it another name or namespace.",
    severity: .warning,
    flagged: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector: {app: old}
          ports: [{port: 80}]
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector: {app: new}
          ports: [{port: 80}]
        """,
        marks: ["web"])
    ],
    accepted: [readableExample],
    isReported: { $0.related?.file == $0.span.file })
}
