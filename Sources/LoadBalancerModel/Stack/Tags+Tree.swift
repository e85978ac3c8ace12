extension PlanObject {
  /// Tags, sorted bytewise by key; left out when there are none.
  mutating func add(tags: Tags) {
    if !tags.isEmpty { add("tags", .sortedMap(tags)) }
  }

  /// An attribute list; left out when empty. Listeners capitalise the two keys, as the controller's structure does.
  mutating func add(attributes: [ResourceAttribute], as name: String, capitalised: Bool = false) {
    add(
      name,
      unlessEmpty: attributes.map { attribute in
        var object = PlanObject()
        object.add(capitalised ? "Key" : "key", attribute.key)
        object.add(capitalised ? "Value" : "value", .planned(attribute.value))
        return object.node
      })
  }
}

extension PlanNode {
  /// A string map with its keys sorted bytewise.
  static func sortedMap(_ map: [String: Planned<String>]) -> PlanNode {
    var object = PlanObject()
    for key in GoText.sortedBytewise(Array(map.keys)) {
      if let value = map[key] { object.add(key, .planned(value)) }
    }
    return object.node
  }

  static func sortedMap(_ map: [String: String]) -> PlanNode {
    var object = PlanObject()
    for key in GoText.sortedBytewise(Array(map.keys)) { object.add(key, ifPresent: map[key]) }
    return object.node
  }
}
