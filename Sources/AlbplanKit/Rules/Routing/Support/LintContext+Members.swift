import LoadBalancerModel
import Manifests

extension LintContext {
  /// Visits each member of each IngressGroup, group by group.
  func forEachMember(_ visit: (IngressGroupMember, IngressGroupID) -> Void) {
    let ingresses = objects.ingresses
    for group in pipeline.loading.groups {
      for member in group.members where ingresses.indices.contains(member.position) {
        visit(IngressGroupMember(ingress: ingresses[member.position], settings: member.settings), group.id)
      }
    }
  }
}
