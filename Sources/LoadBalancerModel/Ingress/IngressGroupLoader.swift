import Manifests

/// Sorts the Ingresses of a world into IngressGroups.
///
/// Mirrors `defaultGroupLoader` in `pkg/ingress/group_loader.go`; where the controller asks every Ingress for each
/// group, this asks every Ingress once.
package struct IngressGroupLoader {
  private let world: World
  private var classLoader: IngressClassLoader

  package init(world: World) {
    self.world = world
    classLoader = IngressClassLoader(world: world, loadsParameters: true)
  }

  package mutating func load() -> IngressGroupLoading {
    var loading = IngressGroupLoading()
    var groupPositions: [IngressGroupID: Int] = [:]
    // What stops a group: an Ingress that nobody can classify stops all of them, one with a bad class those whose
    // finalizer it carries. The controller meets the Ingresses in the order of their names.
    var stopping: (name: ObjectName, failure: BuildFailure)?
    var stoppingByFinalizer: [IngressGroupID: (name: ObjectName, failure: BuildFailure)] = [:]
    var departed: [(group: IngressGroupID, position: Int)] = []

    for position in world.objects.effectiveIngressPositions {
      let ingress = world.objects.ingresses[position]
      let name = ingress.metadata.objectName
      var group: IngressGroupID?
      var staysInFinalizedGroups = true
      do {
        if let found = try membership(of: ingress) {
          group = found.id
          let member = LoadedIngressGroup.Member(position: position, settings: found.settings)
          if let known = groupPositions[found.id] {
            loading.groups[known].members.append(member)
          } else {
            groupPositions[found.id] = loading.groups.count
            loading.groups.append(LoadedIngressGroup(id: found.id, members: [member]))
          }
        } else {
          loading.notManaged.append(name)
        }
      } catch {
        loading.withoutGroup.append(IngressWithoutGroup(ingress: name, failure: error.failure))
        switch error.kind {
        case .invalidGroup: break
        case .invalidClass:
          staysInFinalizedGroups = false
          let failure = error.failure.wrapped("Ingress has invalid IngressClass configuration").wrapped(
            "Ingress: \(name)")
          for id in finalizedGroups(of: ingress) where precedes(name, stoppingByFinalizer[id]?.name) {
            stoppingByFinalizer[id] = (name, failure)
          }
        case .other:
          staysInFinalizedGroups = false
          if precedes(name, stopping?.name) { stopping = (name, error.failure.wrapped("Ingress: \(name)")) }
        }
      }
      if staysInFinalizedGroups {
        for id in finalizedGroups(of: ingress) where id != group { departed.append((id, position)) }
      }
    }

    for (id, position) in departed {
      if let group = groupPositions[id] { loading.groups[group].inactiveMembers.append(position) }
    }
    for index in loading.groups.indices {
      let own = stoppingByFinalizer[loading.groups[index].id]
      if let own, precedes(own.name, stopping?.name) {
        loading.groups[index].failure = own.failure
      } else if let stopping {
        loading.groups[index].failure = stopping.failure
      } else {
        sortMembers(of: &loading.groups[index])
      }
    }
    return loading
  }
}

extension KubernetesObjects {
  /// The positions of the Ingresses that count: of several with one name only the last, as with `kubectl apply`.
  var effectiveIngressPositions: [Int] {
    var positions: [ObjectName: Int] = [:]
    for (position, ingress) in ingresses.enumerated() { positions[ingress.metadata.objectName] = position }
    return ingresses.indices.filter { positions[ingresses[$0].metadata.objectName] == $0 }
  }
}

// MARK: Membership

extension IngressGroupLoader {
  private struct MembershipFailure: Error {
    enum Kind { case invalidClass, invalidGroup, other }
    var kind: Kind
    var failure: BuildFailure
  }

  /// The group of an Ingress, or `nil` when it has none.
  ///
  /// Mirrors `loadGroupIDIfAnyHelper`.
  private mutating func membership(
    of ingress: Ingress
  ) throws(MembershipFailure) -> (id: IngressGroupID, settings: IngressClassSettings?)? {
    guard !ingress.metadata.hasDeletionTimestamp, isWatched(ingress) else { return nil }
    let classification: IngressClassification
    do {
      classification = try classLoader.classify(ingress)
    } catch {
      throw MembershipFailure(kind: error.isInvalidClass ? .invalidClass : .other, failure: error.failure)
    }
    guard case .managed(let settings) = classification else { return nil }
    guard let groupName = settings?.parameters?.groupName ?? ingress.metadata.annotations.groupName else {
      return (.implicit(ingress.metadata.objectName), settings)
    }
    if let problem = Self.problem(withGroupName: groupName.value) {
      throw MembershipFailure(
        kind: .invalidGroup,
        failure: BuildFailure(
          stage: .load, "invalid-group-name", "invalid ingress group: \(problem)", at: [groupName.span]))
    }
    return (.explicit(groupName.value), settings)
  }

  private func isWatched(_ ingress: Ingress) -> Bool {
    let watched = world.controller.flags.watchNamespace
    return watched.isEmpty || watched == ingress.metadata.objectName.namespace
  }

  /// What is wrong with the name of an explicit group, in the controller's words.
  ///
  /// Mirrors `validateGroupName`.
  package static func problem(withGroupName name: String) -> String? {
    func isAlphanumeric(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    let bytes = name.utf8
    let isWellFormed =
      bytes.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
      && bytes.first.map(isAlphanumeric) == true && bytes.last.map(isAlphanumeric) == true
    guard isWellFormed else {
      return "groupName must consist of lower case alphanumeric characters, '-' or '.', "
        + "and must start and end with an alphanumeric character"
    }
    return bytes.count > 63 ? "groupName must be no more than 63 characters" : nil
  }

  /// The groups whose finalizer the Ingress carries.
  ///
  /// Mirrors `LoadGroupIDsPendingFinalization`.
  private func finalizedGroups(of ingress: Ingress) -> [IngressGroupID] {
    let explicitPrefix = "group.ingress.k8s.aws/"
    return ingress.metadata.finalizers.compactMap { finalizer in
      if finalizer == "ingress.k8s.aws/resources" { return .implicit(ingress.metadata.objectName) }
      guard finalizer.utf8.starts(with: explicitPrefix.utf8) else { return nil }
      return .explicit(String(finalizer.dropFirst(explicitPrefix.count)))
    }
  }
}

extension Annotations {
  fileprivate var groupName: Located<String>? { self[AnnotationDefinition.Ingress.groupName.key]?.value }
}

// MARK: Order

extension IngressGroupLoader {
  private static let orderRange: ClosedRange<Int32> = -1000...1000

  /// Sorts by `group.order`, then by `namespace/name`.
  ///
  /// Mirrors `sortGroupMembers`.
  private func sortMembers(of group: inout LoadedIngressGroup) {
    do {
      var ordered: [(order: Int32, name: ObjectName, member: LoadedIngressGroup.Member)] = []
      ordered.reserveCapacity(group.members.count)
      for member in group.members {
        ordered.append((0, world.objects.ingresses[member.position].metadata.objectName, member))
      }
      ordered.sort { precedes($0.name, $1.name) }
      for index in ordered.indices {
        ordered[index].order = try order(of: world.objects.ingresses[ordered[index].member.position])
      }
      ordered.sort { $0.order == $1.order ? precedes($0.name, $1.name) : $0.order < $1.order }
      group.members = ordered.map(\.member)
    } catch {
      group.failure = error
    }
  }

  private func order(of ingress: Ingress) throws(BuildFailure) -> Int32 {
    let name = ingress.metadata.objectName
    guard let annotation = ingress.metadata.annotations[AnnotationDefinition.Ingress.groupOrder.key] else { return 0 }
    let order: Planned<Int32>
    do {
      order = try AnnotationReader.integer(annotation)
    } catch {
      var failure = error.wrapped("failed to load Ingress group order for ingress: \(name)")
      failure.stage = .load
      throw failure
    }
    guard let value = order.known, Self.orderRange.contains(value) else {
      throw BuildFailure(
        stage: .load, "group-order-out-of-range",
        "explicit Ingress group order must be within [-1000:1000], Ingress: \(name), order: \(order.known ?? 0)",
        at: [annotation.value.span])
    }
    return value
  }

  /// Bytewise by the text `namespace/name`; anything precedes `nil`.
  private func precedes(_ left: ObjectName, _ right: ObjectName?) -> Bool {
    guard let right else { return true }
    if left.namespace == right.namespace { return left.name.utf8.lexicographicallyPrecedes(right.name.utf8) }
    return left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}
