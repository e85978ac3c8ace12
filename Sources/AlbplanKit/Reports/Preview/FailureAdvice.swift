package import LoadBalancerModel

/// What to do about a refusal, in plain words, by the kind of failure.
package enum FailureAdvice {
  /// The advice for a failure; a general one for a code without its own.
  package static func text(for code: FailureCode) -> String { table[code.id] ?? general }

  /// The codes that have advice of their own.
  package static var knownCodes: Set<String> { Set(table.keys) }

  static let general = "Change the marked value to one that the controller accepts."

  static let table: [String: String] = classes
    .merging(values) { first, _ in first }
    .merging(listeners) { first, _ in first }
    .merging(rules) { first, _ in first }
    .merging(targets) { first, _ in first }
    .merging(loadBalancers) { first, _ in first }
    .merging(conflicts) { first, _ in first }
    .merging(services) { first, _ in first }
}

/// Classes, groups and what the webhooks deny.
extension FailureAdvice {
  private static let classes: [String: String] = [
    "ingress-class-not-found": "Create the IngressClass, or name one that exists in spec.ingressClassName.",
    "multiple-default-ingress-classes":
      "Leave is-default-class: \"true\" on one IngressClass only, or name a class in every Ingress.",
    "unknown-class-parameters":
      "Let spec.parameters of the IngressClass name apiGroup elbv2.k8s.aws and kind IngressClassParams.",
    "class-parameters-not-found": "Create the IngressClassParams that the IngressClass names, or correct the name.",
    "class-parameters-denied": "Correct the marked field of the IngressClassParams.",
    "namespace-not-selected":
      "Give the Namespace the labels that the IngressClassParams select, or widen their namespaceSelector.",
    "namespace-not-found": "Create the Namespace, or correct the Ingress's namespace.",
    "malformed-namespace-selector": "Correct the namespaceSelector of the IngressClassParams.",
    "invalid-group-name":
      "Use at most 63 lower-case letters, digits, '-' and '.', with a letter or digit at both ends.",
    "group-order-out-of-range": "Use a group.order between -1000 and 1000.",
    "class-annotation-forbidden":
      "Use spec.ingressClassName in place of the annotation kubernetes.io/ingress.class, which this cluster forbids.",
    "group-name-annotation-forbidden":
      "Put the group's name into IngressClassParams (spec.group.name): this cluster forbids the annotation.",
    "webhook-crash": "Use a service backend in every path: the controller's webhook cannot read others.",
    "deletion-protection":
      "Set deletion_protection.enabled=false and let the controller apply it before you delete the object.",
  ]
}

/// Values that cannot be read, whatever they are for.
extension FailureAdvice {
  private static let values: [String: String] = [
    "malformed-bool": "Write true or false, in quotes, without blanks around it.",
    "malformed-integer": "Write a whole number in quotes, without blanks or units.",
    "malformed-string-map": "Write key=value pairs with commas between them; write a comma inside a value as \\,.",
    "malformed-json": "Correct the JSON text; numbers go without quotes where a number is wanted, and the other way round.",
    "malformed-cidr": "Write each range as address/length, for example 10.0.0.0/8 or 2001:db8::/32.",
    "malformed-capacity": "Write CapacityUnits=number.",
    "unknown-capacity-key": "The only key is CapacityUnits, spelt so.",
    "external-managed-tag":
      "Remove the tag: the controller's flag external-managed-tags leaves this key to somebody else.",
  ]
}

/// Listeners, certificates and TLS.
extension FailureAdvice {
  private static let listeners: [String: String] = [
    "malformed-listen-ports": "Write listen-ports as a JSON list: '[{\"HTTP\": 80}, {\"HTTPS\": 443}]'.",
    "empty-listen-ports": "Name at least one port, or remove the annotation to get the default.",
    "listen-port-out-of-range": "Use a port between 1 and 65535.",
    "unknown-listen-protocol": "Use HTTP or HTTPS, in capitals.",
    "malformed-mutual-authentication":
      "Write mutual-authentication as a JSON list: '[{\"port\": 443, \"mode\": \"passthrough\"}]'.",
    "empty-mutual-authentication": "Name at least one port, or remove the annotation.",
    "invalid-mutual-authentication":
      "Use mode off, passthrough or verify; a trust store, and all further settings, go with verify only.",
    "certificate-without-hosts": "Name a host in the rules or in spec.tls: a certificate needs at least one.",
    "no-certificate":
      "Issue a certificate for the host in ACM, in the load balancer's region, or name one with certificate-arn.",
    "ssl-redirect-without-listener": "Let listen-ports hold the port that ssl-redirect names, as HTTPS.",
    "ssl-redirect-to-http": "Let ssl-redirect name a port that listen-ports makes HTTPS.",
    "several-default-backends": "Keep spec.defaultBackend on one Ingress of the group only.",
    "unknown-trust-store": "Name a trust store of this account and region, or give its ARN.",
  ]
}

/// Rules, conditions, actions and authentication.
extension FailureAdvice {
  private static let rules: [String: String] = [
    "unknown-path-type": "Use pathType Exact, Prefix or ImplementationSpecific.",
    "exact-path-with-wildcards": "Use pathType ImplementationSpecific for a path with * or ?.",
    "prefix-path-with-wildcards": "Use pathType ImplementationSpecific for a path with * or ?.",
    "backend-without-service": "Name a service in the backend: the controller takes no resource backends.",
    "mixed-condition-values": "Use either plain values or regular expressions in one rule's host or path, not both.",
    "invalid-condition": "Complete the condition: a field and the configuration that belongs to this field.",
    "invalid-transform": "Complete the transform: a type and the configuration that belongs to it, with rewrites.",
    "unknown-transform-type": "Use the type host-header-rewrite or url-rewrite.",
    "invalid-action": "Complete the action: a type and the configuration that belongs to it.",
    "missing-action": "Add the annotation actions.NAME for the backend's name, or use a port that the Service has.",
    "unknown-action-type": "Use an action type that this load balancer knows: forward; for an ALB also fixed-response and redirect.",
    "unknown-target-group": "Name a target group of this account and region, or give its ARN.",
    "unknown-auth-type": "Use the auth-type none, cognito or oidc.",
    "missing-cognito-settings": "Add auth-idp-cognito, or set auth-type to none.",
    "missing-oidc-settings": "Add auth-idp-oidc, or set auth-type to none.",
    "secret-not-found": "Create the Secret that auth-idp-oidc names, in the Ingress's namespace.",
    "secret-without-label": "Give the Secret the label that the controller's flag required-secrets-label asks for.",
    "secret-without-client-id": "Add the key clientID to the Secret.",
    "secret-without-client-secret": "Add the key clientSecret to the Secret.",
    "invalid-jwt-validation":
      "Give jwt-validation a jwksEndpoint and an issuer, and each additional claim a format, a name and values.",
    "authentication-with-jwt": "Use either auth-type or jwt-validation for a backend, not both.",
  ]
}

/// Target groups and health checks.
extension FailureAdvice {
  private static let targets: [String: String] = [
    "service-not-found": "Create the Service in the same namespace, or correct its name.",
    "service-port-not-found": "Name a port that the Service has: by its number in port, or by its name.",
    "unknown-target-type": "Use the target type instance or ip.",
    "ip-targets-disabled": "Use instance targets, or turn the feature gate EnableIPTargetType on.",
    "unknown-backend-protocol": "Use HTTP or HTTPS, in capitals.",
    "unknown-backend-protocol-version": "Use HTTP1, HTTP2 or GRPC, in capitals.",
    "unknown-health-check-protocol": "Use HTTP or HTTPS; for a network load balancer also TCP.",
    "malformed-health-check-port": "Use traffic-port or a number.",
    "named-health-check-port": "Give the number of the port: the pods know the one of that name by a name only.",
    "ipv6-targets-without-dualstack":
      "Make the load balancer dualstack (ip-address-type), or the Service IPv4 only (spec.ipFamilies).",
    "control-port-with-instance-targets": "Use ip targets, or remove the target-control-port annotation.",
    "target-group-port-empty":
      "Make the Service type NodePort or LoadBalancer so that nodes have a port for it, or use ip targets.",
  ]
}

/// The load balancer itself: name, place, security groups, addresses.
extension FailureAdvice {
  private static let loadBalancers: [String: String] = [
    "load-balancer-name-too-long": "Use a name of at most 32 characters.",
    "unknown-scheme": "Use internal or internet-facing.",
    "unknown-existing-scheme": "Look at the load balancer in AWS: its scheme is neither internal nor internet-facing.",
    "unknown-ip-address-type":
      "Use ipv4 or dualstack; for an application load balancer also dualstack-without-public-ipv4.",
    "unknown-client-routing-policy":
      "Use any_availability_zone, partial_availability_zone_affinity or availability_zone_affinity.",
    "no-subnet": "Name at least one subnet, or remove the setting and let the controller find them.",
    "no-suitable-subnet":
      "Tag one subnet per zone with kubernetes.io/role/elb (internet-facing) or kubernetes.io/role/internal-elb, and see that it has free addresses.",
    "unknown-subnet": "Name subnets that exist in the cluster's VPC, by id or by Name tag.",
    "subnet-repeated": "Name each subnet once.",
    "subnet-name-repeated": "Name each subnet once, or give their ids: fewer subnets have this Name tag than are asked for.",
    "subnets-share-zone": "Name only one subnet of each availability zone.",
    "subnets-in-several-locales":
      "Name subnets of one kind: all in availability zones, in local zones, in wavelength zones, or on one Outpost.",
    "too-few-subnets": "Name subnets of at least two availability zones.",
    "subnet-without-ipv6": "Give the subnets an IPv6 range, or use the address type ipv4.",
    "unknown-zone-type": "Name subnets of an availability zone, a local zone or a wavelength zone.",
    "unknown-security-group": "Name security groups that exist in the cluster's VPC, by id or by Name tag.",
    "backend-security-group-required":
      "Let the controller have a backend security group (flag enable-backend-security-group), or do not let it manage the rules.",
    "empty-customer-owned-ipv4-pool": "Name the pool, or remove the annotation.",
    "elastic-ips-on-internal-load-balancer":
      "Make the load balancer internet-facing, or remove the elastic IP allocations.",
    "elastic-ip-count": "Give as many elastic IP allocations as there are subnets.",
    "unknown-web-acl": "Name a web ACL of this account and region, or give its ARN.",
    "malformed-port-mapping": "Write pairs of ports, NLB=ALB, for example 80=443.",
  ]
}

/// Members of a group that do not agree.
extension FailureAdvice {
  private static let conflicts: [String: String] = [
    "conflicting-protocol": "Let all members use the same protocol on this port, or another port.",
    "conflicting-inbound-cidrs": "Give inbound-cidrs the same ranges on all members that have it for this port.",
    "conflicting-prefix-lists": "Give all members that name prefix lists for this port the same ones.",
    "conflicting-ssl-policy": "Set ssl-policy on one member only, or to the same value on all.",
    "conflicting-mutual-authentication": "Set mutual-authentication for this port on one member only, or alike on all.",
    "conflicting-ssl-redirect": "Let all members of the group redirect to the same port.",
    "conflicting-listener-attributes": "Set the attribute on one member only, or to the same value on all.",
    "conflicting-load-balancer-name": "Set load-balancer-name on one member only, or to the same value on all.",
    "conflicting-scheme": "Set scheme on one member only, or to the same value on all; or put them into two groups.",
    "conflicting-ip-address-type": "Set ip-address-type on one member only, or to the same value on all.",
    "conflicting-subnets": "Name the subnets on one member only, or the same ones on all; in IngressClassParams or in annotations.",
    "conflicting-security-groups":
      "Name the same security groups in the same order on all members. An NLB made with groups cannot lose them.",
    "conflicting-manage-backend-security-group-rules":
      "Set manage-backend-security-group-rules to the same value on all members.",
    "conflicting-customer-owned-ipv4-pool": "Name the same pool on all members.",
    "conflicting-ipam-pools": "Name the same IPAM pool on all members.",
    "conflicting-load-balancer-attributes": "Set the attribute on one member only, or to the same value on all.",
    "conflicting-capacity": "Set the capacity on one member only, or to the same value on all.",
    "conflicting-tags": "Give the tag the same value on all members of the group.",
    "conflicting-web-acls": "Name the same web ACL on all members that name one.",
    "conflicting-shield-protection": "Set shield-advanced-protection to the same value on all members.",
    "conflicting-enable-frontend-nlb": "Set enable-frontend-nlb to the same value on all members that have it.",
    "conflicting-elastic-ips": "Give the same elastic IP allocations on all members that have them.",
    "conflicting-frontend-nlb-attributes":
      "Give frontend-nlb-attributes alike on all members, those without it included.",
    "conflicting-frontend-nlb-tags": "Give frontend-nlb-tags alike on all members that have it.",
    "conflicting-frontend-nlb-health-check":
      "Set the health check of this port on one member only; success-codes on two members conflict even when equal.",
    "conflicting-target-port": "Map this NLB port to the same ALB port on all members.",
  ]
}

/// Services and their network load balancers.
extension FailureAdvice {
  private static let services: [String: String] = [
    "ip-targets-off": "Use instance targets, or turn the feature gate EnableIPTargetType on.",
    "eip-on-internal-load-balancer": "Make the load balancer internet-facing, or remove the elastic IP allocations.",
    "eip-count": "Give as many elastic IP allocations as there are subnets.",
    "backend-security-group-off":
      "Let the controller have a backend security group (flag enable-backend-security-group), or do not let it manage the rules.",
    "unknown-source-nat-setting": "Write on or off.",
    "source-nat-without-dualstack": "Use the address type dualstack, or set enable-prefix-for-ipv6-source-nat to off.",
    "source-nat-subnet-without-ipv6": "Give every subnet an IPv6 range.",
    "source-nat-prefixes-without-dualstack": "Use the address type dualstack, or remove the prefixes.",
    "source-nat-prefixes-without-source-nat": "Set enable-prefix-for-ipv6-source-nat to on, or remove the prefixes.",
    "source-nat-prefix-count": "Give as many prefixes as there are subnets.",
    "invalid-source-nat-prefix": "Write auto_assigned or an IPv6 prefix of length 80 that lies in the subnet.",
    "private-ipv4-on-internet-facing": "Make the load balancer internal, or remove the private addresses.",
    "private-ipv4-count": "Give as many private addresses as there are subnets.",
    "ipv6-addresses-without-dualstack": "Use the address type dualstack, or remove the IPv6 addresses.",
    "ipv6-address-count": "Give as many IPv6 addresses as there are subnets.",
    "malformed-static-address": "Write each address out, without a prefix length or a port.",
    "static-address-family": "Give IPv4 addresses in private-ipv4-addresses and IPv6 addresses in ipv6-addresses.",
    "static-address-outside-subnet": "Give exactly one address out of each subnet's range.",
    "ipv6-range-without-dualstack": "Use the address type dualstack, or remove the IPv6 source range.",
    "unknown-private-link-setting": "Write on or off.",
    "unused-ssl-port": "Let ssl-ports name ports that the Service has, by number or by name.",
    "merge-of-more-than-two-ports": "Keep one TCP and one UDP entry for a port number.",
    "merge-of-other-protocol": "Only TCP and UDP can share a port number.",
    "merge-of-same-protocol": "Keep one TCP and one UDP entry for a port number.",
    "quic-on-other-protocol": "Let quic-enabled-ports name UDP ports only.",
    "unknown-alpn-policy": "Use None, HTTP1Only, HTTP2Only, HTTP2Optional or HTTP2Preferred.",
    "forward-without-configuration": "Add forwardConfig to the action; without it the controller crashes.",
    "cluster-ip-with-instance-targets": "Make the Service type LoadBalancer or NodePort, or use ip targets.",
    "node-port-declined": "Remove allocateLoadBalancerNodePorts: false, or use ip targets.",
    "malformed-preserve-client-ip": "Write preserve_client_ip.enabled=true or =false.",
    "malformed-proxy-protocol-port": "Write port numbers with commas between them.",
    "unknown-proxy-protocol": "Write \"*\", the only value that the controller takes.",
  ]
}
