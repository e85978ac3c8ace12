import LoadBalancerModel
import Manifests

extension LintRule {
  package static let severalDefaultClasses = LintRule(
    id: "several-default-classes",
    summary: "More than one IngressClass is marked as the default.",
    rationale: "The controller cannot choose: an Ingress without a class then stops every IngressGroup "
      + "(multiple default IngressClasses found).",
    remedy: "Leave the mark on one IngressClass.",
    severity: .warning, mistakes: ["M021"], refusals: ["multiple-default-ingress-classes"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: alb
          annotations:
            ingressclass.kubernetes.io/is-default-class: "true"
        spec:
          controller: ingress.k8s.aws/alb
        ---
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: nginx
          annotations:
            ingressclass.kubernetes.io/is-default-class: "true"
        spec:
          controller: k8s.io/ingress-nginx
        """,
        marks: ["\"true\""])
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata:
        name: alb
        annotations:
          ingressclass.kubernetes.io/is-default-class: "true"
      spec:
        controller: ingress.k8s.aws/alb
      """
    ],
    check: .input { context, report in
      let key = AnnotationDefinition.Ingress.isDefaultClass.key
      let marked = context.objects.ingressClasses.filter { $0.metadata.annotations[key]?.value.value == "true" }
      guard let first = marked.first, marked.count > 1,
        marked.contains(where: { $0.controller?.value == "ingress.k8s.aws/alb" })
      else { return }
      for other in marked.dropFirst() {
        guard let mark = other.metadata.annotations[key], let firstMark = first.metadata.annotations[key] else {
          continue
        }
        report(
          .secondDefault(other.metadata.name.value, first: first.metadata.name.value), at: mark.value.span,
          in: "IngressClass \(other.metadata.objectName)",
          notes: [Finding.Note(.note, "\(first.metadata.name.value) is marked here", at: firstMark.value.span)])
      }
    })

  package static let ineffectiveDefaultMark = LintRule(
    id: "ineffective-default-mark",
    summary: "The mark of a default IngressClass is not the word true.",
    rationale: "Kubernetes and the controller take the exact text true only; True, yes and 1 mark nothing.",
    remedy: "Write \"true\", or remove the annotation.",
    severity: .warning, mistakes: ["M021"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: alb
          annotations:
            ingressclass.kubernetes.io/is-default-class: "True"
        spec:
          controller: ingress.k8s.aws/alb
        """,
        marks: ["\"True\""])
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata:
        name: alb
        annotations:
          ingressclass.kubernetes.io/is-default-class: "false"
      spec:
        controller: ingress.k8s.aws/alb
      """
    ],
    check: .values(of: [AnnotationDefinition.Ingress.isDefaultClass]) { subject, _, report in
      guard subject.isReadHere, subject.value != "true", subject.textFlaw == nil,
        BooleanWord.meaning(of: subject.value) ?? GoText.parseBool(subject.value) == true
      else { return }
      let edit = report.editor(for: subject.annotation.value.span)?.replaceValue(subject.annotation.value, with: "true")
      report(
        .ineffectiveMark(subject.value), at: subject.annotation.value.span, in: subject.object,
        fix: edit.map { Finding.Fix("write true", .unsafe, edits: [$0]) })
    })
}

extension Finding.Message {
  fileprivate static func secondDefault(_ name: String, first: String) -> Self {
    "IngressClass \(name) is marked as the default, and so is \(first)"
  }

  fileprivate static func ineffectiveMark(_ value: String) -> Self {
    "\(GoText.quote(value)) does not make the class the default, only \"true\" does"
  }
}
