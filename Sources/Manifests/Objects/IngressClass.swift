/// An IngressClass of `networking.k8s.io/v1`.
package final class IngressClass: Sendable {
  package let metadata: ObjectMetadata
  package let controller: Located<String>?
  package let parameters: IngressClassParametersReference?

  package init(metadata: ObjectMetadata, controller: Located<String>?, parameters: IngressClassParametersReference?) {
    self.metadata = metadata
    self.controller = controller
    self.parameters = parameters
  }
}

/// `spec.parameters` of an IngressClass.
package struct IngressClassParametersReference: Sendable {
  package var apiGroup: Located<String>?
  package var kind: Located<String>
  package var name: Located<String>
  package var span: SourceSpan

  package init(apiGroup: Located<String>?, kind: Located<String>, name: Located<String>, span: SourceSpan) {
    self.apiGroup = apiGroup
    self.kind = kind
    self.name = name
    self.span = span
  }
}
