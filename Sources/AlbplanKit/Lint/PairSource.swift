import LoadBalancerModel
import Manifests

/// A list of pairs of the input, tags or attributes: what it says, and on demand where.
final class PairSource {
  typealias Places = (key: SourceSpan, value: SourceSpan)

  private enum Origin {
    case annotation(Annotation)
    case parameters([KeyValue])
  }
  /// In the order written.
  let pairs: [TextPair]
  private let origin: Origin
  private lazy var placesInText: [String: Places] =
    if case .annotation(let annotation) = origin { annotation.pairPlaces } else { [:] }
  /// `Ingress shop/web`.
  let object: String

  /// `nil` for a text that the controller cannot read.
  init?(_ annotation: Annotation, in object: String) {
    guard let pairs = AnnotationReader.pairs(annotation.value.value) else { return nil }
    self.pairs = pairs
    origin = .annotation(annotation)
    self.object = object
  }

  /// A list of a class.
  init(_ parameters: [KeyValue], of object: IngressClassParams) {
    pairs = parameters.map { ($0.key.value, $0.value.value) }
    origin = .parameters(parameters)
    self.object = "IngressClassParams \(object.metadata.objectName)"
  }

  /// It is one text, an annotation's.
  var isText: Bool { if case .annotation = origin { true } else { false } }

  /// All of it; of a class the first key.
  var span: SourceSpan? {
    switch origin {
    case .annotation(let annotation): annotation.value.span
    case .parameters(let parameters): parameters.first?.key.span
    }
  }

  /// Where a pair stands; all of the text where that cannot be told. Of pairs with the same key, in an annotation, this
  /// is the last one.
  func places(ofPairAt position: Int) -> Places {
    switch origin {
    case .annotation(let annotation):
      placesInText[pairs[position].key] ?? (annotation.value.span, annotation.value.span)
    case .parameters(let parameters): (parameters[position].key.span, parameters[position].value.span)
    }
  }
}
