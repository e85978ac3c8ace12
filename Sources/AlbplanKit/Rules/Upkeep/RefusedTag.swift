import LoadBalancerModel
import Manifests

extension LintRule {
  package static let refusedTag = LintRule(
    id: "refused-tag",
    summary: "A tag is none that AWS takes, or one that the controller sets itself.",
    rationale: "Keys beginning with aws: are AWS's own; keys have at most 128 characters and values 256, of letters, "
      + "digits, blanks and _ . : / = + - @; a resource has at most 50 tags, three of which are the controller's. "
      + "AWS refuses others and the resource is not made. The keys by which the controller finds its resources again "
      + "get the controller's values whatever is written.",
    remedy: "Use keys of your own, in these characters.",
    severity: .error, mistakes: ["M144"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/tags: aws:owner=x,elbv2.k8s.aws/cluster=y,Note=a (b),Env=dev
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["aws:owner", "elbv2.k8s.aws/cluster", "a (b)"])
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/tags: Env=dev,Owner=team@example.com,Größe=a b
      spec:
        ingressClassName: alb
        defaultBackend: {service: {name: web, port: {number: 80}}}
      """
    ],
    check: .tags { source, _, report in
      let tags = source.positionsOfTags
      if tags.count > 47, let span = source.span { report(.tooMany(tags.count), at: span, in: source.object) }
      for position in tags {
        let (key, value) = source.pairs[position]
        if key.startsBytewise(with: "aws:") {
          report(.reserved(key), at: source.places(ofPairAt: position).key, in: source.object)
        } else if trackingKeys.contains(where: { $0.isSameText(as: key) }) {
          report(
            .tracking(key), at: source.places(ofPairAt: position).key, in: source.object, severity: .warning)
        } else if let problem = problem(of: key, longest: 128) {
          report(.refused("key", key, problem), at: source.places(ofPairAt: position).key, in: source.object)
        }
        // A comma at the end is left over from the list, which is another matter.
        let text = value.utf8.last == UInt8(ascii: ",") ? String(value.dropLast()) : value
        if let problem = problem(of: text, longest: 256) {
          report(.refused("value", value, problem), at: source.places(ofPairAt: position).value, in: source.object)
        }
      }
    })

  /// The tags by which the controller finds its resources (pkg/deploy/tracking/provider.go).
  private static let trackingKeys = [
    "elbv2.k8s.aws/cluster", "ingress.k8s.aws/stack", "ingress.k8s.aws/resource", "service.k8s.aws/stack",
    "service.k8s.aws/resource",
  ]

  private static func problem(of text: String, longest: Int) -> String? {
    let length = text.unicodeScalars.count
    if length > longest { return "has \(length) characters; AWS takes \(longest) at most" }
    guard let scalar = text.unicodeScalars.first(where: { !isTagCharacter($0) }) else { return nil }
    return "holds \(RoutingText.name(of: scalar)), which AWS does not take there"
  }

  private static func isTagCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "_", ".", ":", "/", "=", "+", "-", "@", "a"..."z", "A"..."Z", "0"..."9", " ": return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .spaceSeparator, .lineSeparator, .paragraphSeparator:
      return true
    default: return false
    }
  }
}

extension Finding.Message {
  fileprivate static func tooMany(_ count: Int) -> Self {
    "there are \(count) tags; with the controller's three a resource of AWS would have more than 50"
  }

  fileprivate static func reserved(_ key: String) -> Self {
    "the tag \(key) is refused: keys beginning with aws: are AWS's own"
  }

  fileprivate static func tracking(_ key: String) -> Self {
    "the tag \(key) is the controller's own: what is written here is replaced"
  }

  fileprivate static func refused(_ what: String, _ text: String, _ problem: String) -> Self {
    "the tag \(what) \(GoText.quote(text)) \(problem)"
  }
}
