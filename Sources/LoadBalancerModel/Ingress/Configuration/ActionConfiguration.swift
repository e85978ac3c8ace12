package import Manifests

/// What an annotation `actions.{name}` says, or the forward to a Service that a plain backend means.
///
/// Mirrors `Action` in `pkg/ingress/config_types.go`.
package struct ActionConfiguration: Sendable {
  /// As written: `fixed-response`, `redirect` and `forward` are known.
  package var type: String
  package var targetGroupARN: String?
  package var targetGroupName: String?
  package var fixedResponse: FixedResponseConfiguration?
  package var redirect: RedirectConfiguration?
  package var forward: ForwardConfiguration?
  /// The annotation or the backend that asks for the action.
  package var origin: Origin

  package static let fixedResponseType = "fixed-response"
  package static let redirectType = "redirect"
  package static let forwardType = "forward"

  package init(
    type: String, targetGroupARN: String? = nil, targetGroupName: String? = nil,
    fixedResponse: FixedResponseConfiguration? = nil, redirect: RedirectConfiguration? = nil,
    forward: ForwardConfiguration? = nil, origin: Origin
  ) {
    self.type = type
    self.targetGroupARN = targetGroupARN
    self.targetGroupName = targetGroupName
    self.fixedResponse = fixedResponse
    self.redirect = redirect
    self.forward = forward
    self.origin = origin
  }

  /// A forward to one Service. Mirrors `buildActionViaServiceAndServicePort`.
  package init(service name: String, port: IntOrString, origin: Origin) {
    self.init(
      type: Self.forwardType,
      forward: ForwardConfiguration(targetGroups: [TargetGroupTuple(serviceName: name, servicePort: port)]),
      origin: origin)
  }

  /// A plain text answer 503, in place of what does not exist. Mirrors `build503ResponseAction`.
  package init(unavailable message: String, origin: Origin) {
    self.init(
      type: Self.fixedResponseType,
      fixedResponse: FixedResponseConfiguration(
        contentType: "text/plain", messageBody: message, statusCode: "503"),
      origin: origin)
  }

  /// Answers with a fixed response. Mirrors `FixedResponseActionConfig`.
  package struct FixedResponseConfiguration: Sendable {
    package var contentType: String?
    package var messageBody: String?
    package var statusCode: String

    package init(contentType: String? = nil, messageBody: String? = nil, statusCode: String) {
      self.contentType = contentType
      self.messageBody = messageBody
      self.statusCode = statusCode
    }
  }

  /// Answers with a redirect. Mirrors `RedirectActionConfig`.
  package struct RedirectConfiguration: Sendable {
    package var host: String?
    package var path: String?
    package var port: String?
    package var `protocol`: String?
    package var query: String?
    package var statusCode: String
  }
}

/// Shares requests out among target groups. Mirrors `ForwardActionConfig` in `pkg/ingress/config_types.go`.
package struct ForwardConfiguration: Sendable {
  package var targetGroups: [TargetGroupTuple]
  package var stickiness: Stickiness?

  package init(targetGroups: [TargetGroupTuple], stickiness: Stickiness? = nil) {
    self.targetGroups = targetGroups
    self.stickiness = stickiness
  }

  /// Mirrors `TargetGroupStickinessConfig`.
  package struct Stickiness: Sendable {
    package var enabled: Bool?
    /// Seconds.
    package var durationSeconds: Int32?
  }
}

/// One target of a forward: an existing target group by ARN or name, or a Service and its port.
///
/// Mirrors `TargetGroupTuple` in `pkg/ingress/config_types.go`.
package struct TargetGroupTuple: Sendable {
  package var targetGroupARN: String?
  package var targetGroupName: String?
  package var serviceName: String?
  package var servicePort: IntOrString?
  package var weight: Int32?

  package init(
    targetGroupARN: String? = nil, targetGroupName: String? = nil, serviceName: String? = nil,
    servicePort: IntOrString? = nil, weight: Int32? = nil
  ) {
    self.targetGroupARN = targetGroupARN
    self.targetGroupName = targetGroupName
    self.serviceName = serviceName
    self.servicePort = servicePort
    self.weight = weight
  }
}
