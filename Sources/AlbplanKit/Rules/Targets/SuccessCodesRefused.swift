import LoadBalancerModel
import Manifests

extension LintRule {
  package static let successCodesRefused = LintRule(
    id: "success-codes-refused",
    summary: "The success codes of a health check are none that AWS takes.",
    rationale: "AWS refuses the target group. It takes codes and ranges with commas between them: 200 to 499 for HTTP "
      + "behind an application load balancer, 200 to 599 behind a network load balancer, and 0 to 99 for gRPC.",
    remedy: "Use codes such as 200, 200,302 or 200-399; for gRPC 12, or 0-99 for any answer.",
    severity: .error, mistakes: ["M097"],
    flagged: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
          alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:us-west-2:111122223333:certificate/aaaa1111
          alb.ingress.kubernetes.io/backend-protocol-version: GRPC
          alb.ingress.kubernetes.io/success-codes: "200"
          """), marks: ["200"]),
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/success-codes: 200,503"), marks: ["503"]),
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/success-codes: 2xx"), marks: ["2xx"]),
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/success-codes: 302-200"), marks: ["302-200"]),
    ],
    accepted: [
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/success-codes: 200-399,401")),
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
          alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:us-west-2:111122223333:certificate/aaaa1111
          alb.ingress.kubernetes.io/backend-protocol-version: GRPC
          alb.ingress.kubernetes.io/success-codes: 0-99
          """)),
      Example(
        SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol: http
          service.beta.kubernetes.io/aws-load-balancer-healthcheck-success-codes: 200-599
          """)),
    ],
    check: .stacks { outcome, context, report in
      for use in outcome.targetUses {
        switch use.kind {
        case .application:
          guard let annotation = use.reader.annotation(AnnotationDefinition.Ingress.successCodes) else { continue }
          let isGRPC = use.reader.string(AnnotationDefinition.Ingress.backendProtocolVersion)?.known == "GRPC"
          report(annotation, isGRPC ? .grpc : .application, in: use.object)
        case .network:
          guard let annotation = use.reader.annotation(AnnotationDefinition.Service.healthcheckSuccessCodes) else {
            continue
          }
          report(annotation, .network, in: use.object)
        }
      }
    })
}

/// The codes that AWS takes for one kind of target group.
private struct SuccessCodes {
  var name: String
  var range: ClosedRange<Int>

  /// It is one code or one range of codes, as most are, and AWS takes it.
  func isUsual(_ item: String) -> Bool {
    var (first, number, digits): (Int?, Int, Int) = (nil, 0, 0)
    for byte in item.utf8 {
      switch byte {
      case 0x30...0x39 where digits < 3: (number, digits) = (number * 10 + Int(byte - 0x30), digits + 1)
      case 0x2D where first == nil && digits > 0: (first, number, digits) = (number, 0, 0)
      default: return false
      }
    }
    guard digits > 0, range.contains(number) else { return false }
    return first.map { range.contains($0) && $0 <= number } ?? true
  }

  static let application = SuccessCodes(name: "HTTP", range: 200...499)
  static let network = SuccessCodes(name: "HTTP", range: 200...599)
  static let grpc = SuccessCodes(name: "gRPC", range: 0...99)

  /// Why AWS does not take an item; `nil` for one that it takes.
  func problem(of item: String) -> Finding.Message? {
    let parts = item.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      (1...3).contains(part.count) && part.allSatisfy({ (0x30...0x39).contains($0) })
        ? Int(String(Substring(part))) : nil
    }
    guard numbers.count == parts.count, numbers.count <= 2, let first = numbers.first, let last = numbers.last else {
      return "\(item) is neither a \(name) status code nor a range of them"
    }
    guard range.contains(first), range.contains(last) else {
      return "AWS takes \(name) status codes from \(range.lowerBound) to \(range.upperBound) here, not \(item)"
    }
    return first <= last ? nil : "the range \(item) ends before it begins"
  }
}

extension LintRule.Report {
  fileprivate mutating func callAsFunction(_ annotation: Annotation, _ codes: SuccessCodes, in object: String) {
    let text = annotation.value.value
    guard !codes.isUsual(text), !text.holdsPlaceholder else { return }
    for item in annotation.items {
      if let problem = codes.problem(of: item.value) { self(problem, at: item.span, in: object) }
    }
  }
}
