import Manifests

/// Checks what the schema of the controller's CRD asks for beyond types:
/// `config/crd/bases/elbv2.k8s.aws_ingressclassparams.yaml`.
extension ObjectValidator {
  mutating func validateIngressClassParams(_ object: YAMLNode) {
    guard let spec = object["spec"] else { return }
    within(.field("spec")) { validator in
      validator.validate(spec, by: Self.classParameters)
      if spec.present("prefixListsIDs") != nil, spec.present("PrefixListsIDs") != nil {
        validator.refuse("cannot specify both 'prefixListsIDs' and 'PrefixListsIDs'")
      }
    }
  }

  /// What a value of the CRD must be like.
  indirect enum Schema: Sendable {
    case text(among: [String] = [], check: (@Sendable (String) -> String?)? = nil)
    case number
    case list(of: Schema, minimum: Int = 0)
    case map(of: Schema)
    case fields([(name: String, schema: Schema)], required: [String] = [])
  }

  private static let texts = Schema.list(of: .text())
  private static let pairs = Schema.list(
    of: .fields([("key", .text()), ("value", .text())], required: ["key", "value"]))

  private static let classParameters = Schema.fields([
    ("PrefixListsIDs", texts), ("certificateArn", texts),
    ("group", .fields([("name", .text())], required: ["name"])),
    ("inboundCIDRs", texts),
    ("ipAddressType", .text(among: ["ipv4", "dualstack", "dualstack-without-public-ipv4"])),
    ("ipamConfiguration", .fields([("ipv4IPAMPoolId", .text())])),
    (
      "listeners",
      .list(of: .fields([("listenerAttributes", pairs), ("port", .number), ("protocol", .text())]))
    ),
    ("loadBalancerAttributes", pairs), ("loadBalancerName", .text()),
    ("minimumLoadBalancerCapacity", .fields([("capacityUnits", .number)], required: ["capacityUnits"])),
    (
      "namespaceSelector",
      .fields([
        (
          "matchExpressions",
          .list(
            of: .fields([("key", .text()), ("operator", .text()), ("values", texts)], required: ["key", "operator"]))
        ),
        ("matchLabels", .map(of: .text())),
      ])
    ),
    ("prefixListsIDs", texts), ("scheme", .text(among: ["internal", "internet-facing"])), ("sslPolicy", .text()),
    ("sslRedirectPort", .text()),
    (
      "subnets",
      .fields([("ids", .list(of: .text(check: problem(ofSubnetID:)), minimum: 1)), ("tags", .map(of: texts))])
    ),
    ("tags", pairs), ("targetType", .text(among: ["instance", "ip"])), ("wafv2AclArn", .text()),
    ("wafv2AclName", .text()),
  ])

  /// The schema's pattern has no anchors.
  @Sendable private static func problem(ofSubnetID text: String) -> String? {
    let prefix = Array("subnet-".utf8)
    let bytes = Array(text.utf8)
    let isMatch = bytes.indices.contains { start in
      guard bytes[start...].starts(with: prefix), start + prefix.count < bytes.count else { return false }
      switch bytes[start + prefix.count] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): return true
      default: return false
      }
    }
    return isMatch ? nil : "should match 'subnet-[0-9a-f]+'"
  }

  /// The depth is the schema's own.
  private mutating func validate(_ node: YAMLNode, by schema: Schema) {
    // Other objects take null as absent; a CRD's field must be of its type.
    guard !node.isNull else { return refuse("must be \(schema.typeName), not null") }
    switch schema {
    case .number: return
    case .text(let words, let check):
      guard node.kind == .scalar else { return }
      if !words.isEmpty, !words.contains(node.text) {
        refuse("supported values: " + words.map { "\"\($0)\"" }.joined(separator: ", "))
      }
      if let problem = check?(node.text) { refuse(problem) }
    case .list(of: let schema, let minimum):
      guard node.kind == .sequence else { return }
      if node.elements.count < minimum { refuse("should have at least \(minimum) items") }
      for (index, element) in node.elements.enumerated() {
        within(.element(index)) { $0.validate(element, by: schema) }
      }
    case .map(of: let schema):
      for entry in node.uniqueEntries {
        within(.key(entry.key.keyText)) { $0.validate(entry.value, by: schema) }
      }
    case .fields(let fields, let required):
      guard node.kind == .mapping else { return }
      for (name, schema) in fields {
        guard let value = node[name] else { continue }
        within(.field(name)) { $0.validate(value, by: schema) }
      }
      for name in required where node[name] == nil { refuse(name, "is required") }
    }
  }
}

extension ObjectValidator.Schema {
  fileprivate var typeName: String {
    switch self {
    case .text: "a string"
    case .number: "a number"
    case .list: "a list"
    case .map, .fields: "an object"
    }
  }
}
