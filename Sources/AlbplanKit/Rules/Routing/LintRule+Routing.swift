extension LintRule {
  /// Rules on rules, paths, hosts, actions, conditions and transforms.
  static let routingRules: [LintRule] = [
    wildcardInLiteralPath, pathWithoutWildcard, shadowedRule, ruleDroppedByRedirect, redirectToItself,
    regexInPlainPath, unanchoredRegexPath, unsupportedRegex, refusedPath, refusedHost, missingBackendService,
    missingServicePort, backendWithoutService, missingAction, actionWithoutUseAnnotation, unusedRoutingAnnotation,
    unknownJSONKey, incompleteAction, refusedStatusCode, refusedFixedResponse, refusedRedirect,
    redirectFromHTTPSToHTTP, refusedForward, targetGroupOnTwoLoadBalancers, unknownTargetGroup,
    ignoredServiceAuthentication,
    incompleteCondition, unknownConditionField, refusedConditionValue, alternativeCondition, refusedTransform,
    transformWithoutForward, wildcardInHeaderName, redirectWithFixedQuery, prefixWithinWord,
  ]
}
