package import Manifests

extension ActionConfiguration {
  /// The validated action as the builder wants it: the short form of a forward written out, a port of digits as a
  /// number.
  ///
  /// Mirrors `normalizeSimplifiedSchemaForwardAction` and `normalizeServicePortForBackwardsCompatibility` in
  /// `pkg/ingress/enhanced_backend_builder.go`.
  package func normalized() -> Self {
    guard type == Self.forwardType else { return self }
    var action = self
    if targetGroupARN != nil || targetGroupName != nil {
      let tuple = TargetGroupTuple(targetGroupARN: targetGroupARN, targetGroupName: targetGroupName)
      action = Self(type: Self.forwardType, forward: ForwardConfiguration(targetGroups: [tuple]), origin: origin)
    }
    if var forward = action.forward {
      forward.targetGroups = forward.targetGroups.map(\.withNumericPort)
      action.forward = forward
    }
    return action
  }
}

extension TargetGroupTuple {
  fileprivate var withNumericPort: Self {
    var tuple = self
    if case .name(let text) = servicePort { tuple.servicePort = IntOrString(parsing: text) }
    return tuple
  }
}

extension IntOrString {
  /// Mirrors `intstr.Parse`: an `int32` in Go's decimal syntax is a number, anything else a name.
  package init(parsing text: String) {
    do {
      self = .number(try GoText.parseInteger(text))
    } catch {
      self = .name(text)
    }
  }
}
