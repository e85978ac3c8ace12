import Manifests

/// Which objects of the input are patches, that hold only what they change.
///
/// What kustomizations of the input say of a file counts: it is one of their patches, or one of their resources. Of a
/// file that none of them names the file's name is all there is to go by: `overlays/prod/patch-ingress.yaml`.
struct PatchFiles {
  private var patches: Set<FileID> = []
  private var resources: Set<FileID> = []
  private var named: Set<FileID> = []

  init(_ files: [ParsedFile]) {
    var byPath: [String: FileID] = [:]
    var kustomizations: [ParsedFile] = []
    for file in files {
      let path = RelativePath(file.source.name)
      byPath[path.text] = file.source.id
      if path.lastPart.lowercased().contains("patch") { named.insert(file.source.id) }
      if file.documents.contains(where: { Self.isKustomization($0.root, path.lastPart) }) {
        kustomizations.append(file)
      }
    }
    for file in kustomizations {
      let folder = RelativePath(file.source.name).folder
      for document in file.documents {
        for text in Self.patches(of: document.root) {
          if let id = byPath[RelativePath(text, in: folder).text] { patches.insert(id) }
        }
        for node in document.root["resources"]?.elements.map({ $0 }) ?? [] {
          if let id = byPath[RelativePath(node.text, in: folder).text] { resources.insert(id) }
        }
      }
    }
  }

  /// The object need not be whole.
  func holds(_ object: YAMLNode, in file: FileID) -> Bool {
    // A directive of strategic merging, as in `$patch: delete`.
    if object["$patch"] != nil || object["spec"]?["$patch"] != nil { return true }
    if patches.contains(file) { return true }
    return named.contains(file) && !resources.contains(file)
  }

  private static func isKustomization(_ root: YAMLNode, _ fileName: String) -> Bool {
    if ["kustomization.yaml", "kustomization.yml", "Kustomization"].contains(fileName) { return true }
    return (root["kind"]?.text == "Kustomization" || root["kind"]?.text == "Component")
      && root["apiVersion"]?.text.hasPrefix("kustomize.config.k8s.io/") == true
  }

  /// The files that a kustomization takes for patches. A patch may also be written in place; such a text is no path.
  private static func patches(of root: YAMLNode) -> [String] {
    var texts: [String] = []
    for key in ["patches", "patchesStrategicMerge", "patchesJson6902"] {
      guard let list = root[key], list.kind == .sequence else { continue }
      for element in list.elements {
        let path = element.kind == .mapping ? element["path"] : element
        if let path, path.kind == .scalar, !path.text.utf8.contains(0x0A) { texts.append(path.text) }
      }
    }
    return texts
  }
}

/// The name of a file without `.` and, as far as it goes, without `..`.
private struct RelativePath {
  private var parts: [Substring]
  private var isAbsolute: Bool

  init(_ text: String, in folder: RelativePath? = nil) {
    isAbsolute = text.utf8.first == UInt8(ascii: "/")
    parts = isAbsolute ? [] : folder?.parts ?? []
    if !isAbsolute, let folder { isAbsolute = folder.isAbsolute }
    for part in text.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
  }

  var text: String { (isAbsolute ? "/" : "") + parts.joined(separator: "/") }
  var lastPart: String { parts.last.map(String.init) ?? "" }
  var folder: RelativePath {
    var folder = self
    _ = folder.parts.popLast()
    return folder
  }
}
