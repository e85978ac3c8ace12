import LoadBalancerModel
import Manifests

/// A Service behind a load balancer, and what annotations say of its targets.
///
/// It is worked out from the manifests alone, so that rules see what is wrong in all of them, not only what the
/// controller meets first.
final class TargetUse {
  enum Kind { case application, network }
  let kind: Kind
  /// The member of the IngressGroup that sends requests to the Service; `nil` for a network load balancer.
  let member: IngressGroupMember?
  let serviceName: ObjectName
  /// `nil` when the input does not hold it.
  let service: Service?
  /// The ports that are named, each with the place.
  private(set) var ports: [Port]
  /// The annotations that count: those of the Service before those of the Ingress.
  let reader: AnnotationReader
  /// `Ingress shop/web`, or the Service of a network load balancer.
  private(set) lazy var object = member.map { "Ingress \($0.name)" } ?? serviceObject
  /// `nil` for a word that the controller refuses.
  private(set) lazy var targetType = effectiveTargetType

  private let world: World

  typealias Port = (port: IntOrString, span: SourceSpan)

  init(
    _ kind: Kind, of member: IngressGroupMember? = nil, _ serviceName: ObjectName, _ service: Service?, ports: [Port],
    _ reader: AnnotationReader, _ world: World
  ) {
    self.kind = kind
    self.member = member
    self.serviceName = serviceName
    self.service = service
    self.ports = ports
    self.reader = reader
    self.world = world
  }

  /// `Service shop/web`.
  var serviceObject: String { "Service \(serviceName)" }

  private var effectiveTargetType: Planned<TargetType>? {
    let flag = Planned(world.controller.flags.defaultTargetType, from: Origin(.flag("default-target-type")))
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
  static func all(of owner: StackOutcome.Owner, _ context: LintContext) -> [TargetUse] {
    switch owner {
    case .service(let service):
      return [
        TargetUse(
          .network, service.metadata.objectName, service,
          ports: service.ports.map { (.number($0.port.value), $0.span) },
          AnnotationReader(service.metadata.annotations), context.world)
      ]
    case .ingressGroup(let group): return group.members.flatMap { uses(of: $0, context) }
    }
  }

  private static func uses(of member: IngressGroupMember, _ context: LintContext) -> [TargetUse] {
    var positions: [ObjectName: Int] = [:]
    var uses: [TargetUse] = []
    for backend in member.ingress.serviceBackends {
      let name = ObjectName(namespace: member.name.namespace, name: backend.service)
      // A few are looked through faster than hashed.
      if uses.count > 16, positions.isEmpty {
        for (position, use) in uses.enumerated() { positions[use.serviceName] = position }
      }
      let position = uses.count > 16 ? positions[name] : uses.firstIndex { $0.serviceName == name }
      if let position {
        uses[position].add((backend.port, backend.span))
        continue
      }
      if !positions.isEmpty { positions[name] = uses.count }
      let service = context.objects.service(name)
      uses.append(
        TargetUse(
          .application, of: member, name, service, ports: [(backend.port, backend.span)],
          AnnotationReader(service?.metadata.annotations ?? Annotations(), member.annotations), context.world))
    }
    return uses
  }

  private func add(_ port: Port) {
    guard ports.count < 64, !ports.contains(where: { $0.port == port.port }) else { return }
    ports.append(port)
  }
}
