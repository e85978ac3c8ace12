import Manifests

extension IngressClassParams {
  /// What the controller's webhook says to the creation of these parameters; `nil` where it accepts them.
  ///
  /// Mirrors `ingressClassParamsValidator` in `webhooks/elbv2/ingressclassparams_validator.go`.
  var admissionFailure: BuildFailure? {
    let problems = inboundCIDRProblems + subnetProblems
    guard !problems.isEmpty else { return nil }
    let texts = problems.map(\.text)
    return BuildFailure(
      stage: .load, "class-parameters-denied",
      texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]", at: problems.map(\.span))
  }

  private struct Problem {
    var text: String
    var span: SourceSpan
  }

  /// Mirrors `checkInboundCIDRs` and `validateCIDR`.
  private var inboundCIDRProblems: [Problem] {
    inboundCIDRs.enumerated().compactMap { index, item in
      guard let detail = Self.problem(withCIDR: item.value) else { return nil }
      return Problem(
        text: "spec.inboundCIDRs[\(index)]: Invalid value: \(GoText.quote(item.value)): \(detail)", span: item.span)
    }
  }

  private static func problem(withCIDR text: String) -> String? {
    guard let cidr = CIDR(text) else {
      var detail = "Could not be parsed as a CIDR"
      if !text.utf8.contains(UInt8(ascii: "/")), let address = IPAddress(text), address.zone.isEmpty {
        detail += " (did you mean \"\(text)/\(address.isIPv4 && !text.utf8.contains(UInt8(ascii: ":")) ? 32 : 64)\")"
      }
      return detail
    }
    guard cidr.address != cidr.network else { return nil }
    return "Network contains bits outside prefix (did you mean \"\(cidr.network.netText)/\(cidr.prefixLength)\")"
  }

  /// Mirrors `checkSubnetSelectors`.
  private var subnetProblems: [Problem] {
    guard let subnets else { return [] }
    guard let tags = subnets.tags else {
      if !subnets.hasIDs {
        return [
          Problem(text: "spec.subnets: Required value: must have either `ids` or `tags`", span: subnets.span)
        ]
      }
      return Self.duplicates(in: subnets.ids, path: "spec.subnets.ids")
    }
    guard !subnets.hasIDs else {
      return [
        Problem(
          text: "spec.subnets.tags: Forbidden: may not have both `ids` and `tags` set", span: subnets.span)
      ]
    }
    guard !tags.isEmpty else {
      return [
        Problem(
          text: "spec.subnets.tags: Required value: must have at least one tag key", span: subnets.span)
      ]
    }
    return tags.flatMap { Self.duplicates(in: $0.values, path: "spec.subnets.tags[\($0.key.value)]") }
  }

  private static func duplicates(in items: [Located<String>], path: String) -> [Problem] {
    var seen: Set<String> = []
    return items.enumerated().compactMap { index, item in
      guard !seen.insert(item.value).inserted else { return nil }
      return Problem(text: "\(path)[\(index)]: Duplicate value: \(GoText.quote(item.value))", span: item.span)
    }
  }
}

extension IPAddress {
  /// As Go's package `net` prints it: an IPv4 address mapped into IPv6 as the IPv4 address.
  fileprivate var netText: String {
    guard !isIPv4, bits >> 32 == 0xFFFF else { return description }
    return IPAddress(bits: bits & 0xFFFF_FFFF, isIPv4: true).description
  }
}
