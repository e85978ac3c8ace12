import LoadBalancerModel

/// The rules of a run, sorted by what they look at, so that each object meets only the rules that are about it.
struct RuleTable {
  /// All of them. The lists below name a rule by its position here.
  let rules: [LintRule]
  private(set) var annotations: [AnnotationCheck] = []
  private var values: [ObjectIdentifier: [AnnotationCheck]] = [:]
  private(set) var ingresses: [IngressCheck] = []
  private(set) var services: [ServiceCheck] = []
  private(set) var stacks: [StackCheck] = []
  private(set) var input: [InputCheck] = []
  private var refusals: [FailureCode: LintRule] = [:]
  private var explanations: [FailureCode: [LintRule]] = [:]

  init(_ rules: [LintRule]) {
    self.rules = rules
    for (position, rule) in rules.enumerated() {
      switch rule.check {
      case .annotations(let check): annotations.append(AnnotationCheck(rule: position, check: check))
      case .values(of: let definitions, let check):
        for definition in definitions {
          values[ObjectIdentifier(definition), default: []].append(AnnotationCheck(rule: position, check: check))
        }
      case .ingresses(let check): ingresses.append(IngressCheck(rule: position, check: check))
      case .services(let check): services.append(ServiceCheck(rule: position, check: check))
      case .stacks(let check): stacks.append(StackCheck(rule: position, check: check))
      case .input(let check): input.append(InputCheck(rule: position, check: check))
      case .refusalsOnly: break
      }
      for code in rule.refusals { refusals[code] = rule }
      for code in rule.explains { explanations[code, default: []].append(rule) }
    }
  }

  var looksAtAnnotations: Bool { !annotations.isEmpty || !values.isEmpty }

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
    var check: @Sendable (LintContext, inout LintRule.Report) -> Void
  }
}
