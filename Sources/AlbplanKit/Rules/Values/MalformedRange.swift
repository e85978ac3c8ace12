import LoadBalancerModel
import Manifests

extension LintRule {
  package static let malformedRange = LintRule(
    id: "malformed-address-range",
    summary: "An item of a list of address ranges is no range.",
    rationale:
      "The controller reads each item as address/length (Go's net.ParseCIDR) and gives up at any other. A "
      + "single address has the length 32, or 128 for IPv6.",
    remedy: "Write 203.0.113.7/32 or 10.0.0.0/8.",
    severity: .error, mistakes: ["M129"], refusals: ["malformed-cidr"], explains: ["class-parameters-denied"],
    flagged: [
      Example(
        ingress("alb.ingress.kubernetes.io/inbound-cidrs: 10.0.0.0/8, 203.0.113.7"),
        marks: ["203.0.113.7"],
        fixed: ingress("alb.ingress.kubernetes.io/inbound-cidrs: \"10.0.0.0/8, 203.0.113.7/32\"")),
      Example(ingress("alb.ingress.kubernetes.io/inbound-cidrs: 10.0.0.0/33"), marks: ["10.0.0.0/33"]),
    ],
    accepted: [
      Example(
        ingress(
          """
          alb.ingress.kubernetes.io/inbound-cidrs: 10.0.0.0/8, 2001:db8::/32
          alb.ingress.kubernetes.io/ip-address-type: dualstack
          """))
    ],
    check: .values(of: [AnnotationDefinition.Ingress.inboundCIDRs]) { subject, _, report in
      guard subject.isReadHere, subject.textFlaw == nil, ListProblem(subject.value) == nil else { return }
      for item in subject.annotation.items where CIDR(item.value) == nil {
        var fix: Finding.Fix?
        if let address = IPAddress(item.value), address.zone.isEmpty {
          let range = "\(item.value)/\(address.isIPv4 ? 32 : 128)"
          let whole = subject.annotation.items.map(\.value)
          // One item can be replaced in place only where its place is known.
          if item.span != subject.annotation.value.span || whole.count == 1,
            let edit = report.editor(for: item.span)?.replaceItem(item, of: subject.annotation, with: range)
          {
            fix = Finding.Fix("write \(range)", .safe, edits: [edit])
          }
        }
        report(.noRange(item.value, key: subject.shortKey), at: item.span, in: subject.object, fix: fix)
      }
    })
}

extension FixBuilder {
  /// Replaces one item of a comma list.
  fileprivate func replaceItem(_ item: Located<String>, of annotation: Annotation, with text: String) -> Finding.Edit? {
    if item.value.utf8.elementsEqual(annotation.value.value.utf8) { return replaceValue(annotation.value, with: text) }
    // The item's place within the value, as it stands in the text.
    let (whole, part) = (Array(annotation.value.value.utf8), Array(item.value.utf8))
    var start = 0
    while start + part.count <= whole.count {
      let end = start + part.count
      if whole[start..<end].elementsEqual(part), end == whole.count || [0x2C, 0x20].contains(whole[end]) {
        return replacePart(start..<end, of: annotation.value, with: text)
          ?? replaceValue(
            annotation.value, with: String(decoding: whole[..<start] + Array(text.utf8) + whole[end...], as: UTF8.self))
      }
      start += 1
    }
    return nil
  }
}

extension Finding.Message {
  fileprivate static func noRange(_ item: String, key: String) -> Self {
    "\(GoText.quote(item)) in \(key) is no address range"
  }
}
