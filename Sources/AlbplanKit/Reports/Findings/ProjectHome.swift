/// Where albplan itself is to be found. All addresses in reports are made here.
package enum ProjectHome {
  /// The address, with a slash at its end, under which the files of albplan's repository can be read in a browser; `nil`
  /// as long as it is published nowhere. Reports then name the place within the repository and make no links.
  package static let url: String? = nil

  /// Where each rule is described, within the repository; the rule's id follows.
  static let rules = "docs/rules.md#"
}

extension LintRule {
  /// Where the rule with an id is described: an address, or at least the place within albplan's repository.
  package static func reference(to id: String) -> String { (ProjectHome.url ?? "") + ProjectHome.rules + id }

  /// The address of that place; `nil` when there is none to follow.
  static func url(of id: String) -> String? { ProjectHome.url == nil ? nil : reference(to: id) }
}
