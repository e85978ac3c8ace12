import Manifests
import Testing

@testable import LoadBalancerModel

private func context(_ text: String) -> ContextFile {
  ContextFile(SourceFile(id: FileID(0), name: "context.yaml", bytes: Array(text.utf8)))
}

private func problems(_ text: String) -> [String] {
  context(text).problems.map { problem in
    "\(problem.span.start.line):\(problem.span.start.column) \(problem.message)"
      + (problem.hint.map { "; \($0)" } ?? "")
  }
}

@Suite struct ContextFileTests {
  @Test func `the controller's set-up is read`() {
    let file = context(
      """
      complete: true
      controller:
        version: v3.4.1
        clusterName: demo
        flags: {default-target-type: ip, default-tags: {team: infra}, external-managed-tags: [owner], enable-waf: no}
        featureGates: {NLBSecurityGroup: false}
        serviceMutatorWebhook: false
      """)
    #expect(file.problems.isEmpty)
    #expect(file.layer.isComplete == true)
    let controller = file.layer.controllerConfiguration()
    #expect(controller.version == ControllerVersion(3, 4, 1))
    #expect(controller.clusterName == "demo")
    #expect(controller.flags.defaultTargetType == "ip")
    #expect(controller.flags.defaultTags == ["team": "infra"])
    #expect(controller.flags.externalManagedTags == ["owner"])
    #expect(!controller.flags.enableWAF)
    #expect(!controller.featureGates[.nlbSecurityGroup])
    #expect(!controller.hasServiceMutatorWebhook)
    #expect(controller.startupRefusal() == nil)
  }

  @Test func `the facts of AWS are read`() {
    let aws = context(
      """
      aws:
        region: us-west-2
        accountID: "011122223333"
        vpcID: vpc-0
        vpcCIDRs: [10.0.0.0/16]
        vpcIPv6CIDRs: ["2600:1f13::/56"]
        subnets:
        - {id: subnet-0, availabilityZone: us-west-2a, availabilityZoneID: usw2-az1, cidrBlock: 10.0.0.0/20,
           ipv6CIDRBlocks: ["2600:1f13::/64"], availableIPAddressCount: 9, public: true, outpostARN: arn:o,
           zoneType: local-zone, tags: {Name: a}}
        - {id: subnet-1, availabilityZone: us-west-2b}
        securityGroups: [{id: sg-0, name: n, tags: {Name: web}}]
        backendSecurityGroup: sg-1
        certificates: [{arn: arn:c, domains: ["*.a.org"], type: PRIVATE, certificateAuthorityARN: arn:ca, tags: {a: b}}]
        targetGroups: [{name: t, arn: arn:t}]
        webACLs: []
        elasticIPs: [eipalloc-0]
        loadBalancers: [{arn: arn:l, name: l, scheme: internal, type: network, subnets: [subnet-0],
                         securityGroups: [sg-0], tags: {a: b}}]
      """
    ).layer.aws
    #expect(aws.region == "us-west-2" && aws.accountID == "011122223333" && aws.vpcID == "vpc-0")
    #expect(aws.vpcCIDRs == ["10.0.0.0/16"] && aws.vpcIPv6CIDRs == ["2600:1f13::/56"])
    var subnet = AWSFacts.Subnet(
      id: "subnet-0", availabilityZone: "us-west-2a", availabilityZoneID: "usw2-az1", cidrBlock: "10.0.0.0/20")
    subnet.ipv6CIDRBlocks = ["2600:1f13::/64"]
    subnet.availableIPAddressCount = 9
    subnet.isPublic = true
    subnet.outpostARN = "arn:o"
    subnet.zoneType = "local-zone"
    subnet.tags = ["Name": "a"]
    #expect(aws.subnets?.first == subnet)
    #expect(aws.subnets?.last?.availabilityZoneID == "us-west-2b")
    #expect(aws.subnets?.last?.availableIPAddressCount == nil)
    #expect(aws.securityGroups?.first?.tags == ["Name": "web"])
    #expect(aws.backendSecurityGroup == "sg-1")
    #expect(aws.certificates?.first?.domains == ["*.a.org"])
    #expect(aws.certificates?.first?.certificateAuthorityARN == "arn:ca")
    #expect(aws.targetGroups?.first == AWSFacts.NamedResource(name: "t", arn: "arn:t"))
    #expect(aws.webACLs == [])
    #expect(aws.trustStores == nil)
    #expect(aws.elasticIPs == ["eipalloc-0"])
    #expect(aws.loadBalancers?.first?.subnets == ["subnet-0"])
  }

  @Test(arguments: ["", "---\n", "# nothing\n", "controller:\naws: ~\n"])
  func `what says nothing leaves everything unknown`(text: String) {
    let file = context(text)
    #expect(file.problems.isEmpty)
    #expect(file.layer.aws == AWSFacts())
    #expect(file.layer.isComplete == nil)
  }

  @Test func `an unknown key names its place and the nearest one`() {
    #expect(
      problems("aws:\n  acountID: \"1\"\n  subnets:\n  - id: subnet-0\n    availabilityZone: a\n    publik: true\n")
        == [
          "2:3 \"acountID\" is no key of aws; did you mean \"accountID\"?",
          "6:5 \"publik\" is no key of aws.subnets[0]; did you mean \"public\"?",
        ])
    #expect(
      problems("zzz: 1\n")
        == ["1:1 \"zzz\" is no key of the context file; the keys are complete, controller, aws"])
  }

  @Test func `values of the wrong type say what they have to be`() {
    #expect(problems("complete: \"true\"\n") == ["1:11 complete has to be true or false, not \"true\""])
    #expect(
      problems("aws: {accountID: 111122223333}\n") == [
        "1:18 aws.accountID has to be a text, not the number 111122223333; put it in quotes"
      ])
    #expect(problems("aws: {vpcCIDRs: 10.0.0.0/16}\n") == ["1:17 aws.vpcCIDRs has to be a list, not \"10.0.0.0/16\""])
    #expect(problems("aws: {elasticIPs: [{}]}\n") == ["1:20 aws.elasticIPs[0] has to be a text, not a mapping"])
    #expect(problems("aws: []\n") == ["1:6 aws has to be a mapping, not a list"])
    #expect(problems("- aws\n") == ["1:1 the context file has to be a mapping, not a list"])
    #expect(
      problems("controller: {version: new}\n") == [
        "1:23 controller.version has to be a release such as v3.5.0, not \"new\""
      ])
    #expect(
      problems("controller: {flags: {ingress-class: [a]}}\n") == [
        "1:37 controller.flags.ingress-class has to be a single value, not a list"
      ])
    #expect(
      problems("aws: {certificates: [{arn: a, type: IMPORTD}]}\n")
        == [
          "1:37 aws.certificates[0].type has to be one of AMAZON_ISSUED, IMPORTED, PRIVATE, not \"IMPORTD\"; "
            + "did you mean \"IMPORTED\"?"
        ])
  }

  @Test func `an object without the key that names it is a problem and is left out`() {
    let file = context("aws:\n  subnets:\n  - availabilityZone: a\n  - {id: subnet-0, availabilityZone: a}\n")
    #expect(file.problems.map(\.message) == ["aws.subnets[0] needs the key id"])
    #expect(file.layer.aws.subnets?.map(\.id) == ["subnet-0"])
  }

  @Test func `broken YAML, doubled keys and a second document are problems`() {
    #expect(problems("aws: {region: a\n").count == 1)
    #expect(problems("aws: {region: a, region: b}\n").count == 1)
    #expect(problems("aws: {}\n---\naws: {}\n") == ["3:1 the context file holds 2 documents, not one"])
  }
}

@Suite struct ProjectSettingsTests {
  private func settings(_ text: String) -> ProjectSettings {
    ProjectSettings(SourceFile(id: FileID(0), name: ".albplan.yaml", bytes: Array(text.utf8)))
  }

  @Test func `settings hold the keys of a context file and those of the linter`() {
    let settings = settings(
      """
      controller: {clusterName: demo}
      context: ci/context.yaml
      select: [all]
      extend-select: [a]
      ignore: [b]
      severity: {a: off, b: error}
      per-file-ignores: {"tests/**": [a, b]}
      exclude: [vendor/**]
      format: markdown
      fail-on: error
      """)
    #expect(settings.problems.isEmpty)
    #expect(settings.layer.clusterName == "demo")
    #expect(settings.contextPath?.value == "ci/context.yaml")
    #expect(settings.lint.select?.map(\.value) == ["all"])
    #expect(settings.lint.extendSelect?.map(\.value) == ["a"])
    #expect(settings.lint.ignore?.map(\.value) == ["b"])
    #expect(settings.lint.severities.map { "\($0.rule.value) \($0.severity.value)" } == ["a off", "b error"])
    #expect(
      settings.lint.perFileIgnores.map { "\($0.pattern.value) \($0.rules.map(\.value))" } == ["tests/** [\"a\", \"b\"]"]
    )
    #expect(settings.lint.exclude?.map(\.value) == ["vendor/**"])
    #expect(settings.lint.format?.value == "markdown")
    #expect(settings.lint.failOn?.value == "error")
  }

  @Test func `unknown words and keys are problems`() {
    let problems = settings("fail-on: warnings\nselct: []\n").problems
    #expect(
      problems.map(\.message) == [
        "fail-on has to be one of error, warning, info, never, not \"warnings\"", "\"selct\" is no key of the settings",
      ])
    #expect(problems.map(\.hint) == ["did you mean \"warning\"?", "did you mean \"select\"?"])
  }
}
