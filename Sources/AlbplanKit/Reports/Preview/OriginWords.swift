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

  /// At most this many causes are named; the rest is counted.
  private static let limit = 4

  /// What caused a line, each cause once: `ingress.yaml:14, :16`, `flag default-target-type`. Empty when nothing can be
  /// named.
  static func causes(_ origins: [Origin], files: [SourceFile]) -> PlanText {
    var parts: [PlanText] = []
    var seen: Set<Cause> = []
    var lastFile: FileID?
    // Lines of manifests tell more than anything else.
    let causes = origins.flatMap { Self.causes($0) }
    for cause in causes.filter(\.isPlace) + causes.filter({ !$0.isPlace }) where seen.insert(cause).inserted {
      switch cause {
      // The file has just been named.
      case .place(let file, let line) where file == lastFile: parts.append(":\(line)")
      case .place(let file, let line):
        lastFile = file
        parts.append("\(verbatim: files.name(of: file)):\(line)")
      case .source(let text):
        lastFile = nil
        parts.append(text)
      }
    }
    guard parts.count > limit else { return parts.joined() }
    return Array(parts.prefix(limit)).joined() + " and \(parts.count - limit) more"
  }

  private enum Cause: Hashable {
    case place(FileID, UInt32)
    case source(PlanText)

    var isPlace: Bool {
      if case .place = self { true } else { false }
    }
  }

  private static func causes(_ origin: Origin) -> [Cause] {
    if !origin.spans.isEmpty { return origin.spans.map { .place($0.file, $0.start.line) } }
    // A field without a place belongs to an object that the input does not hold.
    if case .field = origin.source { return [] }
    return [.source(source(origin))]
  }
}

extension Array<SourceFile> {
  /// The name under which messages speak of a file.
  func name(of file: FileID) -> String {
    let index = Int(file.index)
    return indices.contains(index) ? self[index].name : "<unknown>"
  }
}
