extension LintRule {
  /// Rules on quotas and ranges of AWS, and cost.
  static let limitRules: [LintRule] = [
    tooManyRules, tooManyConditionValues, tooManyListeners, tooManyTargetGroups, tooManyCertificates,
    tooManySecurityGroups, tooManyInboundRules, tooManyVerifyingListeners, loadBalancerForEachIngress,
    crossZoneTraffic, reservedCapacity,
  ]
}
