import LoadBalancerModel
import Manifests

/// What one member of a group says about something on which all members must agree.
struct GroupStatement {
  /// Tells apart what need not agree: the key of a tag or an attribute; empty for a setting as a whole.
  var key = ""
  /// Members that differ in it contradict each other.
  var value: String
  /// The value in words.
  var text: String
  /// Where it is said; `nil` for a default.
  var span: SourceSpan?
  /// The member by its position in the group.
  var member: Int
}

/// Collects statements on one thing, one of each value.
struct GroupAgreement {
  private(set) var statements: [GroupStatement] = []
  private var values: Set<String> = []

  mutating func add(_ statement: GroupStatement) {
    if values.insert(statement.value).inserted { statements.append(statement) }
  }

  /// Not all say the same.
  var isBroken: Bool { statements.count > 1 }
}

extension LintRule.Report {
  /// Reports that members of a group contradict each other: where the second value is written, with the others' places.
  ///
  /// - Parameter name: what they do not agree on: `scheme`, `tag Env`.
  mutating func callAsFunction(conflict agreement: GroupAgreement, about name: String, in group: IngressGroup) {
    guard agreement.isBroken else { return }
    var statements = agreement.statements
    // A default is written nowhere.
    if statements[1].span == nil { statements.swapAt(0, 1) }
    let (first, second) = (statements[0], statements[1])
    func object(_ statement: GroupStatement) -> String {
      group.members.indices.contains(statement.member) ? group.members[statement.member].object : "an Ingress"
    }
    func place(_ statement: GroupStatement) -> SourceSpan? {
      statement.span
        ?? (group.members.indices.contains(statement.member)
          ? group.members[statement.member].ingress.metadata.name.span : nil)
    }
    guard let span = place(second) else { return }
    var notes = [Finding.Note(.note, "\(object(first)) says \(first.text)", at: place(first))]
    for other in statements.dropFirst(2) {
      notes.append(Finding.Note(.note, "\(object(other)) says \(other.text)", at: place(other)))
    }
    self(
      .conflict(name, second.text, first.text, of: object(first)), at: span, in: object(second), notes: notes)
  }
}

extension Finding.Message {
  fileprivate static func conflict(_ name: String, _ here: String, _ there: String, of object: String) -> Self {
    "\(name) is \(here) here and \(there) in \(object), in the same group"
  }
}

extension Annotation {
  /// What follows the slash of the key.
  var shortName: String { AnnotationName.short(key.value) }
}

/// Names of annotations without their prefix.
enum AnnotationName {
  static func short(_ key: String) -> String {
    guard let slash = key.utf8.firstIndex(of: UInt8(ascii: "/")) else { return key }
    return String(key[key.utf8.index(after: slash)...])
  }
}
