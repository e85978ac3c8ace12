package import Manifests

/// A fact that only the cluster or the AWS account can tell.
///
/// The raw value is the noun phrase that a report uses: "… depends on {raw value}".
package enum UnknownFact: String, Hashable, Sendable, CaseIterable {
  case clusterName = "the cluster's name"
  case vpcID = "the VPC"
  case vpcCIDRs = "the VPC's address ranges"
  case subnets = "the VPC's subnets"
  case securityGroups = "the VPC's security groups"
  case backendSecurityGroup = "the id of the shared backend security group"
  case certificates = "the certificates in ACM"
  case trustStores = "the trust stores of the account"
  case targetGroups = "the target groups of the account"
  case webACLs = "the web ACLs of the account"
  case existingLoadBalancers = "the load balancers that exist already"
  case serviceUID = "the uid that the cluster gives the Service"
  case nodePort = "the node port that the cluster allocates"
  case healthCheckNodePort = "the health check node port that the cluster allocates"
  case service = "a Service that the input does not hold"
  case secret = "a Secret that the input does not hold"
  case namespaceLabels = "the labels of a Namespace that the input does not hold"
  case ingressClass = "an IngressClass that the input does not hold"
}

/// Where a value of the plan comes from.
package struct Origin: Hashable, Sendable {
  package enum Source: Hashable, Sendable {
    /// An annotation, by its whole key.
    case annotation(String)
    /// A field of a manifest, as a path from the object: `spec.rules[0].host`.
    case field(String)
    /// A field of the IngressClassParams: `spec.scheme`.
    case classParameters(String)
    /// A flag of the controller, without dashes: `default-target-type`.
    case flag(String)
    case featureGate(String)
    /// A key of the context file: `aws.subnets`.
    case context(String)
    /// The controller's own default.
    case controllerDefault
    /// Computed by the controller; the text says from what: "SHA-256 of the cluster name, …".
    case computed(String)
  }
  package var source: Source
  private var places: Places

  /// Most values have one place: it needs no array.
  private enum Places: Hashable, Sendable {
    case none
    case one(SourceSpan)
    case several([SourceSpan])
  }

  package init(_ source: Source, at spans: [SourceSpan] = []) {
    self.source = source
    places = .none
    add(spans)
  }

  package init(_ source: Source, at span: SourceSpan) {
    self.source = source
    places = .one(span)
  }

  /// The places in manifests that caused the value; empty where none did.
  package var spans: [SourceSpan] {
    switch places {
    case .none: []
    case .one(let span): [span]
    case .several(let spans): spans
    }
  }

  /// Adds places that caused the value too.
  package mutating func add(_ spans: [SourceSpan]) {
    guard let first = spans.first else { return }
    switch places {
    case .none: places = spans.count == 1 ? .one(first) : .several(spans)
    case .one(let span): places = .several([span] + spans)
    case .several(var all):
      // Lets go of the list before it grows, so that it is not copied.
      places = .none
      all += spans
      places = .several(all)
    }
  }

  /// Adds the places of another value that has its part in this one.
  package mutating func add(_ other: Origin) {
    switch (places, other.places) {
    case (_, .none): break
    case (.none, _): places = other.places
    default: add(other.spans)
    }
  }

  package static let controllerDefault = Origin(.controllerDefault)

  package static func annotation(_ annotation: Annotation) -> Origin {
    Origin(.annotation(annotation.key.value), at: annotation.value.span)
  }
  package static func field(_ path: String, at span: SourceSpan) -> Origin { Origin(.field(path), at: span) }
  package static func classParameters(_ path: String, at span: SourceSpan) -> Origin {
    Origin(.classParameters(path), at: span)
  }
}

/// A value of the plan: known, or known only after the apply; and where it comes from.
///
/// Inlinable, for other modules would else run it as generic code, at many times the cost.
package struct Planned<Value> {
  package enum Knowledge {
    case known(Value)
    /// The fact that would tell; several facts may be missing, the first one that matters is named.
    case unknown(UnknownFact)
  }
  package var knowledge: Knowledge
  package var origin: Origin

  @inlinable package init(_ value: Value, from origin: Origin) {
    self.knowledge = .known(value)
    self.origin = origin
  }

  @inlinable package init(unknown fact: UnknownFact, from origin: Origin) {
    self.knowledge = .unknown(fact)
    self.origin = origin
  }

  @inlinable package init(_ knowledge: Knowledge, from origin: Origin) {
    self.knowledge = knowledge
    self.origin = origin
  }

  /// The value, or `nil` while it is not known.
  @inlinable package var known: Value? {
    if case .known(let value) = knowledge { value } else { nil }
  }

  @inlinable package var missingFact: UnknownFact? {
    if case .unknown(let fact) = knowledge { fact } else { nil }
  }

  /// A value made from this one, unknown where this one is; the origin stays.
  @inlinable package func map<New>(_ transform: (Value) -> New) -> Planned<New> {
    switch knowledge {
    case .known(let value): Planned<New>(transform(value), from: origin)
    case .unknown(let fact): Planned<New>(unknown: fact, from: origin)
    }
  }
}

extension Planned.Knowledge: Sendable where Value: Sendable {}
extension Planned: Sendable where Value: Sendable {}
