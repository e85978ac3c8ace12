extension LintRule {
  /// Rules on schemes, subnets, security groups and sources.
  static let networkRules: [LintRule] = [
    schemeLeftOut, sourcesBesideSecurityGroups, sourcesOpenToEveryone, sourceRangesOverridden, ipv6SourcesIgnored,
    openToTheWorld, backendRulesNotManaged, backendRulesSettingWithoutEffect, backendSecurityGroupRequired,
    tooFewSubnets, repeatedSubnet, unsuitableSubnets, privateSubnets, unknownSecurityGroup, sharedTargetGroup,
    unknownWebACL, unknownExistingScheme, sourceRangesWithoutSecurityGroup, subnetNameLikeID,
  ]
}
