import LoadBalancerModel
import Manifests

extension LintRule {
  package static let backendRulesNotManaged = LintRule(
    id: "backend-rules-not-managed",
    summary: "A load balancer has security groups of its own, and the controller does not open the targets to it.",
    rationale:
      "With security-groups the controller leaves the security groups of nodes and pods alone, unless "
      + "manage-backend-security-group-rules says otherwise. Where they do not let these groups in already, the "
      + "targets are unhealthy and clients get 504.",
    remedy: "Set manage-backend-security-group-rules: \"true\", or allow the groups on the nodes and pods yourself.",
    severity: .info, mistakes: ["M126"],
    flagged: [
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/security-groups: sg-1"), marks: ["sg-1"]),
      Example(
        SampleManifest.loadBalancer("dns", "service.beta.kubernetes.io/aws-load-balancer-security-groups: sg-1"),
        marks: ["sg-1"]),
    ],
    accepted: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/security-groups: sg-1
          alb.ingress.kubernetes.io/manage-backend-security-group-rules: "true"
          """))
    ],
    check: .stacks { outcome, context, report in
      guard !context.controller.flags.enableManageBackendSecurityGroupRules else { return }
      switch outcome.owner {
      case .ingressGroup(let group):
        guard let groups = group.members.lazy.compactMap(\.securityGroups).first,
          !group.members.contains(where: {
            $0.annotations[AnnotationDefinition.Ingress.manageBackendSecurityGroupRules.key] != nil
          })
        else { return }
        report(.backendRulesNotManaged, at: groups.value.span, in: outcome.carrier(at: groups.value.span))
      case .service(let service):
        guard service.namesSecurityGroups, !service.declinesSecurityGroup(context.controller),
          let groups = service.metadata.annotations[AnnotationDefinition.Service.securityGroups.key],
          service.metadata.annotations[AnnotationDefinition.Service.manageBackendSecurityGroupRules.key] == nil
        else { return }
        report(.backendRulesNotManaged, at: groups.value.span, in: outcome.carrier(at: groups.value.span))
      }
    })

  package static let backendRulesSettingWithoutEffect = LintRule(
    id: "backend-rules-setting-without-effect",
    summary: "manage-backend-security-group-rules stands without security-groups and does nothing.",
    rationale: "The controller reads it only for load balancers with security groups of their own, or a network load "
      + "balancer without any. Otherwise it makes its managed security groups and their rules whatever this says.",
    remedy: "Name security-groups, or remove the setting; a network load balancer without security groups needs "
      + "aws-load-balancer-disable-nlb-sg: \"true\".",
    severity: .warning, mistakes: ["M127"],
    flagged: [
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/manage-backend-security-group-rules: \"false\""),
        marks: ["alb.ingress.kubernetes.io/manage-backend-security-group-rules"])
    ],
    accepted: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/security-groups: sg-1
          alb.ingress.kubernetes.io/manage-backend-security-group-rules: "false"
          """))
    ],
    check: .stacks { outcome, context, report in
      switch outcome.owner {
      case .ingressGroup(let group):
        guard !group.members.contains(where: { $0.securityGroups != nil }) else { return }
        for member in group.members {
          report(
            member.annotations[AnnotationDefinition.Ingress.manageBackendSecurityGroupRules.key],
            in: "Ingress \(member.name)")
        }
      case .service(let service):
        // An existing load balancer may have no security groups, and then it is read.
        guard service.hasManagedSecurityGroup(context.controller), context.world.aws.loadBalancers?.isEmpty != false
        else { return }
        report(
          service.metadata.annotations[AnnotationDefinition.Service.manageBackendSecurityGroupRules.key],
          in: "Service \(service.metadata.objectName)")
      }
    })

  package static let backendSecurityGroupRequired = LintRule(
    id: "backend-security-group-required",
    summary: "The controller is to manage rules for the targets, but may have no security group for it.",
    rationale:
      "manage-backend-security-group-rules with security groups of one's own needs the shared backend security "
      + "group, which the controller's flag enable-backend-security-group switches off; it refuses the load balancer.",
    remedy: "Let the controller have a backend security group, or remove manage-backend-security-group-rules.",
    severity: .error, mistakes: ["M126"], refusals: ["backend-security-group-required"],
    flagged: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/security-groups: sg-1
          alb.ingress.kubernetes.io/manage-backend-security-group-rules: "true"
          """), context: "controller: {flags: {enable-backend-security-group: false}}")
    ],
    accepted: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/security-groups: sg-1
          alb.ingress.kubernetes.io/manage-backend-security-group-rules: "true"
          """))
    ],
    check: .refusalsOnly)
}

extension LintRule.Report {
  /// True is what happens anyway; only false is a surprise.
  fileprivate mutating func callAsFunction(_ setting: Annotation?, in object: String) {
    guard let setting, let value = try? AnnotationReader.bool(setting).known else { return }
    self(
      .backendRulesSettingWithoutEffect, at: setting.key.span, in: object, severity: value ? .info : .warning)
  }
}

extension Finding.Message {
  fileprivate static let backendRulesNotManaged: Self =
    "the controller does not open the targets to these groups: nodes and pods must let them in already"
  fileprivate static let backendRulesSettingWithoutEffect: Self =
    "this has no effect without security groups of the load balancer's own: the rules are managed all the same"
}
