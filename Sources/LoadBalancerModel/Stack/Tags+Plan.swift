extension PlanSink {
  /// Tags, sorted bytewise by key; left out when there are none.
  mutating func member(tags: Tags) {
    if !tags.isEmpty { texts("tags", tags) }
  }

  /// An attribute list; left out when empty. Listeners capitalise the two keys, as the controller's structure does.
  mutating func member(attributes: [ResourceAttribute], as name: StaticString, capitalised: Bool = false) {
    list(name, unlessEmpty: attributes) { plan, attribute in
      plan.object { plan in
        plan.member(capitalised ? "Key" : "key", attribute.key)
        plan.member(capitalised ? "Value" : "value", attribute.value)
      }
    }
  }

  mutating func texts(_ name: StaticString, _ texts: PlannedTexts) {
    object(name) { plan in
      for text in texts {
        plan.key(text.key)
        plan.planned(text.value)
      }
    }
  }
}
