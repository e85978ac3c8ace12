package import Manifests

/// Checks an object as the API server of Kubernetes 1.34 does when it is created, after its defaults are filled in.
///
/// What is of a wrong type is `ManifestProblem.wrongType` and passed over here. What only a cluster knows (quotas, free
/// node ports, admission plug-ins) is not looked at. Source: `pkg/apis/networking/validation`,
/// `pkg/apis/core/validation` and the schema of the controller's CRD.
package struct ObjectValidator {
  private let object: YAMLNode
  private var path = FieldPath()
  private(set) var refusals: [FieldRefusal] = []

  private init(_ object: YAMLNode) { self.object = object }

  package static func refusals(ofIngress object: YAMLNode) -> [FieldRefusal] {
    validate(object, name: KubernetesName.problems(ofSubdomain:)) { $0.validateIngress($1) }
  }

  package static func refusals(ofService object: YAMLNode) -> [FieldRefusal] {
    validate(object, name: KubernetesName.problems(ofServiceName:)) { $0.validateService($1) }
  }

  package static func refusals(ofIngressClass object: YAMLNode) -> [FieldRefusal] {
    validate(object, name: KubernetesName.problems(ofSubdomain:)) { $0.validateIngressClass($1) }
  }

  package static func refusals(ofIngressClassParams object: YAMLNode) -> [FieldRefusal] {
    validate(object, name: KubernetesName.problems(ofSubdomain:)) { $0.validateIngressClassParams($1) }
  }

  private static func validate(
    _ object: YAMLNode, name: (String) -> [String], _ body: (inout Self, YAMLNode) -> Void
  ) -> [FieldRefusal] {
    var validator = ObjectValidator(object)
    validator.validateMetadata(of: object, name: name)
    body(&validator, object)
    return validator.refusals
  }
}

// MARK: What the checks are made of

extension ObjectValidator {
  /// So many refusals of one object are enough; looking for the place of each costs the more the longer the lists are.
  private var isFull: Bool { refusals.count >= ManifestLimits.problems }

  /// Says that the present field is refused.
  mutating func refuse(_ reason: String) {
    guard !isFull else { return }
    let place = path.place(in: object)
    refusals.append(
      FieldRefusal(
        path: path.description, reason: Self.brief(reason), value: place.value, span: place.span))
  }

  /// Says that a field is refused, be it there or not.
  mutating func refuse(_ field: String, _ reason: String) {
    within(.field(field)) { $0.refuse(reason) }
  }

  mutating func refuse(_ reasons: [String]) { for reason in reasons { refuse(reason) } }

  mutating func within(_ step: FieldPath.Step, _ body: (inout Self) -> Void) {
    path.append(step)
    body(&self)
    path.removeLast()
  }

  /// Looks into a field that is there and not null.
  mutating func field(_ name: String, of node: YAMLNode, _ body: (inout Self, YAMLNode) -> Void) {
    guard let value = node.present(name) else { return }
    within(.field(name)) { body(&$0, value) }
  }

  /// Looks at each element of a list that is there.
  mutating func elements(_ name: String, of node: YAMLNode, _ body: (inout Self, YAMLNode) -> Void) {
    field(name, of: node) { validator, list in
      for (index, element) in list.elements.enumerated() {
        validator.within(.element(index)) { body(&$0, element) }
      }
    }
  }

  /// Checks a field's text, if there is one.
  mutating func text(_ name: String, of node: YAMLNode, _ problems: (String) -> [String]) {
    field(name, of: node) { validator, value in
      guard value.kind == .scalar else { return }
      validator.refuse(problems(value.text))
    }
  }

  /// Checks that a field's text, if there is one, is one of a few words; what it is when absent does not matter.
  mutating func word(_ name: String, of node: YAMLNode, among words: [String], emptyIsAbsent: Bool = false) {
    text(name, of: node) { text in
      words.contains(text) || emptyIsAbsent && text.isEmpty
        ? [] : ["supported values: " + words.map { "\"\($0)\"" }.joined(separator: ", ")]
    }
  }

  /// The API server's words end with an example and a regular expression; the first half says what is wrong.
  private static func brief(_ reason: String) -> String {
    guard reason.contains("regex used"), let example = reason.utf8.firstIndex(of: UInt8(ascii: "(")) else {
      return reason
    }
    return AnnotationReader.trim(String(reason[..<example]))
  }
}

// MARK: metadata

extension ObjectValidator {
  private mutating func validateMetadata(of object: YAMLNode, name: (String) -> [String]) {
    field("metadata", of: object) { validator, metadata in
      validator.text("name", of: metadata) { $0.isEmpty ? [] : name($0) }
      validator.text("namespace", of: metadata) { $0.isEmpty ? [] : KubernetesName.problems(ofDNSLabel: $0) }
      validator.field("annotations", of: metadata) { validator, annotations in
        guard !Self.areOrdinary(annotations) else { return }
        var size = 0
        for entry in annotations.uniqueEntries {
          let key = entry.key.keyText
          size += key.utf8.count + entry.value.text.utf8.count
          // Kubernetes takes capitals in prefixes of annotations.
          let problems = KubernetesName.problems(
            ofLabelKey: key.utf8.contains { $0 < 0x5B && $0 > 0x40 } ? key.lowercased() : key)
          if !problems.isEmpty { validator.refuse(problems, at: entry.key) }
        }
        if size > 256 << 10 { validator.refuse("must have at most 262144 bytes") }
      }
      validator.labels("labels", of: metadata)
    }
  }

  /// Checks the keys and values of labels.
  mutating func labels(_ name: String, of node: YAMLNode) {
    field(name, of: node) { validator, labels in
      guard !Self.areLabels(labels) else { return }
      for entry in labels.uniqueEntries {
        let problems = KubernetesName.problems(ofLabelKey: entry.key.keyText)
        if !problems.isEmpty { validator.refuse(problems, at: entry.key) }
        validator.refuse(KubernetesName.problems(ofLabelValue: entry.value.textOrEmpty), at: entry.value)
      }
    }
  }

  /// Nothing is wrong with any of the annotations, as is usual: keys that are written twice do not matter then.
  private static func areOrdinary(_ annotations: YAMLNode) -> Bool {
    var size = 0
    for entry in annotations.entries {
      guard let key = entry.key.stringBytes, key.withUnsafeBufferPointer({ KubernetesName.isOrdinary($0) }) else {
        return false
      }
      size += key.count + entry.value.textLength
    }
    return size <= 256 << 10
  }

  /// Nothing is wrong with any of the labels.
  private static func areLabels(_ labels: YAMLNode) -> Bool {
    labels.entries.allSatisfy { entry in
      guard let key = entry.key.stringBytes, let value = entry.value.stringBytes else { return false }
      return key.withUnsafeBufferPointer { KubernetesName.isOrdinary($0) }
        && value.withUnsafeBufferPointer { KubernetesName.isLabelValue($0) }
    }
  }

  /// Keys and values of maps are refused under the map's path.
  private mutating func refuse(_ reasons: [String], at node: YAMLNode) {
    for reason in reasons {
      refusals.append(
        FieldRefusal(
          path: path.description, reason: Self.brief(reason), value: node.text, span: node.span))
    }
  }
}
