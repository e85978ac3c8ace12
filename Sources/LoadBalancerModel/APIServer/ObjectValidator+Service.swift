import Manifests

/// Mirrors `ValidateServiceCreate` in `pkg/apis/core/validation/validation.go`.
extension ObjectValidator {
  mutating func validateService(_ service: YAMLNode) {
    guard let spec = service.present("spec") else {
      return within(.field("spec")) { $0.refuse("ports", "is required") }
    }
    let facts = ServiceFacts(spec)
    within(.field("spec")) { validator in
      validator.validateType(spec, facts)
      validator.validatePorts(spec, facts)
      validator.labels("selector", of: spec)
      validator.validateLoadBalancerClass(spec, facts)
      // What follows looks at fields that most Services do not have.
      guard !spec.holdsOnly(["ports", "selector", "type", "loadBalancerClass"]) else { return }
      validator.validateAffinity(spec)
      validator.elements("externalIPs", of: spec) { $0.refuse(Self.problems(ofExternalIP: $1.textOrEmpty)) }
      validator.validateLoadBalancerFields(spec, facts)
      validator.validateTrafficPolicies(spec, facts)
      validator.validateFamilies(spec, facts)
    }
    validateSourceRangesAnnotation(service, spec, facts)
  }

  /// What many checks ask for.
  private struct ServiceFacts {
    var type: String
    var isHeadless: Bool
    var isExternallyAccessible: Bool
    var isLocal: Bool
    var isLoadBalancer: Bool { type == "LoadBalancer" }

    init(_ spec: YAMLNode) {
      let written = spec.present("type")?.text ?? ""
      type = written.isEmpty ? "ClusterIP" : written
      isHeadless = spec.present("clusterIP")?.text == "None"
      isExternallyAccessible =
        type == "LoadBalancer" || type == "NodePort" || type == "ClusterIP" && !spec.list("externalIPs").isEmpty
      isLocal = spec.present("externalTrafficPolicy")?.text == "Local"
    }
  }

  private mutating func validateType(_ spec: YAMLNode, _ facts: ServiceFacts) {
    word(
      "type", of: spec, among: ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"], emptyIsAbsent: true)
    guard facts.type == "ExternalName" else { return }
    var name = spec.present("externalName")?.text ?? ""
    if name.utf8.last == UInt8(ascii: ".") { name.unicodeScalars.removeLast() }
    if name.isEmpty {
      refuse("externalName", "is required: the type is ExternalName")
    } else {
      within(.field("externalName")) { $0.refuse(KubernetesName.problems(ofSubdomain: name)) }
    }
  }

  // MARK: Ports

  private struct PortKey: Hashable {
    var networkProtocol: String
    var number: Int32
  }

  private mutating func validatePorts(_ spec: YAMLNode, _ facts: ServiceFacts) {
    let count = spec["ports"]?.elements.count ?? 0
    if count == 0, !facts.isHeadless, facts.type != "ExternalName" {
      refuse("ports", "is required and must not be empty")
    }
    var names: Set<String> = []
    var ports: Set<PortKey> = []
    var nodePorts: Set<PortKey> = []
    elements("ports", of: spec) { validator, port in
      validator.validatePort(port, needsName: count > 1, names: &names)
      let networkProtocol = Self.networkProtocol(of: port)
      let nodePort = port.int32("nodePort")?.value ?? 0
      if nodePort != 0 {
        if facts.type == "ClusterIP" { validator.refuse("nodePort", "may not be used when type is ClusterIP") }
        if !nodePorts.insert(PortKey(networkProtocol: networkProtocol, number: nodePort)).inserted {
          validator.refuse("nodePort", "another port has the same node port")
        }
      }
      guard let number = port.int32("port")?.value else { return }
      if !ports.insert(PortKey(networkProtocol: networkProtocol, number: number)).inserted {
        validator.refuse("another port has the same number and protocol")
      }
    }
  }

  private static func networkProtocol(of port: YAMLNode) -> String {
    let written = port.present("protocol")?.text ?? ""
    return written.isEmpty ? "TCP" : written
  }

  private mutating func validatePort(_ port: YAMLNode, needsName: Bool, names: inout Set<String>) {
    let name = port.present("name")?.text ?? ""
    if name.isEmpty {
      if needsName { refuse("name", "is required: the Service has several ports") }
    } else {
      within(.field("name")) { $0.refuse(KubernetesName.problems(ofDNSLabel: name)) }
      if !names.insert(name).inserted { refuse("name", "another port has the same name") }
    }
    let number = port.int32("port")
    if let number {
      within(.field("port")) { $0.refuse(Self.problems(ofPort: number.value)) }
    } else if port.present("port") == nil {
      refuse("port", "is required: a number between 1 and 65535")
    }
    word("protocol", of: port, among: ["SCTP", "TCP", "UDP"], emptyIsAbsent: true)
    switch port.intOrString("targetPort")?.value {
    case nil, .number(0), .name(""): break
    case .number(let target): within(.field("targetPort")) { $0.refuse(Self.problems(ofPort: target)) }
    case .name(let target): within(.field("targetPort")) { $0.refuse(KubernetesName.problems(ofPortName: target)) }
    }
    text("appProtocol", of: port, KubernetesName.problems(ofLabelKey:))
  }

  // MARK: The load balancer

  private static let onlyForLoadBalancers = "may only be used when type is LoadBalancer"

  private mutating func validateLoadBalancerClass(_ spec: YAMLNode, _ facts: ServiceFacts) {
    guard spec.present("loadBalancerClass") != nil else { return }
    guard facts.isLoadBalancer else { return refuse("loadBalancerClass", Self.onlyForLoadBalancers) }
    text("loadBalancerClass", of: spec, KubernetesName.problems(ofLabelKey:))
  }

  private mutating func validateLoadBalancerFields(_ spec: YAMLNode, _ facts: ServiceFacts) {
    let forbidden = Self.onlyForLoadBalancers
    if let ranges = spec.present("loadBalancerSourceRanges"), ranges.elements.count > 0, !facts.isLoadBalancer {
      refuse("loadBalancerSourceRanges", forbidden)
    }
    elements("loadBalancerSourceRanges", of: spec) { validator, range in
      validator.refuse(Self.problems(ofSourceRange: range.textOrEmpty))
    }
    if spec.present("allocateLoadBalancerNodePorts") != nil, !facts.isLoadBalancer {
      refuse("allocateLoadBalancerNodePorts", forbidden)
    }
  }

  /// The annotation counts only while the field is empty.
  private mutating func validateSourceRangesAnnotation(
    _ service: YAMLNode, _ spec: YAMLNode, _ facts: ServiceFacts
  ) {
    let key = "service.beta.kubernetes.io/load-balancer-source-ranges"
    guard let annotation = service["metadata"]?.present("annotations")?.present(key),
      spec.list("loadBalancerSourceRanges").isEmpty
    else { return }
    within(.field("metadata")) { validator in
      validator.within(.field("annotations")) { validator in
        validator.within(.key(key)) { validator in
          if !facts.isLoadBalancer { validator.refuse("may only be used when type is LoadBalancer") }
          let text = AnnotationReader.trim(annotation.text)
          guard !text.isEmpty else { return }
          for range in text.unicodeScalars.split(separator: ",", omittingEmptySubsequences: false) {
            let problems = Self.problems(ofSourceRange: String(String.UnicodeScalarView(range)))
            guard problems.isEmpty else { return validator.refuse(problems) }
          }
        }
      }
    }
  }

  private static func problems(ofSourceRange text: String) -> [String] {
    let parts = AnnotationReader.trim(text).utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, let address = parts.first, let length = parts.last,
      CIDR(withoutLeadingZeros(address) + "/" + String(decoding: length, as: UTF8.self)) != nil
    else { return ["must be a valid CIDR value, such as 10.9.8.0/24 or 2001:db8::/64"] }
    return []
  }

  /// Old fields take octets with leading zeros.
  private static func withoutLeadingZeros(_ address: some Collection<UInt8>) -> String {
    guard !address.contains(UInt8(ascii: ":")) else { return String(decoding: address, as: UTF8.self) }
    let octets = address.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { octet in
      let digits = octet.drop { $0 == UInt8(ascii: "0") }
      return digits.isEmpty && !octet.isEmpty ? "0" : String(decoding: digits, as: UTF8.self)
    }
    return octets.joined(separator: ".")
  }

  // MARK: Addresses and traffic

  private static func problems(ofExternalIP text: String) -> [String] {
    guard let address = IPAddress(withoutLeadingZeros(text.utf8)), address.zone.isEmpty else {
      return ["must be a valid IP address, such as 10.9.8.7 or 2001:db8::ffff"]
    }
    func isWithin(_ networks: String...) -> Bool { networks.contains { IPPrefix($0)?.contains(address) == true } }
    if address.bits == 0 { return ["may not be unspecified"] }
    if isWithin("127.0.0.0/8", "::1/128") { return ["may not be in the loopback range (127.0.0.0/8, ::1/128)"] }
    if isWithin("169.254.0.0/16", "fe80::/10") {
      return ["may not be in the link-local range (169.254.0.0/16, fe80::/10)"]
    }
    if isWithin("224.0.0.0/24", "ff02::/16") {
      return ["may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)"]
    }
    return []
  }

  private mutating func validateAffinity(_ spec: YAMLNode) {
    word("sessionAffinity", of: spec, among: ["ClientIP", "None"], emptyIsAbsent: true)
    guard let settings = spec.present("sessionAffinityConfig") else { return }
    guard spec.present("sessionAffinity")?.text == "ClientIP" else {
      return refuse("sessionAffinityConfig", "must not be set when session affinity is None")
    }
    guard let seconds = settings.present("clientIP")?.int32("timeoutSeconds")?.value else { return }
    guard !(1...86400).contains(seconds) else { return }
    within(.field("sessionAffinityConfig")) { validator in
      validator.within(.field("clientIP")) { $0.refuse("timeoutSeconds", "must be greater than 0 and at most 86400") }
    }
  }

  private mutating func validateTrafficPolicies(_ spec: YAMLNode, _ facts: ServiceFacts) {
    if facts.isExternallyAccessible {
      word("externalTrafficPolicy", of: spec, among: ["Cluster", "Local"], emptyIsAbsent: true)
    } else if let policy = spec.present("externalTrafficPolicy"), !policy.text.isEmpty {
      refuse("externalTrafficPolicy", "may only be set for externally-accessible services")
    }
    word("internalTrafficPolicy", of: spec, among: ["Cluster", "Local"])
    word("trafficDistribution", of: spec, among: ["PreferClose", "PreferSameNode", "PreferSameZone"])
    guard let port = spec.int32("healthCheckNodePort")?.value, port != 0 else { return }
    within(.field("healthCheckNodePort")) { validator in
      validator.refuse(
        facts.isLoadBalancer && facts.isLocal
          ? Self.problems(ofPort: port)
          : ["may only be set when type is LoadBalancer and externalTrafficPolicy is Local"])
    }
  }

  private mutating func validateFamilies(_ spec: YAMLNode, _ facts: ServiceFacts) {
    guard facts.type != "ExternalName" else {
      let forbidden = "may not be set for ExternalName services"
      for name in ["clusterIPs", "ipFamilies"] where !spec.list(name).isEmpty { refuse(name, forbidden) }
      if spec.present("ipFamilyPolicy") != nil { refuse("ipFamilyPolicy", forbidden) }
      return
    }
    word("ipFamilyPolicy", of: spec, among: ["PreferDualStack", "RequireDualStack", "SingleStack"])
    var families: Set<String> = []
    elements("ipFamilies", of: spec) { validator, family in
      let text = family.textOrEmpty
      if text != "IPv4", text != "IPv6" {
        validator.refuse("supported values: \"IPv4\", \"IPv6\"")
      } else if !families.insert(text).inserted {
        validator.refuse("is named twice")
      }
    }
  }
}
