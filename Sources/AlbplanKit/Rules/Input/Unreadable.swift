import Manifests

/// Rules on text that cannot be read at all.
extension LintRule {
  static let invalidYAML = problems(
    of: .syntax, id: "invalid-yaml",
    summary: "The text is neither YAML nor JSON as kubectl reads them.",
    rationale:
      "kubectl stops at this document and applies nothing of it; what follows it in the file is tried again at "
      + "the next line with ---.",
    remedy: "Mend the text at the marked place; most often the indentation or a quote is wrong.",
    severity: .error,
    flagged: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web
        spec:
          ports: [{port: 80}]
        """)
    ],
    accepted: [readableExample])

  static let unrenderedTemplate = problems(
    of: .unrenderedTemplate, id: "unrendered-template",
    summary: "The file is a template that was not rendered, and is passed over.",
    rationale: "The text between the braces is filled in by another program; what the controller will see can only be "
      + "told afterwards.",
    remedy: "Check what the program gives out, for example helm template or kustomize build.",
    severity: .warning, mistakes: ["M018"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/certificate-arn: "{{ .Values.certificateARN }}"
        """)
    ],
    accepted: [readableExample])

  static let inputLimit = problems(
    of: .limit, id: "input-too-large",
    summary: "The text passes a limit on size, depth or aliases, and is not read.",
    rationale: "No manifest that an API server would take comes near these limits; they keep the checker from being "
      + "tied up by a text that only looks like one.",
    remedy: "Split the file, or write out what aliases repeat.",
    severity: .error,
    flagged: [
      Example(
        "a: &a [x, x, x, x, x, x, x, x, x]\n"
          + (0..<9).map { level in
            let (this, below) = (level == 0 ? "b" : "b\(level)", level == 0 ? "a" : level == 1 ? "b" : "b\(level - 1)")
            return "\(this): &\(this) [\((0..<9).map { _ in "*\(below)" }.joined(separator: ", "))]"
          }.joined(separator: "\n"))
    ],
    accepted: [readableExample])

  static let wrongEncoding = problems(
    of: .encoding, id: "wrong-encoding",
    summary: "The file is not UTF-8.",
    rationale: "kubectl reads UTF-8 only. Editors on Windows like to save UTF-16 or an older encoding.",
    remedy: "Save the file as UTF-8.",
    severity: .error,
    flagged: [Example("\u{0}a\u{0}p\u{0}i")], accepted: [readableExample])

  static let ignoredText = problems(
    of: .ignoredText, id: "ignored-text",
    summary: "kubectl passes over a part of the file.",
    rationale:
      "kubectl cuts files at lines with --- and reads one document of each piece: what follows a line with ... "
      + "is dropped without a word.",
    remedy: "Put a line with --- before the text, or remove it.",
    severity: .warning,
    flagged: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          ports: [{port: 80}]
        ...
        apiVersion: v1
        kind: Service
        metadata:
          name: shop
        spec:
          ports: [{port: 80}]
        """)
    ],
    accepted: [readableExample])
}
