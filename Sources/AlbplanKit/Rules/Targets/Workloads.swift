import LoadBalancerModel
import Manifests

/// A template of pods in the input: a Deployment, or another object that makes pods.
struct Workload {
  /// `Deployment shop/web`.
  var object: String
  var labels: [(key: String, value: String)]
  /// The specification of its pods.
  var pods: YAMLNode

  /// `nil` for objects that make no pods.
  fileprivate init?(_ object: InputWalk.Object) {
    let template: YAMLNode?
    switch object.kind {
    case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Rollout": template = object.node["spec"]?["template"]
    case "Pod": template = object.node
    default: return nil
    }
    guard let template, let pods = template["spec"], pods.kind == .mapping,
      let labels = template["metadata"]?["labels"], labels.kind == .mapping
    else { return nil }
    self.object = object.name
    self.labels = labels.entries.map { ($0.key.keyText, $0.value.text) }
    self.pods = pods
  }

  /// They are to run on Fargate, where a pod is on no instance of EC2.
  var computeType: YAMLNode? { pods["nodeSelector"]?["eks.amazonaws.com/compute-type"] }

  /// The path that an HTTP readiness probe asks for; `nil` when there is none, or several differ.
  var readinessPath: YAMLNode? {
    guard let containers = pods["containers"], containers.kind == .sequence else { return nil }
    let paths = containers.elements.compactMap { $0["readinessProbe"]?["httpGet"]?["path"] }
    guard let first = paths.first, paths.allSatisfy({ $0.text == first.text }) else { return nil }
    return first
  }
}

/// The workloads of the input by namespace and label.
struct Workloads {
  private struct Label: Hashable {
    var namespace: String
    var key: String
    var value: String
  }
  private var all: [Workload] = []
  private var positions: [Label: [Int]] = [:]

  /// - Parameter isWanted: others are left out.
  init(_ files: [ParsedFile], where isWanted: (Workload) -> Bool) {
    for file in files {
      InputWalk.forEachObject(in: file) { object in
        guard let workload = Workload(object), isWanted(workload) else { return }
        let namespace = object.node["metadata"]?["namespace"]?.text ?? ""
        for label in workload.labels {
          positions[Label(namespace: namespace, key: label.key, value: label.value), default: []].append(all.count)
        }
        all.append(workload)
      }
    }
  }

  var isEmpty: Bool { all.isEmpty }

  /// The first one whose pods a Service selects.
  func first(behind service: Service) -> Workload? {
    guard let selector = service.metadata.node?["spec"]?["selector"], selector.kind == .mapping else { return nil }
    let wanted = selector.entries.map { ($0.key.keyText, $0.value.text) }
    guard let (key, value) = wanted.first else { return nil }
    let label = Label(namespace: service.metadata.namespace?.value ?? "", key: key, value: value)
    return positions[label]?.lazy.map { all[$0] }.first { workload in
      wanted.allSatisfy { key, value in workload.labels.contains { $0.key == key && $0.value == value } }
    }
  }
}

/// A Service of the input behind an Ingress of the controller.
struct BackendUse {
  var ingress: Ingress
  var service: Service
  var backend: ServiceBackend
  var reader: AnnotationReader

  var object: String { "Ingress \(ingress.metadata.objectName)" }

  /// All whose target type no IngressClassParams decide.
  static func all(in context: LintContext) -> [BackendUse] {
    guard !context.objects.ingressClassParams.contains(where: { $0.targetType != nil }) else { return [] }
    let ingresses = context.objects.ingresses
    var uses: [BackendUse] = []
    for loaded in context.pipeline.loading.groups.lazy.flatMap(\.members)
    where ingresses.indices.contains(loaded.position) {
      let ingress = ingresses[loaded.position]
      for backend in ingress.serviceBackends {
        let name = ObjectName(namespace: ingress.metadata.objectName.namespace, name: backend.service)
        guard let service = context.objects.service(name) else { continue }
        uses.append(
          BackendUse(
            ingress: ingress, service: service, backend: backend,
            reader: AnnotationReader(service.metadata.annotations, ingress.metadata.annotations)))
      }
    }
    return uses
  }

  /// The target type, and the annotation that says so.
  func targetType(_ context: LintContext) -> (type: String, span: SourceSpan?) {
    let annotation = reader.annotation(AnnotationDefinition.Ingress.targetType)
    return (annotation?.value.value ?? context.controller.flags.defaultTargetType, annotation?.value.span)
  }
}
