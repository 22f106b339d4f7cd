import Adjudication
import ClaimModel
import Yams

/// A file of plans and members in YAML; docs/payer.md has every key.
///
/// ```swift
/// let plans = try PlanFile(text, name: "plans.yaml", fees: .builtIn).plans
/// ```
public struct PlanFile: Sendable {
  /// The most bytes that are read.
  public static let maximumBytes = 64_000_000

  /// The plans, in the file's order.
  public let plans: [Plan]

  /// Reads the text of a file. `medicare` is the schedule of plans that ask for Medicare's fees; `nil` when there is none.
  /// - Throws: ``PlanFileFault`` at the first thing that is not as it should be.
  public init(_ text: String, name: String, medicare: FeeSchedule? = nil) throws(PlanFileFault) {
    guard text.utf8.count <= PlanFile.maximumBytes else {
      throw PlanFileFault(
        file: name, line: 1, column: 1, expected: "at most \(PlanFile.maximumBytes) bytes", found: "more",
        remedy: "divide the file")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw PlanFileFault(error, in: name)
    }
    guard let root else {
      throw PlanFileFault(
        file: name, line: 1, column: 1, expected: "the key plans", found: "an empty file",
        remedy: "begin with 'plans:'")
    }
    var section = try YAMLSection(root, in: name, what: "a file of plans")
    _ = try section.needed("plans")
    let elements = try section.sections("plans") ?? []
    try section.finish()
    var plans: [Plan] = []
    for element in elements {
      var reader = PlanReader(element, medicare: medicare)
      let plan = try reader.plan()
      guard !plans.contains(where: { $0.payer == plan.payer }) else {
        throw PlanFileFault(
          element.node, in: name, expected: "one plan for each payer", found: "a second one for \(plan.payer)",
          remedy: "give it another payer or remove it")
      }
      plans.append(plan)
    }
    guard !plans.isEmpty else {
      throw PlanFileFault(root, in: name, expected: "at least one plan", found: "none", remedy: "add '- payer: …'")
    }
    self.plans = plans
  }
}

extension PlanFileFault {
  /// What the YAML parser says.
  fileprivate init(_ error: any Error, in file: String) {
    var (line, column, problem) = (1, 1, "something else")
    switch error as? YamlError {
    case .scanner(_, let text, let mark, _)?, .parser(_, let text, let mark, _)?, .composer(_, let text, let mark, _)?:
      (line, column, problem) = (mark.line, mark.column, text)
    case .duplicatedKeysInMapping(_, let context)?:
      (line, column, problem) = (context.mark.line, context.mark.column, "a key that is there twice")
    case .reader(let text, _, _, _)?: problem = text
    default: break
    }
    self.init(
      file: file, line: line, column: column, expected: "YAML", found: problem,
      remedy: "correct the indentation or the quotes")
  }
}
