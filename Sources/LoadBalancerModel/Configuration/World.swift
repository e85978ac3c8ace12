package import Manifests

/// All that a build can know: the objects of the input, how the controller is set up, what is known of AWS.
///
/// Every builder keeps one, so it is no more than a reference to its facts.
package struct World: Sendable {
  private var facts: Facts

  package init(
    objects: KubernetesObjects, controller: ControllerConfiguration = .init(), aws: AWSFacts = .init(),
    isComplete: Bool = false
  ) {
    facts = Facts(
      objects: objects, controller: controller, aws: aws, account: AccountIndex(aws), isComplete: isComplete)
  }

  // The facts are lent (`_read`) and not copied: most readers want one small part of them.

  package var objects: KubernetesObjects {
    _read { yield facts.objects }
    set { facts = facts.changed(objects: newValue) }
  }
  package var controller: ControllerConfiguration {
    _read { yield facts.controller }
    set { facts = facts.changed(controller: newValue) }
  }
  package var aws: AWSFacts {
    _read { yield facts.aws }
    set { facts = facts.changed(aws: newValue) }
  }
  /// Look-ups over `aws`.
  var account: AccountIndex { facts.account }
  /// The input is all that the cluster holds: what is absent from it does not exist.
  package var isComplete: Bool {
    get { facts.isComplete }
    set { facts = facts.changed(isComplete: newValue) }
  }
}

/// What a world knows.
private final class Facts: Sendable {
  let objects: KubernetesObjects
  let controller: ControllerConfiguration
  let aws: AWSFacts
  let account: AccountIndex
  let isComplete: Bool

  init(
    objects: KubernetesObjects, controller: ControllerConfiguration, aws: AWSFacts, account: AccountIndex,
    isComplete: Bool
  ) {
    self.objects = objects
    self.controller = controller
    self.aws = aws
    self.account = account
    self.isComplete = isComplete
  }

  func changed(
    objects: KubernetesObjects? = nil, controller: ControllerConfiguration? = nil, aws: AWSFacts? = nil,
    isComplete: Bool? = nil
  ) -> Facts {
    Facts(
      objects: objects ?? self.objects, controller: controller ?? self.controller, aws: aws ?? self.aws,
      account: aws.map(AccountIndex.init) ?? account, isComplete: isComplete ?? self.isComplete)
  }
}
