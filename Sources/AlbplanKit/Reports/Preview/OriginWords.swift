import LoadBalancerModel
import Manifests

/// Says where a value comes from, in a few words.
enum OriginWords {
  /// Where a value was decided, for a sentence: `annotation scheme`, `flag default-target-type`.
  static func source(_ origin: Origin) -> PlanText {
    switch origin.source {
    case .annotation(let key): "annotation \(verbatim: shortened(key))"
    case .field(let path): PlanText(verbatim: path)
    case .classParameters(let path): "IngressClassParams \(verbatim: path)"
    case .flag(let name): "flag \(verbatim: name)"
    case .featureGate(let name): "feature gate \(verbatim: name)"
    case .context(let key): "context \(verbatim: key)"
    case .controllerDefault: "controller default"
    case .computed(let how): "computed: \(verbatim: how)"
    }
  }

  /// An annotation key without the prefix that all keys of its kind have.
  static func shortened(_ key: String) -> String {
    for prefix in ["alb.ingress.kubernetes.io/", "service.beta.kubernetes.io/"] where key.hasPrefix(prefix) {
      return String(key.dropFirst(prefix.count))
    }
    return key
  }

  /// At most this many places are named; the rest is counted.
  private static let limit = 3

  /// The places that caused a line, `ingress.yaml:14`, or what else did; each once.
  static func places(_ origins: [Origin], files: [SourceFile]) -> PlanText {
    var parts: [PlanText] = []
    var seen: Set<PlanText> = []
    for origin in origins {
      for part in places(origin, files: files) where seen.insert(part).inserted { parts.append(part) }
    }
    guard parts.count > limit else { return parts.joined() }
    return Array(parts.prefix(limit)).joined() + " and \(parts.count - limit) more"
  }

  private static func places(_ origin: Origin, files: [SourceFile]) -> [PlanText] {
    guard !origin.spans.isEmpty else { return [source(origin)] }
    return origin.spans.map { span in
      let place: PlanText = "\(verbatim: files.name(of: span.file)):\(span.start.line)"
      guard case .classParameters(let path) = origin.source else { return place }
      return "\(place) (IngressClassParams \(verbatim: path))"
    }
  }
}

extension Array<SourceFile> {
  /// The name under which messages speak of a file.
  func name(of file: FileID) -> String {
    let index = Int(file.index)
    return indices.contains(index) ? self[index].name : "<unknown>"
  }
}
