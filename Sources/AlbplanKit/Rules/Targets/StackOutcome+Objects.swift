import LoadBalancerModel
import Manifests

extension StackOutcome {
  /// The member or the Service that holds a place; else the first member.
  func carrier(at span: SourceSpan) -> String? {
    switch owner {
    case .service(let service): return "Service \(service.metadata.objectName)"
    case .ingressGroup(let group):
      let holder = group.members.first { $0.ingress.metadata.span.contains(span) } ?? group.members.first
      return holder.map { "Ingress \($0.name)" }
    }
  }

  /// The place that stands for the whole load balancer: the name of the Service or of the first member.
  var nameSpan: SourceSpan? {
    switch owner {
    case .service(let service): service.metadata.name.span
    case .ingressGroup(let group): group.members.first?.ingress.metadata.name.span
    }
  }

  /// `IngressGroup shop/web` or `Service shop/web`.
  var words: String {
    switch owner {
    case .service(let service): "Service \(service.metadata.objectName)"
    case .ingressGroup(let group): "IngressGroup \(group.id)"
    }
  }
}
