import Manifests
import Testing

@testable import LoadBalancerModel

@Suite struct ControllerStartTests {
  private func refusal(
    _ assignments: String..., gates: String..., change: (inout ConfigurationLayer) -> Void = { _ in }
  )
    -> StartupRefusal?
  {
    var layer = ConfigurationLayer()
    layer.clusterName = "demo"
    for text in assignments { if let flag = FlagSetting(assignment: text) { layer.add(flag) } }
    layer.featureGates = gates.compactMap { FeatureGateSetting(assignment: $0) }
    change(&layer)
    return layer.controllerConfiguration().refusal
  }

  @Test func `a controller without settings starts`() {
    #expect(refusal() == nil)
  }

  @Test func `an empty cluster name is refused, an unknown one is not`() {
    #expect(refusal { $0.clusterName = "" }?.message == "kubernetes cluster name must be specified")
    #expect(refusal { $0.clusterName = nil } == nil)
  }

  @Test func `unknown flags are refused with the nearest name`() {
    let refusal = refusal("default-tag=a=b")
    #expect(refusal?.message == "unknown flag: --default-tag")
    #expect(refusal?.hint == "did you mean \"default-tags\"?")
  }

  @Test(arguments: [
    ("enable-backend-security-group=yes", "strconv.ParseBool: parsing \"yes\": invalid syntax"),
    ("webhook-bind-port=https", "strconv.ParseInt: parsing \"https\": invalid syntax"),
    (
      "webhook-bind-port=99999999999999999999", "strconv.ParseInt: parsing \"99999999999999999999\": value out of range"
    ),
    ("sync-period=10", "time: missing unit in duration \"10\""),
    ("sync-period=ten", "time: invalid duration \"ten\""),
    ("sync-period=1d", "time: unknown unit \"d\" in duration \"1d\""),
    ("default-tags=team", "team must be formatted as key=value"),
    ("default-tags=a=b,c=d,e", "e must be formatted as key=value"),
  ])
  func `text that a flag cannot be read from is refused`(assignment: String, reason: String) {
    let name = assignment.prefix { $0 != "=" }
    let value = assignment.drop { $0 != "=" }.dropFirst()
    #expect(refusal(assignment)?.message == "invalid argument \"\(value)\" for \"--\(name)\" flag: \(reason)")
  }

  @Test(arguments: [
    "webhook-bind-port=0x24F3", "webhook-bind-port=-0", "sync-period=1h30m", "sync-period=0", "sync-period=-1.5s",
    "aws-api-throttle=anything", "--enable-waf", "kubeconfig=",
  ])
  func `flags that do not matter to a plan are read and let be`(assignment: String) {
    #expect(refusal(assignment) == nil)
  }

  @Test func `gates that the controller does not know are refused with all that was given`() {
    let refusal = refusal(gates: "NLBSecurityGroup=false", "NLBHealthCheckAdvancedConfiguration=true")
    #expect(
      refusal?.message == "invalid argument \"NLBSecurityGroup=false,NLBHealthCheckAdvancedConfiguration=true\" "
        + "for \"--feature-gates\" flag: unknown feature: NLBHealthCheckAdvancedConfiguration")
    #expect(
      refusal?.hint
        == "the documentation spells it so, but the controller knows it as \"NLBHealthCheckAdvancedConfig\"")
    #expect(self.refusal(gates: "NLBSecurityGroups=true")?.hint == "did you mean \"NLBSecurityGroup\"?")
  }

  @Test func `a gate that is neither on nor off is refused before unknown names`() {
    #expect(
      refusal(gates: "Nothing=true", "NLBSecurityGroup=maybe")?.message
        == "invalid argument \"Nothing=true,NLBSecurityGroup=maybe\" for \"--feature-gates\" flag: "
        + "failed to parse feature-gates settings due to invalid mapStringBool: NLBSecurityGroup=maybe")
  }

  @Test func `what the controller validates is checked in its order`() {
    #expect(
      refusal("default-tags=service.k8s.aws/stack=x,elbv2.k8s.aws/cluster=y", "default-target-type=pod")?.message
        == "tag key elbv2.k8s.aws/cluster cannot be specified in default-tags flag")
    #expect(
      refusal("external-managed-tags=a,ingress.k8s.aws/resource")?.message
        == "tag key ingress.k8s.aws/resource cannot be specified in external-managed-tags flag")
    #expect(
      refusal("external-managed-tags=a", "default-tags=a=b")?.message
        == "tag key a cannot be specified in both default-tags and external-managed-tags flag")
    #expect(refusal("default-target-type=IP")?.message == "invalid value IP for default target type")
    #expect(refusal("default-load-balancer-scheme=public")?.message == "invalid value public for default scheme")
    #expect(refusal("backend-security-group=web")?.message == "invalid value web for backend security group id")
    #expect(
      refusal("enable-manage-backend-security-group-rules", "enable-backend-security-group=false")?.message
        == "backend security group must be enabled when manage backend security group rule is enabled")
    for label in ["a", "=a", "a="] {
      #expect(
        refusal("required-secrets-label=\(label)")?.message
          == "invalid value \"\(label)\" for --required-secrets-label: must be in key=value format")
    }
    #expect(refusal("required-secrets-label=a=b=c") == nil)
  }

  @Test func `the known backend security group is checked as the flag of that name`() {
    #expect(
      refusal { $0.aws.backendSecurityGroup = "web" }?.message == "invalid value web for backend security group id")
  }

  @Test func `a refusal points at the place in the file`() {
    let file = ContextFile(
      SourceFile(
        id: FileID(0), name: "context.yaml",
        bytes: Array("controller:\n  flags:\n    default-target-type: pod\n".utf8)))
    #expect(file.layer.controllerConfiguration().refusal?.span?.start == SourcePosition(line: 3, column: 26))
  }
}

@Suite struct FlagTextTests {
  @Test func `a comma list may quote`() {
    #expect(FlagText.list("") == [])
    #expect(FlagText.list("a,b") == ["a", "b"])
    #expect(FlagText.list("\"a,b\",\"say \"\"hi\"\"\",") == ["a,b", "say \"hi\"", ""])
  }

  @Test func `with one equals sign there is one pair`() throws {
    #expect(try FlagText.map("a=b,c") == ["a": "b,c"])
    #expect(try FlagText.map("a=b,c=d=e,a=f") == ["a": "f", "c": "d=e"])
  }
}

@Suite struct ConfigurationLayerTests {
  private func layer(_ change: (inout ConfigurationLayer) -> Void) -> ConfigurationLayer {
    var layer = ConfigurationLayer()
    change(&layer)
    return layer
  }

  @Test func `the upper layer counts flag by flag, gate by gate and list by list`() {
    let file = layer {
      $0.clusterName = "file"
      $0.flags = [FlagSetting("ingress-class", .text("file")), FlagSetting("default-target-type", .text("ip"))]
      $0.featureGates = [
        FeatureGateSetting("NLBSecurityGroup", "false"), FeatureGateSetting("ALBSingleSubnet", "true"),
      ]
      $0.aws.region = "file"
      $0.aws.subnets = []
      $0.isComplete = true
    }
    let line = layer {
      $0.add(FlagSetting("ingress-class", .text("line")))
      $0.featureGates = [FeatureGateSetting("NLBSecurityGroup", "true")]
      $0.aws.region = "line"
    }
    let merged = line.over(file)
    let controller = merged.controllerConfiguration()
    #expect(controller.clusterName == "file")
    #expect(controller.flags.ingressClass == "line")
    #expect(controller.flags.defaultTargetType == "ip")
    #expect(controller.featureGates[.nlbSecurityGroup])
    #expect(controller.featureGates[.albSingleSubnet])
    #expect(merged.aws.region == "line")
    #expect(merged.aws.subnets == [])
    #expect(merged.isComplete == true)
  }

  @Test func `flags that say the same as a key become that key`() {
    let layer = layer {
      $0.add(FlagSetting("cluster-name", .text("demo")))
      $0.add(FlagSetting("aws-vpc-id", .text("vpc-0")))
      $0.add(FlagSetting("aws-region", .text("eu-west-1")))
      $0.add(FlagSetting("feature-gates", .text("ALBSingleSubnet=true, NLBSecurityGroup=false")))
    }
    #expect(layer.flags.isEmpty)
    #expect(layer.clusterName == "demo" && layer.aws.vpcID == "vpc-0" && layer.aws.region == "eu-west-1")
    let gates = layer.controllerConfiguration().featureGates
    #expect(gates[.albSingleSubnet] && !gates[.nlbSecurityGroup])
  }
}
