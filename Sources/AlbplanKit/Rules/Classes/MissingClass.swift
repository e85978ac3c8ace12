import LoadBalancerModel
import Manifests

extension LintRule {
  package static let missingIngressClass = LintRule(
    id: "missing-ingress-class",
    summary: "An Ingress names an IngressClass that does not exist.",
    rationale:
      "The controller's webhook refuses such an Ingress. In manifests that are only a part of the cluster's, a class "
      + "is taken to exist unless one of nearly its name stands there.",
    remedy: "Correct the name, or create the IngressClass.",
    severity: .error, mistakes: ["M022"], refusals: ["ingress-class-not-found"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: internal-alb
        spec:
          controller: ingress.k8s.aws/alb
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          ingressClassName: internal-abl
          defaultBackend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["internal-abl"],
        fixed: """
          apiVersion: networking.k8s.io/v1
          kind: IngressClass
          metadata:
            name: internal-alb
          spec:
            controller: ingress.k8s.aws/alb
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: web
          spec:
            ingressClassName: internal-alb
            defaultBackend: {service: {name: web, port: {number: 80}}}
          """),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
        """,
        context: "complete: true", marks: ["alb"]),
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata:
        name: alb-internal
      spec:
        controller: ingress.k8s.aws/alb
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/scheme: internet-facing
      spec:
        ingressClassName: alb-public
        defaultBackend: {service: {name: web, port: {number: 80}}}
      """
    ],
    check: .input { context, report in
      let classes = context.objects.ingressClasses.filter { $0.controller?.value == "ingress.k8s.aws/alb" }
        .map(\.metadata.name.value)
      guard !classes.isEmpty else { return }
      var nearest: [String: String?] = [:]
      for ingress in context.objects.ingresses {
        guard let name = ingress.className, context.objects.ingressClass(name.value) == nil,
          ingress.metadata.annotations[AnnotationDefinition.Ingress.ingressClass.key] == nil,
          !name.value.holdsPlaceholder
        else { continue }
        let found: String?
        if let known = nearest[name.value] {
          found = known
        } else {
          found = classes.first { EditDistance.between(name.value, $0, atMost: $0.utf8.count < 6 ? 1 : 2) != nil }
          nearest[name.value] = found
        }
        // Names that differ in a number are two names.
        guard let found, !NameForm.differInDigits(found, name.value) else { continue }
        let edit = report.editor(for: name.span)?.replaceValue(name, with: found)
        report(
          .noSuchClass(name.value, nearest: found), at: name.span, in: "Ingress \(ingress.metadata.objectName)",
          fix: edit.map { Finding.Fix("write \(found)", .unsafe, edits: [$0]) })
      }
    })

  package static let wrongClassParameters = LintRule(
    id: "wrong-class-parameters",
    summary: "The parameters of an IngressClass are not IngressClassParams that exist.",
    rationale:
      "The webhook does not look at parameters, so that such an Ingress is let in; then it is in no group, nothing "
      + "is built, and only an event FailedLoadGroupID tells.",
    remedy: "Name apiGroup elbv2.k8s.aws, kind IngressClassParams and an object that exists.",
    severity: .error, mistakes: ["M022"], refusals: ["unknown-class-parameters", "class-parameters-not-found"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: alb
        spec:
          controller: ingress.k8s.aws/alb
          parameters: {apiGroup: elbv2.aws, kind: IngressClassParams, name: alb}
        """,
        marks: ["elbv2.aws"],
        fixed: """
          apiVersion: networking.k8s.io/v1
          kind: IngressClass
          metadata:
            name: alb
          spec:
            controller: ingress.k8s.aws/alb
            parameters: {apiGroup: elbv2.k8s.aws, kind: IngressClassParams, name: alb}
          """),
      Example(
        """
        apiVersion: elbv2.k8s.aws/v1beta1
        kind: IngressClassParams
        metadata:
          name: internal
        spec: {scheme: internal}
        ---
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: alb
        spec:
          controller: ingress.k8s.aws/alb
          parameters: {apiGroup: elbv2.k8s.aws, kind: IngressClassParams, name: intenral}
        """,
        marks: ["intenral"]),
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata:
        name: alb
      spec:
        controller: ingress.k8s.aws/alb
        parameters: {apiGroup: elbv2.k8s.aws, kind: IngressClassParams, name: alb}
      """
    ],
    check: .input { context, report in
      let known = context.objects.ingressClassParams.map(\.metadata.name.value)
      for object in context.objects.ingressClasses where object.controller?.value == "ingress.k8s.aws/alb" {
        guard let reference = object.parameters else { continue }
        let name = "IngressClass \(object.metadata.objectName)"
        let group = reference.apiGroup
        if group?.value != "elbv2.k8s.aws" {
          let edit = group.flatMap { report.editor(for: $0.span)?.replaceValue($0, with: "elbv2.k8s.aws") }
          report(
            .wrongGroup(group?.value ?? ""), at: group?.span ?? reference.span, in: name,
            fix: edit.map { Finding.Fix("write elbv2.k8s.aws", .unsafe, edits: [$0]) })
        } else if reference.kind.value != "IngressClassParams" {
          let edit = report.editor(for: reference.kind.span)?.replaceValue(reference.kind, with: "IngressClassParams")
          report(
            .wrongParametersKind(reference.kind.value), at: reference.kind.span, in: name,
            fix: edit.map { Finding.Fix("write IngressClassParams", .unsafe, edits: [$0]) })
        } else if context.objects.ingressClassParams(reference.name.value) == nil {
          let nearest = known.first { other in
            EditDistance.between(reference.name.value, other, atMost: other.utf8.count < 6 ? 1 : 2) != nil
              && !NameForm.differInDigits(other, reference.name.value)
          }
          guard nearest != nil || context.world.isComplete else { continue }
          let edit = nearest.flatMap {
            report.editor(for: reference.name.span)?.replaceValue(reference.name, with: $0)
          }
          report(
            .noSuchParameters(reference.name.value, nearest: nearest), at: reference.name.span, in: name,
            fix: edit.map { Finding.Fix("write \(nearest ?? "")", .unsafe, edits: [$0]) })
        }
      }
    })

  package static let misspeltClassController = LintRule(
    id: "misspelt-class-controller",
    summary: "The controller of an IngressClass is nearly the one of the AWS Load Balancer Controller.",
    rationale:
      "The controller takes only classes whose spec.controller is exactly ingress.k8s.aws/alb. Ingresses of any other "
      + "class it leaves alone without a word.",
    remedy: "Write ingress.k8s.aws/alb.",
    severity: .warning, mistakes: ["M022"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: alb
        spec:
          controller: ingress.k8s.aws/nlb
        """,
        marks: ["ingress.k8s.aws/nlb"])
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata:
        name: auto
      spec:
        controller: eks.amazonaws.com/alb
      """
    ],
    check: .input { context, report in
      for object in context.objects.ingressClasses {
        guard let controller = object.controller, controller.value != "ingress.k8s.aws/alb" else { continue }
        let isOurs =
          controller.value.startsBytewise(with: "ingress.k8s.aws")
          || EditDistance.between(NameForm.lowercased(controller.value), "ingress.k8s.aws/alb", atMost: 3) != nil
        guard isOurs else { continue }
        let edit = report.editor(for: controller.span)?.replaceValue(controller, with: "ingress.k8s.aws/alb")
        report(
          .misspeltController(controller.value), at: controller.span,
          in: "IngressClass \(object.metadata.objectName)",
          fix: edit.map { Finding.Fix("write ingress.k8s.aws/alb", .unsafe, edits: [$0]) })
      }
    })
}

extension NameForm {
  /// Whether two names are the same but for digits: `alb-1` and `alb-2`.
  static func differInDigits(_ left: String, _ right: String) -> Bool {
    func letters(_ name: String) -> [UInt8] { name.utf8.filter { !(0x30...0x39).contains($0) } }
    return letters(left) == letters(right)
  }
}

extension Finding.Message {
  fileprivate static func noSuchClass(_ name: String, nearest: String) -> Self {
    "no IngressClass \(name) is here; did you mean \(nearest)?"
  }

  fileprivate static func wrongGroup(_ group: String) -> Self {
    "the parameters' apiGroup is \(GoText.quote(group)), the controller takes elbv2.k8s.aws only"
  }

  fileprivate static func wrongParametersKind(_ kind: String) -> Self {
    "the parameters' kind is \(kind), the controller takes IngressClassParams only"
  }

  fileprivate static func noSuchParameters(_ name: String, nearest: String?) -> Self {
    Self("no IngressClassParams \(name) exist" + (nearest.map { "; did you mean \($0)?" } ?? ""))
  }

  fileprivate static func misspeltController(_ name: String) -> Self {
    "the class belongs to no controller named \(name) that is known; this one is ingress.k8s.aws/alb"
  }
}
