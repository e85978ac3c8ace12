package import LoadBalancerModel
package import Manifests
import Synchronization

/// What a rule may look up: the world of the run, and what was worked out from it once.
package final class LintContext: Sendable {
  package let pipeline: Pipeline
  /// Each file of the input with all its documents, those of other kinds too.
  package let files: [ParsedFile]
  /// The Services that Ingresses of the controller send requests to, be they in the input or not.
  package let ingressBackends: Set<ObjectName>
  /// Read when the first rule asks for them: several rules do.
  private let knownAttributeLists = Mutex<[AttributeList]?>(nil)

  package init(pipeline: Pipeline, files: [ParsedFile]) {
    self.pipeline = pipeline
    self.files = files
    let ingresses = pipeline.world.objects.ingresses
    var backends: Set<ObjectName> = []
    for group in pipeline.loading.groups {
      for member in group.members where ingresses.indices.contains(member.position) {
        backends.formUnion(ingresses[member.position].backendServices)
      }
    }
    ingressBackends = backends
  }

  /// The attribute lists of all objects that the controller reads.
  var attributeLists: [AttributeList] {
    knownAttributeLists.withLock { known in
      if let known { return known }
      let lists = AttributeList.all(in: self)
      known = lists
      return lists
    }
  }

  package var world: World { pipeline.world }
  package var objects: KubernetesObjects { world.objects }
  package var controller: ControllerConfiguration { world.controller }
}
