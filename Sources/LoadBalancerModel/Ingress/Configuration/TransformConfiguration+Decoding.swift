package import Manifests

extension TransformConfiguration {
  /// `Transform` and what it holds, in `pkg/ingress/config_types.go`.
  package static let schema = GoStructure(
    "ingress", "Transform",
    [
      GoField("type", .string(named: "ingress.TransformType")),
      GoField("hostHeaderRewriteConfig", .pointer(.structure(rewritesSchema))),
      GoField("urlRewriteConfig", .pointer(.structure(rewritesSchema))),
    ])

  private static let rewritesSchema = GoStructure(
    "ingress", "RewriteConfigObject", [GoField("rewrites", .slice(.structure(rewriteSchema)))])

  private static let rewriteSchema = GoStructure(
    "ingress", "RewriteConfig", [GoField("regex", .string), GoField("replace", .string)])

  /// Reads an annotation `transforms.{name}`; not validated yet.
  package static func parse(_ annotation: Annotation) throws(BuildFailure) -> [Self] {
    let value = try AnnotationReader.json(annotation, as: .slice(.structure(schema)))
    let origin = Origin.annotation(annotation)
    return value.records.map { record in
      Self(
        type: record["type"].string ?? "", hostHeaderRewrites: rewrites(record["hostHeaderRewriteConfig"]),
        urlRewrites: rewrites(record["urlRewriteConfig"]), origin: origin)
    }
  }

  private static func rewrites(_ value: GoValue) -> [Rewrite]? {
    value.record.map { configuration in
      configuration["rewrites"].records.map {
        Rewrite(regex: $0["regex"].string ?? "", replace: $0["replace"].string ?? "")
      }
    }
  }
}
