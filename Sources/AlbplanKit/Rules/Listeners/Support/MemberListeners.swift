import LoadBalancerModel
import Manifests

/// What one member of a group listens on. Mirrors `computeIngressListenPorts` in `pkg/ingress/model_build_listener.go`.
struct MemberListeners {
  let protocols: [Int32: ListenerProtocol]
  /// `listen-ports`; without it the default applies.
  let annotation: Annotation?
  /// The class or the Ingress names certificates, or has one made, so that none are looked for.
  let hasCertificates: Bool

  /// `nil` when the annotation cannot be read or is not final.
  init?(_ member: IngressGroupMember, in world: World) {
    hasCertificates = member.namesCertificates || member.requestsCertificate(in: world)
    annotation = member.annotations[AnnotationDefinition.Ingress.listenPorts.key]
    guard let annotation else {
      protocols = hasCertificates ? [443: .https] : [80: .http]
      return
    }
    guard
      let read = UsualListenPorts.listeners(in: annotation.value.value)
        ?? (try? ListenPortsConfiguration.parse(annotation).listeners())
    else { return nil }
    protocols = read
  }

  /// In ascending order.
  func ports(_ listenerProtocol: ListenerProtocol) -> [Int32] {
    protocols.filter { $0.value == listenerProtocol }.keys.sorted()
  }

  var hasHTTPS: Bool { protocols.values.contains(.https) }
  var hasHTTP: Bool { protocols.values.contains(.http) }

  /// Where the port is written; `nil` for a default.
  func place(of port: Int32, _ report: inout LintRule.Report) -> SourceSpan? {
    guard let annotation else { return nil }
    let entry = ListenPortsText(annotation)?.entries.last { $0.port == port }
    return report.place(ofBytes: entry?.portBytes ?? 0..<0, in: annotation)
  }
}

extension IngressGroupMember {
  /// The class or the annotation `certificate-arn` names certificates.
  var namesCertificates: Bool {
    if classParameters?.certificateARNs.isEmpty == false { return true }
    return certificateAnnotation != nil
  }

  /// `certificate-arn`, if it names any.
  var certificateAnnotation: Annotation? {
    guard let annotation = annotations[AnnotationDefinition.Ingress.certificateARN.key],
      annotation.value.value.hasItems
    else { return nil }
    return annotation
  }

  /// The controller is to request a certificate for the hosts.
  func requestsCertificate(in world: World) -> Bool {
    guard world.controller.featureGates[.enableCertificateManagement],
      let request = annotations[AnnotationDefinition.Ingress.createACMCert.key]
    else { return false }
    return GoText.parseBool(request.value.value) == true
  }

  /// The port to which the member redirects, and where it says so: its class before its annotation.
  var sslRedirect: (port: Int32, span: SourceSpan)? {
    if let text = classParameters?.sslRedirectPort, !text.value.isEmpty {
      return (try? GoText.parseInteger(text.value) as Int32).map { ($0, text.span) }
    }
    guard let annotation = annotations[AnnotationDefinition.Ingress.sslRedirect.key],
      let port: Int32 = try? GoText.parseInteger(annotation.value.value)
    else { return nil }
    return (port, annotation.value.span)
  }

  /// The member says something of a redirect that cannot be read.
  var hasUnreadableRedirect: Bool {
    guard sslRedirect == nil else { return false }
    return classParameters?.sslRedirectPort?.value.isEmpty == false
      || annotations[AnnotationDefinition.Ingress.sslRedirect.key] != nil
  }
}

extension String {
  /// As a comma list it has items.
  fileprivate var hasItems: Bool {
    // Nearly every list shows by its first byte that it has.
    if let first = utf8.first, (0x30...0x7E).contains(first) { return true }
    return !AnnotationReader.items(self).isEmpty
  }
}

/// The listeners of all members of a group.
struct GroupListeners {
  /// In member order; `nil` where a member's cannot be told.
  let members: [MemberListeners?]

  init(_ members: [MemberListeners?]) { self.members = members }

  /// The listeners of every member are known.
  var isComplete: Bool { members.allSatisfy { $0 != nil } }

  /// Some member listens with this protocol.
  func contains(_ listenerProtocol: ListenerProtocol) -> Bool {
    members.contains { $0?.protocols.values.contains(listenerProtocol) == true }
  }
}

/// The annotation `listen-ports` as it is written: each protocol and port with its bytes.
struct ListenPortsText {
  struct Entry {
    var listenerProtocol: String
    /// `nil` for what is no number of 32 bits.
    var port: Int32?
    /// The protocol without its quotes.
    var protocolBytes: Range<Int>
    var portBytes: Range<Int>
    /// Which object of the list it stands in.
    var object: Int
  }
  private(set) var entries: [Entry] = []
  /// The bytes of each object.
  private(set) var objects: [Range<Int>] = []
  /// The bytes of the whole list.
  let list: Range<Int>

  /// `nil` when the text is no JSON list of objects.
  init?(_ annotation: Annotation) {
    guard let tree = try? JSONTree(annotation.value.value), tree.nodes.first?.kind == .array else { return nil }
    list = tree.nodes[tree.root].range
    for object in tree.elements(of: tree.root) {
      for member in tree.members(of: object) {
        // Go reads null as zero.
        let isNull = tree.nodes[member.value].kind == .null
        let port = isNull ? "0" : tree.nodes[member.value].kind == .number ? tree.text(of: member.value) : ""
        entries.append(
          Entry(
            listenerProtocol: tree.text(of: member.key), port: try? GoText.parseInteger(port),
            protocolBytes: tree.insideQuotes(member.key), portBytes: tree.nodes[member.value].range,
            object: objects.count))
      }
      objects.append(tree.nodes[object].range)
    }
  }
}
