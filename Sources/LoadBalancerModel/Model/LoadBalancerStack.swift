package import Manifests

/// Identifies an IngressGroup: by its explicit name, or by its only Ingress.
package enum IngressGroupID: Hashable, Sendable, CustomStringConvertible {
  case explicit(String)
  case implicit(ObjectName)

  /// The id as the controller prints and hashes it: `{name}`, or `{namespace}/{ingress}`.
  package var description: String {
    switch self {
    case .explicit(let name): name
    case .implicit(let ingress): ingress.description
    }
  }
}

/// Everything that the controller builds for one IngressGroup or one Service.
package struct LoadBalancerStack: Sendable {
  /// The controller's stack id: the group's id, or `{namespace}/{service}`.
  package var id: String
  package var loadBalancers: [LoadBalancer] = []
  package var securityGroups: [SecurityGroup] = []
  /// In the order built; ids are unique.
  package var listeners: [Listener] = []
  package var listenerRules: [ListenerRule] = []
  /// What the rule optimizer leaves out; no part of what is deployed.
  package var omittedRules: [OmittedRule] = []
  package var targetGroups: [TargetGroup] = []
  package var targetGroupBindings: [TargetGroupBinding] = []
  package var managedCertificates: [ManagedCertificate] = []
  package var wafv2Association: WebACLAssociation?
  package var wafClassicAssociation: WebACLAssociation?
  package var shieldProtection: ShieldProtection?
  /// `nil` for Services; Ingress stacks always have the resource, mostly empty.
  package var frontendNLBTargets: [FrontendNLBTarget]?
  /// What was taken for granted because the input does not hold it.
  package var assumptions: [Assumption] = []

  package init(id: String) { self.id = id }
}

/// A rule that a path asks for and the rule optimizer drops from its listener.
package struct OmittedRule: Sendable {
  package enum Reason: Sendable {
    /// It is a redirect to the very address of the request.
    case leadsToItself
    /// An earlier redirect of the listener answers all its requests.
    case covered(by: ListenerRule)
  }
  /// Its priority is 0.
  package var rule: ListenerRule
  package var reason: Reason

  package init(rule: ListenerRule, reason: Reason) {
    self.rule = rule
    self.reason = reason
  }
}

/// Something that the plan takes for granted because neither the input nor the context says it.
package struct Assumption: Hashable, Sendable {
  package var fact: UnknownFact
  /// A sentence without a full stop: "Service shop/web exists and has the port http".
  package var text: String
  /// Whether the controller might refuse the group if the assumption is wrong.
  package var isDecisive: Bool
  package var spans: [SourceSpan]

  package init(_ fact: UnknownFact, _ text: String, isDecisive: Bool = false, at spans: [SourceSpan] = []) {
    self.fact = fact
    self.text = text
    self.isDecisive = isDecisive
    self.spans = spans
  }
}
