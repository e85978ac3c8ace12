import LoadBalancerModel
import Manifests

/// A Service behind a load balancer, and what annotations say of its targets.
///
/// It is worked out from the manifests alone, so that rules see what is wrong in all of them, not only what the
/// controller meets first.
struct TargetUse {
  enum Kind { case application, network }
  var kind: Kind
  /// The member of the IngressGroup that sends requests to the Service; `nil` for a network load balancer.
  var member: IngressGroupMember?
  var serviceName: ObjectName
  /// `nil` when the input does not hold it.
  var service: Service?
  /// The ports that are named, each with the place.
  var ports: [(port: IntOrString, span: SourceSpan)]
  /// The annotations that count: those of the Service before those of the Ingress.
  var reader: AnnotationReader
  /// `Ingress shop/web`, or the Service of a network load balancer.
  var object: String

  /// `Service shop/web`.
  var serviceObject: String { "Service \(serviceName)" }

  /// `nil` for a word that the controller refuses.
  func targetType(_ controller: ControllerConfiguration) -> Planned<TargetType>? {
    let flag = Planned(controller.flags.defaultTargetType, from: Origin(.flag("default-target-type")))
    switch kind {
    case .application:
      if let type = member?.classParameters?.targetType, !type.value.isEmpty {
        return TargetType.planned(Planned(type.value, from: .classParameters("spec.targetType", at: type.span)))
      }
      return TargetType.planned(reader.string(AnnotationDefinition.Ingress.targetType) ?? flag)
    case .network:
      if let type = reader.string(AnnotationDefinition.Service.type), type.known == "nlb-ip" {
        return type.map { _ in .ip }
      }
      return (reader.string(AnnotationDefinition.Service.nlbTargetType) ?? flag).map { $0 == "ip" ? .ip : .instance }
    }
  }

  /// The whole number of an annotation; `nil` when it is absent or cannot be read.
  func number(_ definition: AnnotationDefinition) -> Planned<Int32>? { (try? reader.int32(definition)) ?? nil }
}

extension TargetType {
  /// `nil` for any other word than those of annotations.
  fileprivate static func planned(_ text: Planned<String>) -> Planned<TargetType>? {
    guard let type = TargetType(rawValue: text.known ?? ""), type != .alb else { return nil }
    return Planned(type, from: text.origin)
  }
}

// MARK: All of a load balancer

extension TargetUse {
  /// The Services behind an IngressGroup or a network load balancer, each once a member.
  static func all(of outcome: StackOutcome, _ context: LintContext) -> [TargetUse] {
    switch outcome.owner {
    case .service(let service):
      return [
        TargetUse(
          kind: .network, serviceName: service.metadata.objectName, service: service,
          ports: service.ports.map { (.number($0.port.value), $0.span) },
          reader: AnnotationReader(service.metadata.annotations), object: "Service \(service.metadata.objectName)")
      ]
    case .ingressGroup(let group): return group.members.flatMap { uses(of: $0, context) }
    }
  }

  private static func uses(of member: IngressGroupMember, _ context: LintContext) -> [TargetUse] {
    var positions: [ObjectName: Int] = [:]
    var uses: [TargetUse] = []
    for backend in member.ingress.serviceBackends {
      let name = ObjectName(namespace: member.name.namespace, name: backend.service)
      if let position = positions[name] {
        if !uses[position].ports.contains(where: { $0.port == backend.port }), uses[position].ports.count < 64 {
          uses[position].ports.append((backend.port, backend.span))
        }
        continue
      }
      positions[name] = uses.count
      let service = context.objects.service(name)
      uses.append(
        TargetUse(
          kind: .application, member: member, serviceName: name, service: service,
          ports: [(backend.port, backend.span)],
          reader: AnnotationReader(service?.metadata.annotations ?? Annotations(), member.annotations),
          object: "Ingress \(member.name)"))
    }
    return uses
  }
}
