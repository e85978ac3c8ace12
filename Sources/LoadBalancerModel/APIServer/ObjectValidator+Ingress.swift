import Manifests

/// Mirrors `ValidateIngressCreate` in `pkg/apis/networking/validation/validation.go`.
extension ObjectValidator {
  mutating func validateIngress(_ ingress: YAMLNode) {
    guard let spec = ingress.present("spec") else {
      return refuse("spec", "either defaultBackend or rules must be specified")
    }
    validateClass(of: ingress, spec)
    within(.field("spec")) { validator in
      if spec.present("defaultBackend") == nil, spec.list("rules").isEmpty {
        validator.refuse("either defaultBackend or rules must be specified")
      }
      validator.field("defaultBackend", of: spec) { $0.validateBackend($1) }
      validator.text("ingressClassName", of: spec, KubernetesName.problems(ofSubdomain:))
      validator.elements("rules", of: spec) { $0.validateRule($1) }
      validator.elements("tls", of: spec) { validator, tls in
        validator.elements("hosts", of: tls) { $0.refuse(KubernetesName.problems(ofHost: $1.textOrEmpty)) }
        validator.text("secretName", of: tls) { $0.isEmpty ? [] : KubernetesName.problems(ofSubdomain: $0) }
      }
    }
  }

  private mutating func validateClass(of ingress: YAMLNode, _ spec: YAMLNode) {
    let key = "kubernetes.io/ingress.class"
    guard let annotation = ingress.present("metadata")?.present("annotations")?.present(key),
      let className = spec.present("ingressClassName"), annotation.text != className.text
    else { return }
    within(.field("metadata")) { validator in
      validator.within(.field("annotations")) { validator in
        validator.within(.key(key)) { $0.refuse("must match ingressClassName when both are specified") }
      }
    }
  }

  private mutating func validateRule(_ rule: YAMLNode) {
    text("host", of: rule) { host in
      guard !host.isEmpty else { return [] }
      let address = IPAddress(host) == nil ? [] : ["must be a DNS name, not an IP address"]
      return address + KubernetesName.problems(ofHost: host)
    }
    field("http", of: rule) { validator, http in
      if http.list("paths").isEmpty { validator.refuse("paths", "is required and must not be empty") }
      validator.elements("paths", of: http) { $0.validatePath($1) }
    }
  }

  private mutating func validatePath(_ path: YAMLNode) {
    let text = path.present("path")?.text ?? ""
    let isRelative = text.utf8.first != UInt8(ascii: "/")
    switch path.present("pathType")?.text {
    case nil: refuse("pathType", "must be specified: Exact, Prefix or ImplementationSpecific")
    case "ImplementationSpecific":
      if !text.isEmpty, isRelative { refuse("path", "must be an absolute path") }
    case "Exact", "Prefix":
      if isRelative { refuse("path", "must be an absolute path") }
      for sequence in ["//", "/./", "/../", "%2f", "%2F"] where text.containsBytewise(sequence) {
        refuse("path", "must not contain '\(sequence)'")
      }
      for suffix in ["/..", "/."] where text.hasSuffix(suffix) { refuse("path", "cannot end with '\(suffix)'") }
    default: refuse("pathType", "supported values: \"Exact\", \"ImplementationSpecific\", \"Prefix\"")
    }
    if let backend = path.present("backend") {
      within(.field("backend")) { $0.validateBackend(backend) }
    } else {
      refuse("backend", "a service or resource backend is required")
    }
  }

  private mutating func validateBackend(_ backend: YAMLNode) {
    switch (backend.present("service"), backend.present("resource")) {
    case (.some, .some): refuse("cannot set both resource and service backends")
    case (nil, nil): refuse("a service or resource backend is required")
    case (nil, .some(let resource)): within(.field("resource")) { $0.validateReference(resource) }
    case (.some(let service), nil): validateServiceBackend(service)
    }
  }

  private mutating func validateServiceBackend(_ service: YAMLNode) {
    let port = service.present("port")
    let portName = port?.present("name")?.text ?? ""
    let portNumber = port?.int32("number")?.value ?? 0
    within(.field("service")) { validator in
      let name = service.present("name")?.text ?? ""
      if name.isEmpty {
        validator.refuse("name", "is required")
      } else {
        validator.within(.field("name")) { $0.refuse(KubernetesName.problems(ofServiceName: name)) }
      }
      guard portName.isEmpty || portNumber == 0 else { return }
      validator.within(.field("port")) { validator in
        if !portName.isEmpty {
          validator.within(.field("name")) { $0.refuse(KubernetesName.problems(ofPortName: portName)) }
        } else if portNumber != 0 {
          validator.within(.field("number")) { $0.refuse(Self.problems(ofPort: portNumber)) }
        }
      }
    }
    if !portName.isEmpty, portNumber != 0 {
      refuse("cannot set both port name and port number")
    } else if portName.isEmpty, portNumber == 0, port?.present("name")?.isNumber != true,
      port?.present("number").map({ $0.int32Value == 0 }) ?? true
    {
      refuse("a port name or number is required")
    }
  }

  /// `resource` of a backend and `parameters` of a class. Mirrors `validateIngressTypedLocalObjectReference`.
  mutating func validateReference(_ reference: YAMLNode) {
    text("apiGroup", of: reference, KubernetesName.problems(ofSubdomain:))
    for name in ["kind", "name"] {
      let text = reference.present(name)?.text ?? ""
      within(.field(name)) { validator in
        validator.refuse(text.isEmpty ? ["is required"] : KubernetesName.problems(ofPathSegment: text))
      }
    }
  }

  static func problems(ofPort number: Int32) -> [String] {
    (1...65535).contains(number) ? [] : ["must be between 1 and 65535, inclusive"]
  }
}

extension YAMLNode {
  fileprivate var isNumber: Bool {
    switch scalar {
    case .integer, .largeInteger, .float: true
    default: false
    }
  }

  /// The number, when it is one; a text in its place is reported as a wrong type.
  fileprivate var int32Value: Int32? {
    if case .integer(let number) = scalar { Int32(exactly: number) } else { nil }
  }
}
