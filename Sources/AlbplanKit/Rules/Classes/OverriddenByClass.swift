import LoadBalancerModel
import Manifests

extension LintRule {
  package static let overriddenByClass = LintRule(
    id: "overridden-by-class-parameters",
    summary: "An annotation has no effect, for the IngressClassParams of the Ingress's class set something else.",
    rationale: "For every member with IngressClassParams a field that is set takes the annotation's place; tags and "
      + "attributes go key by key, and attributes, capacity and address pool come from the class of a group's first "
      + "member.",
    remedy: "Remove the annotation, or change the field of the IngressClassParams.",
    severity: .warning, mistakes: ["M024"],
    flagged: [
      Example(
        withClass(
          parameters: "{scheme: internal, tags: [{key: Env, value: prod}]}",
          """
          alb.ingress.kubernetes.io/scheme: internet-facing
          alb.ingress.kubernetes.io/tags: Env=test,Team=web
          """),
        marks: ["internet-facing", "Env=test"])
    ],
    accepted: [
      Example(
        withClass(
          parameters: "{scheme: internal}",
          """
          alb.ingress.kubernetes.io/scheme: internal
          alb.ingress.kubernetes.io/tags: Team=web
          """))
    ],
    check: .stacks { outcome, _, report in
      guard case .ingressGroup(let group) = outcome.owner else { return }
      let first = group.members.first?.classParameters
      for member in group.members where first != nil || member.classParameters != nil {
        let object = "Ingress \(member.name)"
        for annotation in member.annotations.entries {
          guard let definition = AnnotationCatalogue.standard.definition(forKey: annotation.key.value),
            definition.classParametersField != nil
          else { continue }
          let hidden = HiddenSetting.all(of: annotation, definition, own: member.classParameters, first: first)
          for setting in hidden {
            report(
              .overridden(setting, key: annotation.key.value), at: setting.span, in: object,
              notes: [Finding.Note(.note, "\(setting.field) is set here", at: setting.place)])
          }
        }
      }
    })

  /// An Ingress of a class with IngressClassParams.
  static func withClass(parameters: String, _ annotations: String) -> String {
    """
    apiVersion: elbv2.k8s.aws/v1beta1
    kind: IngressClassParams
    metadata:
      name: alb
    spec: \(parameters)
    ---
    apiVersion: networking.k8s.io/v1
    kind: IngressClass
    metadata:
      name: alb
    spec:
      controller: ingress.k8s.aws/alb
      parameters: {apiGroup: elbv2.k8s.aws, kind: IngressClassParams, name: alb}
    ---
    \(ingress(annotations))
    """
  }
}

/// A setting of an annotation that IngressClassParams hide.
private struct HiddenSetting {
  /// What is written and does not count.
  var text: String
  var span: SourceSpan
  /// The field that counts, its value and its place.
  var field: String
  var value: String
  var place: SourceSpan

  static func all(
    of annotation: Annotation, _ definition: AnnotationDefinition, own: IngressClassParams?, first: IngressClassParams?
  ) -> [HiddenSetting] {
    let text = AnnotationReader.trim(annotation.value.value)
    if let parameter = own?.parameter(over: definition) {
      let isSame = AnnotationReader.items(parameter.text).elementsEqual(AnnotationReader.items(text))
      guard !isSame else { return [] }
      return [
        HiddenSetting(
          text: text, span: annotation.value.span, field: parameter.field, value: parameter.text, place: parameter.span)
      ]
    }
    switch definition.classParametersField {
    case "minimumLoadBalancerCapacity":
      guard let units = first?.minimumCapacityUnits, text != "CapacityUnits=\(units.value)" else { return [] }
      return [
        HiddenSetting(
          text: text, span: annotation.value.span, field: "spec.minimumLoadBalancerCapacity", value: "\(units.value)",
          place: units.span)
      ]
    case "ipamConfiguration.ipv4IPAMPoolId":
      guard let pool = first?.ipv4IPAMPoolID, pool.value != text else { return [] }
      return [
        HiddenSetting(
          text: text, span: annotation.value.span, field: "spec.ipamConfiguration", value: pool.value, place: pool.span)
      ]
    default: return pairs(of: annotation, definition, (definition === AnnotationDefinition.Ingress.tags ? own : first))
    }
  }

  private static func pairs(
    of annotation: Annotation, _ definition: AnnotationDefinition, _ parameters: IngressClassParams?
  ) -> [HiddenSetting] {
    let settled = parameters?.pairs(over: definition) ?? []
    guard !settled.isEmpty, let pairs = AnnotationReader.pairs(annotation.value.value) else { return [] }
    let values = Dictionary(settled.map { ($0.key.value, $0.value) }, uniquingKeysWith: { $1 })
    let places = annotation.pairPlaces
    return pairs.compactMap { key, text in
      guard let value = values[key], value.value != text else { return nil }
      let place = places[key].map { SourceSpan(file: $0.key.file, start: $0.key.start, end: $0.value.end) }
      return HiddenSetting(
        text: "\(key)=\(text)", span: place ?? annotation.value.span,
        field: "spec.\(definition.classParametersField ?? "")",
        value: value.value, place: value.span)
    }
  }
}

extension Finding.Message {
  fileprivate static func overridden(_ setting: HiddenSetting, key: String) -> Self {
    Self(
      "\(GoText.quote(setting.text)) of \(key) does not count: \(setting.field) of the IngressClassParams is "
        + GoText.quote(setting.value))
  }
}
