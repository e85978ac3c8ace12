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
package final class IngressClassParams: Sendable {
  package let metadata: ObjectMetadata
  package let groupName: Located<String>?
  package let namespaceSelector: LabelSelector?
  package let scheme: Located<String>?
  package let inboundCIDRs: [Located<String>]
  package let sslPolicy: Located<String>?
  package let sslRedirectPort: Located<String>?
  package let certificateARNs: [Located<String>]
  package let subnets: SubnetSelector?
  package let ipAddressType: Located<String>?
  package let targetType: Located<String>?
  package let tags: [KeyValue]
  package let loadBalancerAttributes: [KeyValue]
  package let listeners: [ListenerSettings]
  /// `minimumLoadBalancerCapacity.capacityUnits`.
  package let minimumCapacityUnits: Located<Int32>?
  /// `ipamConfiguration.ipv4IPAMPoolId`; present but `nil` inside means `ipamConfiguration` without a pool.
  package let ipv4IPAMPoolID: Located<String>?
  package let prefixListIDs: [Located<String>]
  /// The field `PrefixListsIDs` with a capital P, kept for older manifests.
  package let legacyPrefixListIDs: [Located<String>]
  package let wafv2ACLARN: Located<String>?
  package let wafv2ACLName: Located<String>?
  package let loadBalancerName: Located<String>?

  package init(
    metadata: ObjectMetadata, groupName: Located<String>? = nil, namespaceSelector: LabelSelector? = nil,
    scheme: Located<String>? = nil, inboundCIDRs: [Located<String>] = [], sslPolicy: Located<String>? = nil,
    sslRedirectPort: Located<String>? = nil, certificateARNs: [Located<String>] = [], subnets: SubnetSelector? = nil,
    ipAddressType: Located<String>? = nil, targetType: Located<String>? = nil, tags: [KeyValue] = [],
    loadBalancerAttributes: [KeyValue] = [], listeners: [ListenerSettings] = [],
    minimumCapacityUnits: Located<Int32>? = nil, ipv4IPAMPoolID: Located<String>? = nil,
    prefixListIDs: [Located<String>] = [], legacyPrefixListIDs: [Located<String>] = [],
    wafv2ACLARN: Located<String>? = nil, wafv2ACLName: Located<String>? = nil,
    loadBalancerName: Located<String>? = nil
  ) {
    self.metadata = metadata
    self.groupName = groupName
    self.namespaceSelector = namespaceSelector
    self.scheme = scheme
    self.inboundCIDRs = inboundCIDRs
    self.sslPolicy = sslPolicy
    self.sslRedirectPort = sslRedirectPort
    self.certificateARNs = certificateARNs
    self.subnets = subnets
    self.ipAddressType = ipAddressType
    self.targetType = targetType
    self.tags = tags
    self.loadBalancerAttributes = loadBalancerAttributes
    self.listeners = listeners
    self.minimumCapacityUnits = minimumCapacityUnits
    self.ipv4IPAMPoolID = ipv4IPAMPoolID
    self.prefixListIDs = prefixListIDs
    self.legacyPrefixListIDs = legacyPrefixListIDs
    self.wafv2ACLARN = wafv2ACLARN
    self.wafv2ACLName = wafv2ACLName
    self.loadBalancerName = loadBalancerName
  }

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
