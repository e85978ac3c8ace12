import LoadBalancerModel

/// The words of the input's language, in the form that libFuzzer reads.
package enum FuzzDictionary {
  /// Keys and values of annotations, fields, kinds, and the signs of YAML.
  package static func text() -> String {
    var words: [String] = []
    for definition in AnnotationCatalogue.standard.definitions {
      words.append(definition.key)
      if case .oneOf(let values) = definition.type { words += values }
    }
    words += HostileValues.texts.filter { $0.utf8.count > 1 } + HostileValues.raws
    words += fields
    var seen: Set<String> = []
    var text = ""
    for word in words where !word.isEmpty && seen.insert(word).inserted { text += "\"\(escaped(word))\"\n" }
    return text
  }

  private static let fields = [
    "apiVersion: networking.k8s.io/v1\n", "apiVersion: v1\n", "apiVersion: elbv2.k8s.aws/v1beta1\n", "kind: Ingress\n",
    "kind: Service\n", "kind: IngressClass\n", "kind: IngressClassParams\n", "kind: Secret\n", "kind: Namespace\n",
    "kind: List\nitems:\n", "metadata:\n  name: ", "  namespace: ", "  annotations:\n    ", "  labels:\n    ",
    "spec:\n",
    "  ingressClassName: ", "  rules:\n", "  - host: ", "    http:\n      paths:\n", "      - path: ",
    "        pathType: Prefix\n", "        backend:\n          service:\n", "            name: ", "            port:\n",
    "              number: ", "  defaultBackend:\n", "  tls:\n", "  - hosts:\n", "  type: LoadBalancer\n",
    "  loadBalancerClass: service.k8s.aws/nlb\n", "  ports:\n", "  - port: ", "    targetPort: ", "    nodePort: ",
    "    protocol: UDP\n", "  loadBalancerSourceRanges:\n", "  externalTrafficPolicy: Local\n", "  ipFamilies:\n",
    "stringData:\n", "data:\n", "---\n", "#--file--\n", "#--context--\n", "# albplan: ignore",
  ]

  private static func escaped(_ word: String) -> String {
    var text = ""
    for byte in word.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += "\\" + String(UnicodeScalar(byte))
      case 0x20...0x7E: text += String(UnicodeScalar(byte))
      default: text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}
