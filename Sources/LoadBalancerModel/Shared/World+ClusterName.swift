extension World {
  /// `--cluster-name`, which generated names hash.
  var clusterName: Planned<String> {
    let origin = Origin(.context("controller.clusterName"))
    guard let name = controller.clusterName else { return Planned(unknown: .clusterName, from: origin) }
    return Planned(name, from: origin)
  }
}
