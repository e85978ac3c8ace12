package import Manifests

/// All that a build can know: the objects of the input, how the controller is set up, what is known of AWS.
package struct World: Sendable {
  package var objects: KubernetesObjects
  package var controller: ControllerConfiguration
  package var aws: AWSFacts {
    didSet { account = AccountIndex(aws) }
  }
  /// Look-ups over `aws`.
  private(set) var account: AccountIndex
  /// The input is all that the cluster holds: what is absent from it does not exist.
  package var isComplete: Bool

  package init(
    objects: KubernetesObjects, controller: ControllerConfiguration = .init(), aws: AWSFacts = .init(),
    isComplete: Bool = false
  ) {
    self.objects = objects
    self.controller = controller
    self.aws = aws
    account = AccountIndex(aws)
    self.isComplete = isComplete
  }
}
