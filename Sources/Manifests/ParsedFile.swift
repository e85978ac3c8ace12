/// One file after reading: its documents with every position, and what could not be read.
package struct ParsedFile: Sendable {
  package let source: SourceFile
  /// The documents in order, without those that hold nothing. None when the file is an unrendered template.
  package let documents: [YAMLDocument]
  /// In the order of the text.
  package let problems: [ManifestProblem]
  /// Where values of Secrets stand in the text, in order of their beginnings. They are in no node; whoever shows the
  /// text must hide them. In a broken text a whole document that seems to be a Secret is one such place.
  package let secretSpans: [SourceSpan]
  /// The nodes of all documents.
  let table: NodeTable
}

/// One document of a file.
package struct YAMLDocument: Sendable {
  package let root: YAMLNode

  package var span: SourceSpan { root.span }
}

/// Reads the documents of one file. Broken documents become problems and the others go on.
package func parse(_ file: SourceFile) -> ParsedFile {
  var parser = FileParser(file)
  return parser.parse()
}
