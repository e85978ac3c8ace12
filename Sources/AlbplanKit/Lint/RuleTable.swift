import LoadBalancerModel

/// The rules of a run, sorted by what they look at, so that each object meets only the rules that are about it.
struct RuleTable {
  /// All of them. The lists below name a rule by its position here.
  let rules: [LintRule]
  private(set) var annotations: [AnnotationCheck] = []
  private var values: [ObjectIdentifier: [AnnotationCheck]] = [:]
  private(set) var objects: [ObjectCheck] = []
  private(set) var ingresses: [IngressCheck] = []
  private(set) var services: [ServiceCheck] = []
  private(set) var stacks: [StackCheck] = []
  private(set) var input: [InputCheck] = []
  /// The definitions that some rule on the input waits for.
  private(set) var awaited: Set<ObjectIdentifier> = []
  private var refusals: [FailureCode: LintRule] = [:]
  private var explanations: [FailureCode: [LintRule]] = [:]

  init(_ rules: [LintRule]) {
    self.rules = rules
    for (position, rule) in rules.enumerated() {
      add(rule.check, of: position)
      for code in rule.refusals { refusals[code] = rule }
      for code in rule.explains { explanations[code, default: []].append(rule) }
    }
  }

  private mutating func add(_ check: LintRule.Check, of rule: Int) {
    switch check {
    case .annotations(let check): annotations.append(AnnotationCheck(rule: rule, check: check))
    case .values(of: let definitions, let check):
      for definition in definitions {
        values[ObjectIdentifier(definition), default: []].append(AnnotationCheck(rule: rule, check: check))
      }
    case .objects(let check): objects.append(ObjectCheck(rule: rule, check: check))
    case .ingresses(let check): ingresses.append(IngressCheck(rule: rule, check: check))
    case .services(let check): services.append(ServiceCheck(rule: rule, check: check))
    case .stacks(let check): stacks.append(StackCheck(rule: rule, check: check))
    case .input(let check): input.append(InputCheck(rule: rule, condition: nil, check: check))
    case .inputHolding(let definitions, let check):
      let condition = definitions.map { ObjectIdentifier($0) }
      awaited.formUnion(condition)
      input.append(InputCheck(rule: rule, condition: condition, check: check))
    case .several(let checks):
      // No rule nests them.
      for check in checks { add(check, of: rule) }
    case .refusalsOnly: break
    }
  }

  var looksAtAnnotations: Bool { !annotations.isEmpty || !values.isEmpty || !awaited.isEmpty }

  func checks(of definition: AnnotationDefinition) -> [AnnotationCheck] { values[ObjectIdentifier(definition)] ?? [] }

  /// The rules that may have found the cause of a refusal by themselves.
  func rulesExplaining(_ code: FailureCode) -> [LintRule] { explanations[code] ?? [] }

  /// The rule under which a refusal is reported.
  func rule(for code: FailureCode) -> LintRule? { refusals[code] }
}

// Not one generic type: a function is called the slower the less the compiler knows of it.
extension RuleTable {
  struct AnnotationCheck {
    var rule: Int
    var check: @Sendable (AnnotationSubject, LintContext, inout LintRule.Report) -> Void
  }
  struct ObjectCheck {
    var rule: Int
    var check: @Sendable (ObjectSubject, LintContext, inout LintRule.Report) -> Void
  }
  struct IngressCheck {
    var rule: Int
    var check: @Sendable (IngressSubject, LintContext, inout LintRule.Report) -> Void
  }
  struct ServiceCheck {
    var rule: Int
    var check: @Sendable (ServiceSubject, LintContext, inout LintRule.Report) -> Void
  }
  struct StackCheck {
    var rule: Int
    var check: @Sendable (StackSubject, LintContext, inout LintRule.Report) -> Void
  }
  struct InputCheck {
    var rule: Int
    /// The definitions of which one has to stand in the input; `nil` when nothing has to.
    var condition: [ObjectIdentifier]?
    var check: @Sendable (LintContext, inout LintRule.Report) -> Void
  }
}
