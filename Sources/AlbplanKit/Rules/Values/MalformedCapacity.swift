import LoadBalancerModel
import Manifests

extension LintRule {
  package static let malformedCapacity = LintRule(
    id: "malformed-capacity",
    summary: "The reserved capacity of a load balancer is not written as CapacityUnits and a number.",
    rationale:
      "CapacityUnits, spelt so, is the only key that the controller takes; a value that is no number of 32 bits it "
      + "refuses since v3.4.0 and read as 0 before.",
    remedy: "Write CapacityUnits=1000.",
    severity: .error, refusals: ["malformed-capacity", "unknown-capacity-key"],
    flagged: [
      Example(
        ingress("alb.ingress.kubernetes.io/minimum-load-balancer-capacity: capacityUnits=1000"),
        marks: ["capacityUnits=1000"],
        fixed: ingress("alb.ingress.kubernetes.io/minimum-load-balancer-capacity: CapacityUnits=1000")),
      Example(
        service("service.beta.kubernetes.io/aws-load-balancer-minimum-load-balancer-capacity: CapacityUnits=3k"),
        marks: ["CapacityUnits=3k"]),
    ],
    accepted: [Example(ingress("alb.ingress.kubernetes.io/minimum-load-balancer-capacity: CapacityUnits=1000"))],
    check: .values(of: [
      AnnotationDefinition.Ingress.minimumLoadBalancerCapacity,
      AnnotationDefinition.Service.minimumLoadBalancerCapacity,
    ]) { subject, context, report in
      guard let definition = subject.definition, subject.isReadHere, subject.textFlaw == nil,
        PairProblem.of(subject.annotation, definition: definition, version: context.controller.version) == nil
      else { return }
      let places = subject.annotation.pairPlaces
      for (key, text) in AnnotationReader.pairs(subject.value) ?? [] {
        let place = places[key].map { SourceSpan(file: $0.key.file, start: $0.key.start, end: $0.value.end) }
        let span = place ?? subject.annotation.value.span
        guard key.utf8.elementsEqual("CapacityUnits".utf8) else {
          var fix: Finding.Fix?
          if NameForm.squashed(key) == "capacityunits",
            let edit = report.editor(for: span)?.replacePart(
              0..<key.utf8.count, of: subject.annotation.value, with: "CapacityUnits"),
            subject.value.startsBytewise(with: key)
          {
            fix = Finding.Fix("write CapacityUnits", .safe, edits: [edit])
          }
          report(.unknownCapacityKey(key), at: span, in: subject.object, fix: fix)
          continue
        }
        let units: Int32? = try? GoText.parseInteger(text)
        if units == nil { report(.malformedCapacity(text), at: span, in: subject.object) }
      }
    })
}

extension Finding.Message {
  fileprivate static func unknownCapacityKey(_ key: String) -> Self {
    "the capacity has the key CapacityUnits only, not \(GoText.quote(key))"
  }

  fileprivate static func malformedCapacity(_ text: String) -> Self {
    "CapacityUnits must be a whole number, \(GoText.quote(text)) is none"
  }
}
