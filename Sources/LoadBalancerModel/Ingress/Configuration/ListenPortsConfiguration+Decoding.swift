package import Manifests

extension ListenPortsConfiguration {
  /// The Go type of the annotation's JSON.
  package static let schema = GoType.slice(.map(.int32))

  /// Reads an annotation `listen-ports`; ports and protocols are not validated yet.
  package static func parse(_ annotation: Annotation) throws(BuildFailure) -> Self {
    let text = annotation.value.value
    let value: GoValue
    do {
      value = try GoJSON.decode(text, as: schema)
    } catch {
      throw BuildFailure(
        "malformed-listen-ports", "failed to parse listen-ports configuration: `\(text)`: \(error.message)",
        at: [annotation.value.span])
    }
    guard let objects = value.list, !objects.isEmpty else {
      throw BuildFailure(
        "empty-listen-ports", "empty listen-ports configuration: `\(text)`", at: [annotation.value.span])
    }
    let entries = objects.flatMap { $0.entries ?? [] }.map { key, port in
      Entry(listenerProtocol: key, port: port.int32 ?? 0)
    }
    return Self(entries: entries, origin: .annotation(annotation))
  }
}
