import LoadBalancerModel
import Manifests

extension LintRule {
  package static let malformedJSON = LintRule(
    id: "malformed-json",
    summary: "The JSON of an annotation cannot be read.",
    rationale:
      "The controller decodes it with Go's encoding/json and gives up at the first fault: a comma too many, single "
      + "quotes, a comment, a number where a string is wanted. Fields that it does not know it passes over.",
    remedy: "Mend the JSON at the marked place.",
    severity: .error, mistakes: ["M070", "M071", "M072"], refusals: ["malformed-json"],
    flagged: [
      Example(
        ingress(
          "alb.ingress.kubernetes.io/auth-idp-cognito: "
            + #"'{"userPoolARN":"arn:aws:cognito:a","userPoolClientID":"b","userPoolDomain":"c",}'"#
        ),
        marks: ["}"],
        fixed: ingress(
          "alb.ingress.kubernetes.io/auth-idp-cognito: "
            + #"'{"userPoolARN":"arn:aws:cognito:a","userPoolClientID":"b","userPoolDomain":"c"}'"#
        )),
      Example(
        ingress(
          "alb.ingress.kubernetes.io/actions.web: "
            + #"'{"type":"fixed-response","fixedResponseConfig":{"contentType":"text/plain","statusCode":404}}'"#),
        marks: ["404"],
        fixed: ingress(
          "alb.ingress.kubernetes.io/actions.web: "
            + #"'{"type":"fixed-response","fixedResponseConfig":{"contentType":"text/plain","statusCode":"404"}}'"#)),
      Example(
        ingress("alb.ingress.kubernetes.io/conditions.web: '{\"field\":\"host-header\"}'"),
        marks: ["{\"field\":\"host-header\"}"]),
    ],
    accepted: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/actions.gone: >-
              {"type":"fixed-response","fixedResponseConfig":{"contentType":"text/plain","statusCode":"410"}}
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: gone, port: {name: use-annotation}}}
        """)
    ],
    check: .values(of: JSONAnnotation.all.map(\.definition)) { subject, _, report in
      guard subject.isReadHere, subject.textFlaw == nil, subject.annotation.portInPlaceOfAction == nil,
        let annotation = JSONAnnotation.all.first(where: { $0.definition === subject.definition })
      else { return }
      do throws(GoJSON.Failure) {
        _ = try GoJSON.decode(subject.value, as: annotation.type)
      } catch {
        let editor = report.editor(for: subject.annotation.value.span)
        let span = editor?.text.span(of: error.range, in: subject.annotation.value) ?? subject.annotation.value.span
        let fix = editor.flatMap { JSONMending(failure: error, annotation: annotation).fix(subject.annotation, $0) }
        report(.malformedJSON(error, key: subject.shortKey), at: span, in: subject.object, fix: fix)
      }
    })
}

/// The annotations whose JSON is read in one piece, with their types in Go.
private struct JSONAnnotation {
  var definition: AnnotationDefinition
  var type: GoType

  static let all: [JSONAnnotation] = [
    JSONAnnotation(
      definition: AnnotationDefinition.Ingress.actions, type: .structure(ActionConfiguration.schema)),
    JSONAnnotation(
      definition: AnnotationDefinition.Ingress.conditions, type: .slice(.structure(ConditionConfiguration.schema))),
    JSONAnnotation(
      definition: AnnotationDefinition.Ingress.transforms, type: .slice(.structure(TransformConfiguration.schema))),
    JSONAnnotation(
      definition: AnnotationDefinition.Ingress.authIDPCognito,
      type: .structure(AuthenticationConfiguration.CognitoIdentityProvider.schema)),
    JSONAnnotation(
      definition: AnnotationDefinition.Ingress.authIDPOIDC,
      type: .structure(AuthenticationConfiguration.OIDCIdentityProvider.schema)),
    JSONAnnotation(
      definition: AnnotationDefinition.Ingress.jwtValidation, type: .structure(JWTConfiguration.schema)),
    JSONAnnotation(
      definition: AnnotationDefinition.Service.actions, type: .structure(WeightedActionConfiguration.schema)),
  ]
}

/// Finds the small change that makes JSON readable.
private struct JSONMending {
  var failure: GoJSON.Failure
  var annotation: JSONAnnotation

  func fix(_ written: Annotation, _ editor: FixBuilder) -> Finding.Fix? {
    let bytes = Array(written.value.value.utf8)
    if let edit = withoutComma(bytes, written, editor) {
      return Finding.Fix("remove the comma before the bracket", .safe, edits: [edit])
    }
    if let edit = quotesChanged(bytes, written, editor) {
      return Finding.Fix(edit.isQuoted ? "put it in quotes" : "take it out of its quotes", .safe, edits: [edit.edit])
    }
    if !bytes.contains(UInt8(ascii: "\"")), bytes.contains(UInt8(ascii: "'")) {
      let mended = String(decoding: bytes.map { $0 == UInt8(ascii: "'") ? UInt8(ascii: "\"") : $0 }, as: UTF8.self)
      if isReadable(mended), let edit = editor.replaceValue(written.value, with: mended) {
        return Finding.Fix("write double quotes", .safe, edits: [edit])
      }
    }
    return nil
  }

  /// `[1,]` without its comma.
  private func withoutComma(_ bytes: [UInt8], _ written: Annotation, _ editor: FixBuilder) -> Finding.Edit? {
    let at = failure.range.lowerBound
    guard at < bytes.count, bytes[at] == UInt8(ascii: "}") || bytes[at] == UInt8(ascii: "]") else { return nil }
    guard let comma = bytes[..<at].lastIndex(where: { $0 > 0x20 }), bytes[comma] == UInt8(ascii: ",") else {
      return nil
    }
    return edit(of: comma..<comma + 1, with: "", bytes, written, editor)
  }

  /// A number as a string, or a string as a number or boolean.
  private func quotesChanged(
    _ bytes: [UInt8], _ written: Annotation, _ editor: FixBuilder
  ) -> (edit: Finding.Edit, isQuoted: Bool)? {
    guard failure.range.upperBound <= bytes.count, let first = bytes[failure.range].first else { return nil }
    if first == UInt8(ascii: "\"") {
      let inner = String(decoding: bytes[failure.range].dropFirst().dropLast(), as: UTF8.self)
      let isNumber = !inner.isEmpty && inner.utf8.allSatisfy { (0x30...0x39).contains($0) }
      guard isNumber || inner == "true" || inner == "false" else { return nil }
      return edit(of: failure.range, with: inner, bytes, written, editor).map { ($0, false) }
    }
    let text = String(decoding: bytes[failure.range], as: UTF8.self)
    guard (0x30...0x39).contains(first) || text == "true" || text == "false" else { return nil }
    return edit(of: failure.range, with: "\"\(text)\"", bytes, written, editor).map { ($0, true) }
  }

  private func edit(
    of range: Range<Int>, with text: String, _ bytes: [UInt8], _ written: Annotation, _ editor: FixBuilder
  ) -> Finding.Edit? {
    let mended = bytes[..<range.lowerBound] + Array(text.utf8) + bytes[range.upperBound...]
    guard isReadable(String(decoding: mended, as: UTF8.self)) else { return nil }
    return editor.replacePart(range, of: written.value, with: text)
  }

  /// The text can be read, or fails elsewhere.
  private func isReadable(_ text: String) -> Bool {
    do throws(GoJSON.Failure) {
      _ = try GoJSON.decode(text, as: annotation.type)
      return true
    } catch {
      return error.range.lowerBound > failure.range.upperBound
    }
  }
}

extension Finding.Message {
  fileprivate static func malformedJSON(_ failure: GoJSON.Failure, key: String) -> Self {
    let words = String(decoding: failure.message.utf8.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
    return "the JSON of \(key) cannot be read: \(words)"
  }
}
