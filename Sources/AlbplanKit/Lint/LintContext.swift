package import LoadBalancerModel
package import Manifests

/// What a rule may look up: the world of the run, and what was worked out from it once.
package struct LintContext: Sendable {
  package var world: World

  package var objects: KubernetesObjects { world.objects }
  package var controller: ControllerConfiguration { world.controller }
}
