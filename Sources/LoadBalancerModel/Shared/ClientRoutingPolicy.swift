/// The attribute `dns_record.client_routing_policy` of network load balancers.
package enum ClientRoutingPolicy {
  package static let attribute = "dns_record.client_routing_policy"
  package static let values = [
    "any_availability_zone", "partial_availability_zone_affinity", "availability_zone_affinity",
  ]

  /// Throws when the attributes set it to a word that the controller does not know.
  ///
  /// Quirk (since v2.13.0): the text names the Service's annotation even for a frontend NLB.
  package static func check(_ attributes: PlannedTexts) throws(BuildFailure) {
    guard let policy = attributes[attribute], let value = policy.known, !values.contains(value) else { return }
    throw BuildFailure(
      "unknown-client-routing-policy",
      "invalid \(attribute) set in annotation aws-load-balancer-attributes: got '\(value)' "
        + "expected one of ['\(values.joined(separator: "', '"))']",
      at: policy.origin.spans)
  }
}
