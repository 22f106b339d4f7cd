import Adjudication
import ClaimModel
import YAMLFiles

/// A file of plans and members in YAML; docs/payer.md has every key.
///
/// ```swift
/// let plans = try PlanFile(text, name: "plans.yaml", fees: .builtIn).plans
/// ```
public struct PlanFile: Sendable {
  /// The plans, in the file's order.
  public let plans: [Plan]

  /// Reads the text of a file. `medicare` is the schedule of plans that ask for Medicare's fees; `nil` when there is none.
  /// - Throws: `YAMLFault` at the first thing that is not as it should be.
  public init(_ text: String, name: String, medicare: FeeSchedule? = nil) throws(YAMLFault) {
    let root = try YAMLDocument.root(of: text, name: name)
    var section = try YAMLSection(root, in: name, what: "a file of plans")
    _ = try section.needed("plans")
    let elements = try section.sections("plans") ?? []
    try section.finish()
    var plans: [Plan] = []
    for element in elements {
      var reader = PlanReader(element, medicare: medicare)
      let plan = try reader.plan()
      guard !plans.contains(where: { $0.payer == plan.payer }) else {
        throw YAMLFault(
          element.node, in: name, expected: "one plan for each payer", found: "a second one for \(plan.payer)",
          remedy: "give it another payer or remove it")
      }
      plans.append(plan)
    }
    guard !plans.isEmpty else {
      throw YAMLFault(root, in: name, expected: "at least one plan", found: "none", remedy: "add '- payer: …'")
    }
    self.plans = plans
  }
}
