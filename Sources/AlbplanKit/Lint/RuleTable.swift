import LoadBalancerModel

/// The rules of a run, sorted by what they look at, so that each object meets only the rules that are about it.
struct RuleTable {
  typealias AnnotationCheck = (
    rule: LintRule, check: @Sendable (AnnotationSubject, LintContext, inout LintRule.Report) -> Void
  )

  private(set) var annotations: [AnnotationCheck] = []
  private var values: [ObjectIdentifier: [AnnotationCheck]] = [:]
  private(set) var ingresses:
    [(rule: LintRule, check: @Sendable (IngressSubject, LintContext, inout LintRule.Report) -> Void)] = []
  private(set) var services:
    [(rule: LintRule, check: @Sendable (ServiceSubject, LintContext, inout LintRule.Report) -> Void)] = []
  private(set) var stacks:
    [(rule: LintRule, check: @Sendable (StackOutcome, LintContext, inout LintRule.Report) -> Void)] = []
  private(set) var input: [(rule: LintRule, check: @Sendable (LintContext, inout LintRule.Report) -> Void)] = []
  private var refusals: [FailureCode: LintRule] = [:]
  private var explanations: [FailureCode: [LintRule]] = [:]

  init(_ rules: [LintRule]) {
    for rule in rules {
      switch rule.check {
      case .annotations(let check): annotations.append((rule, check))
      case .values(of: let definitions, let check):
        for definition in definitions { values[ObjectIdentifier(definition), default: []].append((rule, check)) }
      case .ingresses(let check): ingresses.append((rule, check))
      case .services(let check): services.append((rule, check))
      case .stacks(let check): stacks.append((rule, check))
      case .input(let check): input.append((rule, check))
      case .refusalsOnly: break
      }
      for code in rule.refusals { refusals[code] = rule }
      for code in rule.explains { explanations[code, default: []].append(rule) }
    }
  }

  var looksAtAnnotations: Bool { !annotations.isEmpty || !values.isEmpty }

  func checks(of definition: AnnotationDefinition?) -> [AnnotationCheck] {
    definition.flatMap { values[ObjectIdentifier($0)] } ?? []
  }

  /// The rules that may have found the cause of a refusal by themselves.
  func rulesExplaining(_ code: FailureCode) -> [LintRule] { explanations[code] ?? [] }

  /// The rule under which a refusal is reported.
  func rule(for code: FailureCode) -> LintRule? { refusals[code] }
}
