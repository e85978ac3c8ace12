import Manifests

/// Mirrors `ValidateIngressClass` in `pkg/apis/networking/validation/validation.go`.
extension ObjectValidator {
  mutating func validateIngressClass(_ object: YAMLNode) {
    guard let spec = object.present("spec") else {
      return within(.field("spec")) { $0.refuse("controller", "is required") }
    }
    within(.field("spec")) { validator in
      validator.within(.field("controller")) { validator in
        validator.refuse(Self.problems(ofController: spec.present("controller")?.text ?? ""))
      }
      validator.field("parameters", of: spec) { $0.validateParameters($1) }
    }
  }

  private static func problems(ofController name: String) -> [String] {
    if name.isEmpty { return ["is required"] }
    if name.utf8.count > 250 { return ["may not be more than 250 bytes"] }
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let domain = parts.first, let rest = parts.last, !domain.isEmpty, !rest.isEmpty else {
      return ["must be a domain-prefixed path (such as \"acme.io/foo\")"]
    }
    let isPath = rest.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "/-._~%!$&'()*+,;=:".utf8.contains(byte)
      }
    }
    return KubernetesName.problems(ofSubdomain: String(Substring(domain)))
      + (isPath ? [] : ["must be a valid path of a URL"])
  }

  private mutating func validateParameters(_ parameters: YAMLNode) {
    validateReference(parameters)
    word("scope", of: parameters, among: ["Cluster", "Namespace"])
    let namespace = parameters.present("namespace")
    switch parameters.present("scope")?.text ?? "Cluster" {
    case "Cluster": if namespace != nil { refuse("namespace", "must be absent: parameters.scope is Cluster") }
    case "Namespace":
      if let namespace {
        within(.field("namespace")) { $0.refuse(KubernetesName.problems(ofDNSLabel: namespace.text)) }
      } else {
        refuse("namespace", "is required: parameters.scope is Namespace")
      }
    default: break
    }
  }
}
