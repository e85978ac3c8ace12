package import LoadBalancerModel
package import Manifests

/// What a rule may look up: the world of the run, and what was worked out from it once.
///
/// It belongs to one run, and is asked by one rule after the other.
package final class LintContext {
  package let pipeline: Pipeline
  /// Each file of the input with all its documents, those of other kinds too.
  package let files: [ParsedFile]
  /// The Services that Ingresses of the controller send requests to, be they in the input or not.
  package let ingressBackends: Set<ObjectName>

  /// Which objects of the input are patches.
  private(set) lazy var patches = PatchFiles(files)

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

  // These are lent (`_read`) and not copied: a rule wants one small part of them.

  package var world: World { _read { yield pipeline.world } }
  package var objects: KubernetesObjects { _read { yield pipeline.world.objects } }
  package var controller: ControllerConfiguration { _read { yield pipeline.world.controller } }
}
