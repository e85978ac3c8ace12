/// The minimum capacity of a load balancer.
///
/// Source: `buildLoadBalancerMinimumCapacity` of `pkg/ingress` and `pkg/service`.
package enum MinimumCapacity {
  /// Reads the units from a `stringMap`; `nil` for an empty one. Keys go bytewise.
  package static func units(from map: PlannedTexts) throws(BuildFailure) -> Planned<Int32>? {
    var units: Planned<Int32>?
    for pair in map {
      let (key, value) = (pair.key, pair.value)
      guard let text = value.known else { continue }
      guard key == "CapacityUnits" else {
        throw BuildFailure(
          "unknown-capacity-key", "invalid key to set the capacity: \(key), Expected key: CapacityUnits",
          at: value.origin.spans)
      }
      do {
        units = Planned(try GoText.parseInteger(text), from: value.origin)
      } catch {
        throw BuildFailure(
          "malformed-capacity", "invalid value to set the capacity: \(text): \(error.message(for: text))",
          at: value.origin.spans)
      }
    }
    return units
  }
}
