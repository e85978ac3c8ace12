import LoadBalancerModel
import Manifests

extension LintRule {
  package static let addressesForOtherScheme = LintRule(
    id: "addresses-for-other-scheme",
    summary: "Fixed addresses are given that the scheme of the load balancer does not allow.",
    rationale:
      "Elastic IP addresses and IPv6 addresses of one's own need an internet-facing load balancer, private IPv4 "
      + "addresses an internal one. The controller refuses the others, but for IPv6 addresses, which AWS refuses. "
      + "Without a scheme a load balancer is internal.",
    remedy: "Set the scheme that fits, or remove the addresses.",
    severity: .error, mistakes: ["M119"],
    refusals: ["elastic-ips-on-internal-load-balancer", "private-ipv4-on-internet-facing"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-eip-allocations: eipalloc-1,eipalloc-2"),
        marks: ["eipalloc-1,eipalloc-2"]),
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses: 10.0.0.10",
          scheme: "internet-facing"), marks: ["10.0.0.10"]),
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-eip-allocations: eipalloc-1,eipalloc-2",
          scheme: "internet-facing")),
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses: 10.0.0.10")),
    ],
    check: .services { subject, context, report in
      guard subject.isHandled, let scheme = subject.scheme(context) else { return }
      let definitions: [(AnnotationDefinition, LoadBalancerScheme)] = [
        (AnnotationDefinition.Service.eipAllocations, .internetFacing),
        (AnnotationDefinition.Service.ipv6Addresses, .internetFacing),
        (AnnotationDefinition.Service.privateIPv4Addresses, .internal),
      ]
      for (definition, needed) in definitions where needed != scheme.known {
        guard let annotation = subject.annotations.annotation(definition) else { continue }
        let note =
          scheme.origin.spans.first.map { Finding.Note(.note, "the scheme", at: $0) }
          ?? Finding.Note(.note, "without a scheme the load balancer is internal")
        report(.addressesForOtherScheme(needed), at: annotation.value.span, in: subject.object, notes: [note])
      }
    })

  package static let addressesWithoutDualstack = LintRule(
    id: "addresses-without-dualstack",
    summary: "A setting for IPv6 stands at a load balancer that has IPv4 only.",
    rationale:
      "IPv6 addresses, and prefixes for IPv6 source NAT, need the address type dualstack; the prefixes also need "
      + "enable-prefix-for-ipv6-source-nat: on. The controller refuses the Service otherwise.",
    remedy: "Set aws-load-balancer-ip-address-type: dualstack, or remove the setting.",
    severity: .error, mistakes: ["M119"],
    refusals: [
      "ipv6-addresses-without-dualstack", "source-nat-without-dualstack", "source-nat-prefixes-without-dualstack",
      "source-nat-prefixes-without-source-nat",
    ],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-ipv6-addresses: \"2001:db8::1\"",
          scheme: "internet-facing"), marks: ["\"2001:db8::1\""]),
      Example(
        SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-ip-address-type: dualstack
          service.beta.kubernetes.io/aws-load-balancer-source-nat-ipv6-prefixes: auto_assigned
          """), marks: ["auto_assigned"]),
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-ip-address-type: dualstack
          service.beta.kubernetes.io/aws-load-balancer-enable-prefix-for-ipv6-source-nat: "on"
          service.beta.kubernetes.io/aws-load-balancer-source-nat-ipv6-prefixes: auto_assigned
          """))
    ],
    check: .services { subject, _, report in
      guard subject.isHandled else { return }
      let keys = AnnotationDefinition.Service.self
      let type = subject.annotations.annotation(keys.ipAddressType)?.value.value ?? "ipv4"
      let sourceNAT = subject.annotations.annotation(keys.enablePrefixForIPv6SourceNAT)
      let prefixes = subject.annotations.annotation(keys.sourceNATIPv6Prefixes)
      if type == LoadBalancerIPAddressType.ipv4.rawValue {
        let isOn = sourceNAT?.value.value == "on"
        for annotation in [subject.annotations.annotation(keys.ipv6Addresses), isOn ? sourceNAT : nil, prefixes] {
          guard let annotation else { continue }
          report(.needsDualstack, at: annotation.value.span, in: subject.object)
        }
      } else if let prefixes, type == LoadBalancerIPAddressType.dualstack.rawValue,
        sourceNAT == nil || sourceNAT?.value.value == "off"
      {
        report(.needsSourceNAT, at: prefixes.value.span, in: subject.object)
      }
    })

  package static let addressCount = LintRule(
    id: "address-count",
    summary: "There are not as many fixed addresses as subnets.",
    rationale:
      "A load balancer has one address of a kind in each of its subnets; the controller refuses a list of another "
      + "length.",
    remedy: "Give one address for each subnet, and name the subnets.",
    severity: .error, mistakes: ["M119"],
    refusals: ["elastic-ip-count", "private-ipv4-count", "ipv6-address-count", "source-nat-prefix-count"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-subnets: subnet-0a1,subnet-0b1,subnet-0c1
          service.beta.kubernetes.io/aws-load-balancer-eip-allocations: eipalloc-1,eipalloc-2
          """, scheme: "internet-facing"), marks: ["eipalloc-1,eipalloc-2"])
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-subnets: private-a,private-b
          service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses: 10.0.0.10,10.0.1.10
          """))
    ],
    check: .services { subject, _, report in
      guard subject.isHandled, let subnets = subject.annotations.annotation(AnnotationDefinition.Service.subnets),
        !subnets.value.value.holdsPlaceholder
      else { return }
      let count = subnets.items.count
      guard count > 0 else { return }
      for definition in [
        AnnotationDefinition.Service.eipAllocations, AnnotationDefinition.Service.privateIPv4Addresses,
        AnnotationDefinition.Service.ipv6Addresses, AnnotationDefinition.Service.sourceNATIPv6Prefixes,
      ] {
        guard let annotation = subject.annotations.annotation(definition), !annotation.value.value.holdsPlaceholder,
          !annotation.items.isEmpty, annotation.items.count != count
        else { continue }
        report(
          .addressCount(annotation.items.count, count), at: annotation.value.span, in: subject.object,
          notes: [Finding.Note(.note, "the subnets", at: subnets.value.span)])
      }
    })

  package static let malformedAddress = LintRule(
    id: "malformed-address",
    summary: "A fixed address of a load balancer is none, or is one of the other family.",
    rationale:
      "The controller refuses anything but plain IPv4 addresses in private-ipv4-addresses, plain IPv6 addresses in "
      + "ipv6-addresses, and auto_assigned or prefixes of length 80 in source-nat-ipv6-prefixes.",
    remedy: "Write the address out, without a length or a port.",
    severity: .error, mistakes: ["M119"],
    refusals: ["malformed-static-address", "static-address-family", "invalid-source-nat-prefix"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses: 10.0.0.10,10.0.1.10/24"),
        marks: ["10.0.1.10/24"]),
      Example(
        SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-ip-address-type: dualstack
          service.beta.kubernetes.io/aws-load-balancer-ipv6-addresses: 192.0.2.1
          """, scheme: "internet-facing"), marks: ["192.0.2.1"]),
      Example(
        SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-ip-address-type: dualstack
          service.beta.kubernetes.io/aws-load-balancer-enable-prefix-for-ipv6-source-nat: "on"
          service.beta.kubernetes.io/aws-load-balancer-source-nat-ipv6-prefixes: "2001:db8::/64"
          """), marks: ["2001:db8::/64"]),
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-ip-address-type: dualstack
          service.beta.kubernetes.io/aws-load-balancer-enable-prefix-for-ipv6-source-nat: "on"
          service.beta.kubernetes.io/aws-load-balancer-source-nat-ipv6-prefixes: "2001:db8::/80,auto_assigned"
          """))
    ],
    check: .services { subject, _, report in
      guard subject.isHandled else { return }
      func check(_ definition: AnnotationDefinition, _ problem: (String) -> Finding.Message?) {
        for item in subject.annotations.annotation(definition)?.items ?? [] where !item.value.holdsPlaceholder {
          if let message = problem(item.value) { report(message, at: item.span, in: subject.object) }
        }
      }
      check(AnnotationDefinition.Service.privateIPv4Addresses) { text in
        guard let address = IPAddress(text) else { return .malformedAddress(text, "an IPv4 address") }
        return address.isIPv4 ? nil : .malformedAddress(text, "an IPv4 address")
      }
      check(AnnotationDefinition.Service.ipv6Addresses) { text in
        guard let address = IPAddress(text) else { return .malformedAddress(text, "an IPv6 address") }
        return address.isIPv4 ? .malformedAddress(text, "an IPv6 address") : nil
      }
      check(AnnotationDefinition.Service.sourceNATIPv6Prefixes) { text in
        guard text != "auto_assigned" else { return nil }
        if let prefix = CIDR(text), !prefix.address.isIPv4, prefix.prefixLength == 80 { return nil }
        return .malformedAddress(text, "auto_assigned or an IPv6 prefix of length 80")
      }
    })

  package static let addressOutsideSubnet = LintRule(
    id: "address-outside-subnet",
    summary: "A fixed address lies in none of the load balancer's subnets, or a subnet has no IPv6 range.",
    rationale:
      "Each subnet must hold exactly one of the addresses; the controller refuses the Service otherwise. It needs "
      + "the subnets of a context file to be seen.",
    remedy: "Give one address out of the range of each subnet.",
    severity: .error, mistakes: ["M119"],
    refusals: ["static-address-outside-subnet", "source-nat-subnet-without-ipv6"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-subnets: subnet-0a1
          service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses: 10.9.0.10
          """), context: subnetExample)
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-subnets: subnet-0a1
          service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses: 10.0.0.10
          """), context: subnetExample)
    ],
    check: .refusalsOnly)

  private static let subnetExample = """
    aws:
      subnets:
        - {id: subnet-0a1, availabilityZone: us-west-2a, cidrBlock: 10.0.0.0/20}
    """
}

extension ServiceSubject {
  /// The scheme as the controller works it out; `nil` for a word that it refuses, or where an existing load balancer
  /// decides.
  fileprivate func scheme(_ context: LintContext) -> Planned<LoadBalancerScheme>? {
    if let annotation = annotations.annotation(AnnotationDefinition.Service.scheme) {
      return LoadBalancerScheme(rawValue: annotation.value.value).map { Planned($0, from: .annotation(annotation)) }
    }
    if let annotation = annotations.annotation(AnnotationDefinition.Service.isInternal) {
      return (try? AnnotationReader.bool(annotation))?.map { $0 ? .internal : .internetFacing }
    }
    guard context.world.aws.loadBalancers?.isEmpty != false else { return nil }
    let flag = context.controller.flags.defaultLoadBalancerScheme
    return LoadBalancerScheme(rawValue: flag).map { Planned($0, from: Origin(.flag("default-load-balancer-scheme"))) }
  }
}

extension Finding.Message {
  fileprivate static func addressesForOtherScheme(_ needed: LoadBalancerScheme) -> Self {
    "such addresses need an \(needed.rawValue) load balancer"
  }
  fileprivate static let needsDualstack: Self = "this needs aws-load-balancer-ip-address-type: dualstack"
  fileprivate static let needsSourceNAT: Self = "this needs aws-load-balancer-enable-prefix-for-ipv6-source-nat: on"
  fileprivate static func addressCount(_ count: Int, _ subnets: Int) -> Self {
    "\(count) \(count == 1 ? "address" : "addresses") for \(subnets) \(subnets == 1 ? "subnet" : "subnets")"
  }
  fileprivate static func malformedAddress(_ text: String, _ wanted: String) -> Self { "\(text) is not \(wanted)" }
}
