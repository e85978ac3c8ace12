import LoadBalancerModel
import Manifests

/// One place of an Ingress that names a Service and a port of it.
struct ServiceReference {
  enum Place {
    case backend(IngressServiceBackend)
    /// A target of a forward action: the strings or numbers in its JSON.
    case target(AnnotationJSON, name: JSONTree.Position, port: JSONTree.Position?)
  }
  var service: ObjectName
  /// `nil` when no port is written.
  var port: IntOrString?
  var place: Place

  func nameSpan(_ report: inout LintRule.Report) -> SourceSpan {
    switch place {
    case .backend(let backend): backend.name.span
    case .target(let json, let name, _): json.span(of: name, &report)
    }
  }

  func portSpan(_ report: inout LintRule.Report) -> SourceSpan {
    switch place {
    case .backend(let backend): backend.portName?.span ?? backend.portNumber?.span ?? backend.name.span
    case .target(let json, let name, let port): json.span(of: port ?? name, &report)
    }
  }

  /// Names another Service.
  func renaming(to name: String, _ report: inout LintRule.Report) -> Finding.Edit? {
    switch place {
    case .backend(let backend): report.editor(for: backend.name.span)?.replaceValue(backend.name, with: name)
    case .target(let json, let position, _): json.replace(position, with: name, &report)
    }
  }

  /// Names another port, in the same manner: by a number or by a name.
  func changingPort(to port: ServicePort, _ report: inout LintRule.Report) -> Finding.Edit? {
    switch place {
    case .backend(let backend):
      if let name = backend.portName {
        guard !port.effectiveName.isEmpty else { return nil }
        return report.editor(for: name.span)?.replaceValue(name, with: port.effectiveName)
      }
      guard let number = backend.portNumber else { return nil }
      guard let source = report.editor(for: number.span)?.source,
        source.text(source.range(of: number.span)) == String(number.value)
      else { return nil }
      return Finding.Edit(number.span, String(port.port.value))
    case .target(let json, _, let position):
      guard let position else { return nil }
      if json.kind(of: position) == .number {
        return json.replace(position, withJSON: String(port.port.value), &report)
      }
      return json.replace(
        position, with: port.effectiveName.isEmpty ? String(port.port.value) : port.effectiveName, &report)
    }
  }
}

extension IngressGroupMember {
  /// The Services that backends and actions name. Backends that mean an action, or are meant to, name none.
  func serviceReferences() -> [ServiceReference] {
    var references: [ServiceReference] = []
    let namespace = name.namespace
    var usesActions = false
    ingress.forEachBackend { backend in
      guard let service = backend.service else { return }
      guard !service.usesAction else {
        usesActions = true
        return
      }
      // Without a port name there is no word to misspell.
      guard service.portName == nil || !service.misspellsMagicWord(hasAction: hasAction(service.name.value)) else {
        return
      }
      references.append(
        ServiceReference(
          service: ObjectName(namespace: namespace, name: service.name.value), port: service.writtenPort,
          place: .backend(service)))
    }
    guard usesActions else { return references }
    for (_, json, action) in actionsInUse() where action.type == ActionConfiguration.forwardType {
      // The places are those of the list that counts; a list that is written twice is read strangely.
      let targets = action.normalized().forward?.targetGroups ?? []
      let positions = json.elements(json.value("forwardConfig", "targetGroups"))
      guard targets.count == positions.count else { continue }
      for (target, position) in zip(targets, positions) {
        guard let name = target.serviceName, let namePosition = json.value("serviceName", in: position) else {
          continue
        }
        references.append(
          ServiceReference(
            service: ObjectName(namespace: namespace, name: name), port: target.servicePort,
            place: .target(json, name: namePosition, port: json.value("servicePort", in: position))))
      }
    }
    return references
  }

  /// The Ingress defines an action of that name.
  func hasAction(_ name: String) -> Bool { annotations[AnnotationDefinition.Ingress.actions.key(name)] != nil }
}
