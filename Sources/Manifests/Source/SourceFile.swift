/// One text to read: its bytes and the name under which messages speak of it.
package struct SourceFile: Sendable {
  package var id: FileID
  /// The path as the user gave it, or `<stdin>`.
  package var name: String
  package var bytes: [UInt8]

  package init(id: FileID, name: String, bytes: [UInt8]) {
    self.id = id
    self.name = name
    self.bytes = bytes
  }
}
