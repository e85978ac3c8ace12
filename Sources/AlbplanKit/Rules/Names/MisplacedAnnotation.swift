import LoadBalancerModel
import Manifests

extension LintRule {
  package static let misplacedAnnotation = LintRule(
    id: "misplaced-annotation",
    summary: "A key of the controller stands where annotations of Ingresses and Services do not stand.",
    rationale:
      "Labels, the pods of a workload and fields of spec are never looked at: the key is passed over in silence.",
    remedy: "Move it to metadata.annotations of the Ingress or Service.",
    severity: .warning, mistakes: ["M014"],
    flagged: [
      Example(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata:
              annotations:
                alb.ingress.kubernetes.io/scheme: internal
                alb.ingress.kubernetes.io/target-type: ip
        """,
        marks: ["alb.ingress.kubernetes.io/scheme"]),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          labels:
            alb.ingress.kubernetes.io/scheme: internal
        spec:
          ingressClassName: alb
          alb.ingress.kubernetes.io/target-type: ip
          defaultBackend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["alb.ingress.kubernetes.io/scheme", "alb.ingress.kubernetes.io/target-type"]),
    ],
    accepted: [
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        template:
          metadata:
            annotations:
              service.beta.kubernetes.io/aws-load-balancer-quic-enabled-containers: web
      """
    ],
    check: .several([
      .objects { subject, _, report in
        Misplacement.report(InputWalk.Object(node: subject.node, kind: subject.kind.rawValue), &report)
      },
      .input { context, report in
        for node in context.objects.others {
          Misplacement.report(InputWalk.Object(node: node, kind: node["kind"]?.text ?? ""), &report)
        }
        let fields = context.objects.unknownFields.filter { Misplacement.mentionsController($0.path) }
        let entries = InputWalk.entries(at: Set(fields.map(\.span)), in: context.files)
        for field in fields {
          guard let key = entries[field.span]?.entry.key.keyText, ControllerPrefix.isStart(of: key) else { continue }
          report(.misplaced(key, "fields", more: 0), at: field.span, in: field.object)
        }
      },
    ]))
}

private enum Misplacement {
  /// The mappings of an object in which keys of the controller are in vain, and what they are.
  static func suspects(of object: InputWalk.Object) -> [(YAMLNode, String)] {
    let metadata = object.node["metadata"]
    var suspects: [(YAMLNode?, String)] = []
    switch object.kind {
    case "Ingress", "Service", "IngressClass", "IngressClassParams": suspects.append((metadata?["labels"], "labels"))
    case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob", "Pod", "Namespace":
      suspects.append((metadata?["annotations"], "annotations of a \(object.kind)"))
      suspects.append((metadata?["labels"], "labels"))
      let spec = object.node["spec"]
      let template = (spec?["jobTemplate"]?["spec"] ?? spec)?["template"]?["metadata"]
      suspects.append((template?["annotations"], "annotations of pods"))
      suspects.append((template?["labels"], "labels of pods"))
    default: break
    }
    return suspects.compactMap { node, place in
      guard let node, node.kind == .mapping, node.aliasSpan == nil else { return nil }
      return (node, place)
    }
  }

  static func report(_ object: InputWalk.Object, _ report: inout LintRule.Report) {
    for (mapping, place) in suspects(of: object) {
      var first: YAMLNode?
      var count = 0
      for entry in mapping.entries where isMisplaced(entry.key.keyText) {
        first = first ?? entry.key
        count += 1
      }
      if let first { report(.misplaced(first.keyText, place, more: count - 1), at: first.span, in: object.name) }
    }
  }

  private static func isMisplaced(_ key: String) -> Bool {
    ControllerPrefix.isStart(of: key) && key != AnnotationDefinition.Service.quicEnabledContainers.key
  }

  static func mentionsController(_ path: String) -> Bool {
    path.contains(ControllerPrefix.ingress) || path.contains(ControllerPrefix.service)
  }
}

extension Finding.Message {
  fileprivate static func misplaced(_ key: String, _ place: String, more: Int) -> Self {
    let others = more == 0 ? "" : more == 1 ? " and one more key" : " and \(more) more keys"
    return "\(key)\(others) stand\(more == 0 ? "s" : "") among \(place), where the controller does not look"
  }
}
