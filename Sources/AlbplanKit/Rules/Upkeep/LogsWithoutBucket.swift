import LoadBalancerModel
import Manifests

extension LintRule {
  package static let logsWithoutBucket = LintRule(
    id: "logs-without-bucket",
    summary: "Logs are turned on, but no bucket is named.",
    rationale: "AWS refuses the attribute, and from then on nothing of this load balancer is brought up to date, new "
      + "targets neither: an outage later on.",
    remedy: "Name the bucket in the same attributes, and give it a policy that lets the load balancer write, before "
      + "the logs are turned on.",
    severity: .error, mistakes: ["M147"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/load-balancer-attributes: access_logs.s3.enabled=true
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["true"])
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/load-balancer-attributes: access_logs.s3.enabled=true,access_logs.s3.bucket=logs
      spec:
        ingressClassName: alb
        defaultBackend: {service: {name: web, port: {number: 80}}}
      """
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result else { return }
      for index in stack.loadBalancers.indices {
        let attributes = stack.loadBalancers[index].attributes
        guard attributes.contains(where: { $0.key.utf8.count > 10 && $0.key.hasSuffix(".s3.enabled") })
        else { continue }
        for kind in ["access_logs", "connection_logs", "health_check_logs"] {
          guard
            let enabled = attributes.first(where: { $0.key == "\(kind).s3.enabled" }),
            enabled.value.known == "true", let span = enabled.value.origin.spans.first
          else { continue }
          let bucket = attributes.first { $0.key == "\(kind).s3.bucket" }
          // A bucket that is not known yet may be one.
          guard bucket.map({ $0.value.known == "" }) ?? true else { continue }
          let (place, object) = outcome.place(of: enabled.key, in: span)
          report(.noBucket(kind), at: place, in: object)
        }
      }
    })
}

extension StackSubject {
  /// The place of a pair's value in the annotation that is written there, and the object that has it.
  fileprivate func place(of key: String, in span: SourceSpan) -> (place: SourceSpan, object: String?) {
    let carriers: [(String, Annotations)] =
      switch owner {
      case .ingressGroup(let group): group.members.map { ("Ingress \($0.name)", $0.annotations) }
      case .service(let service): [("Service \(service.metadata.objectName)", service.metadata.annotations)]
      }
    for (object, annotations) in carriers {
      for entry in annotations.entries where entry.value.span.contains(span) {
        return (entry.value.span == span ? entry.pairPlaces[key]?.value ?? span : span, object)
      }
    }
    return (span, nil)
  }
}

extension Finding.Message {
  fileprivate static func noBucket(_ kind: String) -> Self {
    "AWS refuses \(kind).s3.enabled=true without \(kind).s3.bucket"
  }
}
