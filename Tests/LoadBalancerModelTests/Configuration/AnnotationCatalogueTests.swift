import Testing

@testable import LoadBalancerModel

@Suite struct AnnotationCatalogueTests {
  private let catalogue = AnnotationCatalogue.standard

  @Test func findsEveryAnnotationUnderItsKey() {
    for definition in catalogue.definitions {
      let key = definition.isFamily ? definition.key("x") : definition.key
      #expect(catalogue.definition(forKey: key)?.key == definition.key)
    }
  }

  @Test(arguments: [
    ("alb.ingress.kubernetes.io/actions.web", "alb.ingress.kubernetes.io/actions.{action-name}"),
    (
      "alb.ingress.kubernetes.io/listener-attributes.HTTPS-443",
      "alb.ingress.kubernetes.io/listener-attributes.{Protocol}-{Port}"
    ),
    (
      "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes.80",
      "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes.{port}"
    ),
    (
      "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes",
      "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes"
    ),
    ("alb.ingress.kubernetes.io/actions.", nil), ("alb.ingress.kubernetes.io/Scheme", nil), ("scheme", nil), ("", nil),
  ])
  func tellsAFamilyFromItsMembers(_ key: String, _ definition: String?) {
    #expect(catalogue.definition(forKey: key)?.key == definition)
  }

  @Test(arguments: [
    // A few letters away.
    ("alb.ingress.kubernetes.io/listen-port", "alb.ingress.kubernetes.io/listen-ports"),
    ("alb.ingress.kubernetes.io/certificate-arns", "alb.ingress.kubernetes.io/certificate-arn"),
    ("alb.ingress.kubernetes.io/shceme", "alb.ingress.kubernetes.io/scheme"),
    ("alb.ingress.kubernetes.io/action.web", "alb.ingress.kubernetes.io/actions.web"),
    ("service.beta.kubernetes.io/aws-load-balancer-ssl-port", "service.beta.kubernetes.io/aws-load-balancer-ssl-ports"),
    // Other separators and capitals.
    ("alb.ingress.kubernetes.io/group-name", "alb.ingress.kubernetes.io/group.name"),
    ("alb.ingress.kubernetes.io/listenPorts", "alb.ingress.kubernetes.io/listen-ports"),
    ("alb.ingress.kubernetes.io/load_balancer_attributes", "alb.ingress.kubernetes.io/load-balancer-attributes"),
    ("alb.ingress.kubernetes.io/health-check-path", "alb.ingress.kubernetes.io/healthcheck-path"),
    ("alb.ingress.kubernetes.io/Actions.Web", "alb.ingress.kubernetes.io/actions.Web"),
    // Another prefix.
    ("lb.ingress.kubernetes.io/ip-address-type", "alb.ingress.kubernetes.io/ip-address-type"),
    ("ingress.kubernetes.io/scheme", "alb.ingress.kubernetes.io/scheme"),
    ("alb.ingress.k8s.io/actions.web", "alb.ingress.kubernetes.io/actions.web"),
    (
      "service.kubernetes.io/aws-load-balancer-scheme", "service.beta.kubernetes.io/aws-load-balancer-scheme"
    ),
    ("service.beta.kubernetes.io/load-balancer-type", "service.beta.kubernetes.io/aws-load-balancer-type"),
    // Known confusions.
    ("alb.ingress.kubernetes.io/healthcheck-interval", "alb.ingress.kubernetes.io/healthcheck-interval-seconds"),
    ("alb.ingress.kubernetes.io/security-group-inbound-cidrs", "alb.ingress.kubernetes.io/inbound-cidrs"),
    ("service.beta.kubernetes.io/load-balancer-name", "service.beta.kubernetes.io/aws-load-balancer-name"),
    (
      "service.beta.kubernetes.io/aws-load-balancer-source-ranges",
      "service.beta.kubernetes.io/load-balancer-source-ranges"
    ),
    ("service.beta.kubernetes.io/aws-load-balancer-actions.TCP-80", "service.beta.kubernetes.io/actions.TCP-80"),
    // Nothing near.
    ("alb.ingress.kubernetes.io/ssl-passthrough", nil), ("nginx.ingress.kubernetes.io/rewrite-target", nil),
    ("helm.sh/hook", nil), ("scheme", nil), ("", nil),
  ])
  func findsTheNearestKey(_ key: String, _ nearest: String?) {
    #expect(catalogue.nearest(to: key)?.key == nearest)
  }

  @Test func doesNotCompareEndlessKeys() {
    #expect(catalogue.nearest(to: "alb.ingress.kubernetes.io/" + String(repeating: "a", count: 1_000_000)) == nil)
  }

  @Test func describesEveryAnnotationInOneSentence() {
    for definition in catalogue.definitions {
      #expect(definition.summary.hasSuffix("."), "\(definition.key)")
      #expect(!definition.summary.dropLast().contains(". "), "\(definition.key)")
      #expect(definition.summary.first?.isUppercase == true, "\(definition.key)")
    }
  }

  @Test func namesAnExistingCure() {
    for definition in catalogue.definitions {
      guard let replacement = definition.replacement, replacement.utf8.contains(UInt8(ascii: "/")) else { continue }
      #expect(catalogue.definitions.contains { $0.key == replacement }, "\(definition.key)")
    }
  }

  @Test(
    arguments: [
      ("kitten", "sitting", 3), ("ab", "ba", 1), ("", "abc", 3), ("abc", "abc", 0), ("abcd", "acbd", 1),
      ("a", "bbbb", nil),
      ("schema", "scheme", 1),
    ] as [(String, String, Int?)])
  func countsEdits(_ left: String, _ right: String, _ distance: Int?) {
    #expect(EditDistance.between(left, right, atMost: 3) == distance)
    #expect(EditDistance.between(right, left, atMost: 3) == distance)
  }
}
