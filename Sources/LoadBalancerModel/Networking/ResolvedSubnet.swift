/// A subnet that a load balancer will stand in: its id, and its facts when the VPC's subnets are known.
package struct ResolvedSubnet: Sendable {
  /// Unknown for a subnet given by name while the VPC's subnets are not known.
  package var id: Planned<String>
  package var facts: AWSFacts.Subnet?

  package init(id: Planned<String>, facts: AWSFacts.Subnet?) {
    self.id = id
    self.facts = facts
  }
}
