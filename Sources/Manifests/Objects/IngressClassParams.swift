/// A key and its value in a list of an IngressClassParams (tags, attributes).
package struct KeyValue: Sendable {
  package var key: Located<String>
  package var value: Located<String>

  package init(key: Located<String>, value: Located<String>) {
    self.key = key
    self.value = value
  }
}

/// An IngressClassParams of `elbv2.k8s.aws/v1beta1`. `nil` and empty lists mean "not set".
package struct IngressClassParams: Sendable {
  package var metadata: ObjectMetadata
  package var groupName: Located<String>?
  package var namespaceSelector: LabelSelector?
  package var scheme: Located<String>?
  package var inboundCIDRs: [Located<String>] = []
  package var sslPolicy: Located<String>?
  package var sslRedirectPort: Located<String>?
  package var certificateARNs: [Located<String>] = []
  package var subnets: SubnetSelector?
  package var ipAddressType: Located<String>?
  package var targetType: Located<String>?
  package var tags: [KeyValue] = []
  package var loadBalancerAttributes: [KeyValue] = []
  package var listeners: [ListenerSettings] = []
  /// `minimumLoadBalancerCapacity.capacityUnits`.
  package var minimumCapacityUnits: Located<Int32>?
  /// `ipamConfiguration.ipv4IPAMPoolId`; present but `nil` inside means `ipamConfiguration` without a pool.
  package var ipv4IPAMPoolID: Located<String>?
  package var prefixListIDs: [Located<String>] = []
  /// The field `PrefixListsIDs` with a capital P, kept for older manifests.
  package var legacyPrefixListIDs: [Located<String>] = []
  package var wafv2ACLARN: Located<String>?
  package var wafv2ACLName: Located<String>?
  package var loadBalancerName: Located<String>?

  package init(metadata: ObjectMetadata) { self.metadata = metadata }

  /// `spec.subnets`: either ids, or tags.
  package struct SubnetSelector: Sendable {
    package var ids: [Located<String>]
    /// `ids` is written, be it empty; the controller tells an empty list from none.
    package var hasIDs: Bool
    /// Tag key and accepted values, in the order written. `nil` when `tags` is absent.
    package var tags: [(key: Located<String>, values: [Located<String>])]?
    package var span: SourceSpan

    package init(
      ids: [Located<String>], hasIDs: Bool? = nil, tags: [(key: Located<String>, values: [Located<String>])]?,
      span: SourceSpan
    ) {
      self.ids = ids
      self.hasIDs = hasIDs ?? !ids.isEmpty
      self.tags = tags
      self.span = span
    }
  }

  /// One entry of `spec.listeners`.
  package struct ListenerSettings: Sendable {
    package var listenerProtocol: Located<String>?
    package var port: Located<Int32>?
    package var attributes: [KeyValue]
    package var span: SourceSpan

    package init(
      listenerProtocol: Located<String>?, port: Located<Int32>?, attributes: [KeyValue], span: SourceSpan
    ) {
      self.listenerProtocol = listenerProtocol
      self.port = port
      self.attributes = attributes
      self.span = span
    }
  }
}

/// A Kubernetes LabelSelector as written.
package struct LabelSelector: Sendable {
  package struct Requirement: Sendable {
    package var key: Located<String>
    package var `operator`: Located<String>
    package var values: [Located<String>]

    package init(key: Located<String>, operator: Located<String>, values: [Located<String>]) {
      self.key = key
      self.operator = `operator`
      self.values = values
    }
  }
  package var matchLabels: [(key: Located<String>, value: Located<String>)]
  package var matchExpressions: [Requirement]
  package var span: SourceSpan

  package init(
    matchLabels: [(key: Located<String>, value: Located<String>)], matchExpressions: [Requirement], span: SourceSpan
  ) {
    self.matchLabels = matchLabels
    self.matchExpressions = matchExpressions
    self.span = span
  }
}
