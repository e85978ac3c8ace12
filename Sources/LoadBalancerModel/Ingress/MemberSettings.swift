import Manifests

/// The distinct values that the members of a group give one setting of the load balancer, in member order.
///
/// The origin of each value has the places of all members that give it.
struct MemberSettings {
  private(set) var values: [Planned<String>] = []

  mutating func insert(_ text: String, from origin: Origin) {
    for index in values.indices where values[index].known?.isSameText(as: text) == true {
      values[index].origin.add(origin)
      return
    }
    values.append(Planned(text, from: origin))
  }

  /// The places of all values, for a conflict.
  var spans: [SourceSpan] { values.flatMap(\.origin.spans) }

  /// The values sorted bytewise, as Go's sets list them.
  var sortedTexts: [String] { GoText.sortedBytewise(values.compactMap(\.known)) }
}

extension IngressModelBuilder {
  /// Collects a setting over the members: the class parameter of a member hides its annotation.
  func memberSettings(
    _ definition: AnnotationDefinition, classField: String? = nil,
    classParameter: (IngressClassParams) -> Located<String>? = { _ in nil }
  ) -> MemberSettings {
    var settings = MemberSettings()
    for member in group.members {
      if let classField, let parameters = member.settings?.parameters, let value = classParameter(parameters) {
        settings.insert(value.value, from: .classParameters(classField, at: value.span))
      } else if let annotation = member.annotations[definition.key] {
        settings.insert(annotation.value.value, from: .annotation(annotation))
      }
    }
    return settings
  }

  /// The lists that the members give with an annotation, in member order; those without it give none.
  func memberLists(_ definition: AnnotationDefinition) -> [Planned<[String]>] {
    group.members.compactMap { AnnotationReader($0.annotations).stringList(definition) }
  }

  /// The first list, if all others equal it by `isSame`; `nil` when there is none.
  func agreedList(
    _ lists: [Planned<[String]>], isSame: ([String], [String]) -> Bool = { $0 == $1 },
    conflict: (_ first: [String], _ other: [String], _ culprits: [SourceSpan]) -> BuildFailure
  ) throws(BuildFailure) -> Planned<[String]>? {
    guard let first = lists.first else { return nil }
    for other in lists.dropFirst() {
      let (left, right) = (first.known ?? [], other.known ?? [])
      if !isSame(left, right) { throw conflict(left, right, first.origin.spans + other.origin.spans) }
    }
    return first
  }

  /// A setting of type bool over the members: the value all agree on, or `nil` when nobody sets it.
  ///
  /// A conflict is reported at once, or only when all members could be read.
  func agreedBool(
    _ definition: AnnotationDefinition, code: FailureCode, conflict: String, reportsConflictAtOnce: Bool = false
  ) throws(BuildFailure) -> Planned<Bool>? {
    var agreed: Planned<Bool>?
    var conflicting: Planned<Bool>?
    func failure(_ agreed: Planned<Bool>, _ conflicting: Planned<Bool>) -> BuildFailure {
      BuildFailure(code, conflict, at: agreed.origin.spans + conflicting.origin.spans)
    }
    for member in group.members {
      guard let value = try AnnotationReader(member.annotations).bool(definition) else { continue }
      guard let first = agreed else {
        agreed = value
        continue
      }
      if first.known == value.known {
        agreed?.origin.add(value.origin)
      } else if reportsConflictAtOnce {
        throw failure(first, value)
      } else if conflicting == nil {
        conflicting = value
      }
    }
    if let agreed, let conflicting { throw failure(agreed, conflicting) }
    return agreed
  }
}

extension [String] {
  /// The same items, whatever their order.
  func isSameMultiset(as other: [String]) -> Bool {
    count == other.count && GoText.sortedBytewise(self) == GoText.sortedBytewise(other)
  }
}
