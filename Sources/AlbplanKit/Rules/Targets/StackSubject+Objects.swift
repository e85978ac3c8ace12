import LoadBalancerModel
import Manifests

extension StackSubject {
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

  /// Paths by the place of their whole entry, each with the place to mark: the path as text, or else its Service.
  var pathMarks: [SourceSpan: SourceSpan] {
    guard case .ingressGroup(let group) = owner else { return [:] }
    var marks: [SourceSpan: SourceSpan] = [:]
    for rule in group.members.lazy.flatMap(\.ingress.rules) {
      for path in rule.paths ?? [] { marks[path.span] = path.path?.span ?? path.backend.service?.name.span }
    }
    return marks
  }
}
