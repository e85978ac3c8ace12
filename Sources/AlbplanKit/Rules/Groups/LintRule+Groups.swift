extension LintRule {
  /// Rules on members of an IngressGroup.
  static let groupRules: [LintRule] = [
    conflictingGroupSettings, conflictingListenerSettings, invalidGroupName, groupOrderOutOfRange,
    groupOrderWithoutGroup, severalDefaultBackends, pathClaimedTwice, sharedLoadBalancerName,
  ]
}
