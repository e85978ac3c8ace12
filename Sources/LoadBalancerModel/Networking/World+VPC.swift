extension World {
  /// The `vpcID` of a TargetGroupBinding: the controller's VPC, left out when the controller has none.
  var vpcIDOfBindings: Planned<String>? {
    let origin = Origin(.context("aws.vpcID"))
    guard let id = aws.vpcID else { return Planned(unknown: .vpcID, from: origin) }
    return id.isEmpty ? nil : Planned(id, from: origin)
  }
}
