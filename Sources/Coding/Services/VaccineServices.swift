import ClaimModel
import CodeSets

/// Vaccines given, and giving them.
///
/// Source: CPT's numbers 90460–90474 and 90480: a first administration and each further one; of the ways only one is
/// first. 90460 and 90461 for patients to 18 who, or whose family, were counseled, by component.
struct VaccineServices {
  /// A vaccine given.
  struct Dose {
    var procedure: ProcedureCode
    var isOralOrNasal: Bool
    var components: Int
    var evidence: Evidence
  }

  /// The vaccines of a chart: those recorded, else those of its notes.
  static func doses(_ chart: Chart, procedures: ProcedureCatalog) -> [Dose] {
    let recorded = chart.items(.immunization).compactMap { item -> Dose? in
      item.item.codings.first { $0.system.hasSuffix("/cvx") }.flatMap { procedures.vaccine(cvx: $0.code) }
        .map { Dose($0, evidence: chart.evidence(item: item.index)) }
    }
    let date = chart.visit.registration.dateOfService
    var doses = recorded
    // "Flu shot today … Fluzone High-Dose 0.5 mL": the brand tells which.
    let influenzas = ["90653", "90660", "90661", "90662", "90673"] as Set<ProcedureCode>
    let hasBrand = chart.services.vaccines.contains { mention in
      NamedVaccine.all[mention.vaccine].product(age: chart.age, on: date).map(influenzas.contains) ?? false
    }
    for mention in chart.services.vaccines + listed(chart)
    where !(hasBrand && mention.vaccine == NamedVaccine.influenza) {
      guard
        let code = NamedVaccine.all[mention.vaccine].product(age: chart.age, on: date).map({
          byDose($0, chart.evidence(mention.span))
        }),
        let product = procedures.vaccine(code), !doses.contains(where: { $0.procedure == code })
      else { continue }
      // A note beside the record tells of the same doses.
      if recorded.isEmpty { doses.append(Dose(product, evidence: chart.evidence(mention.span))) }
    }
    return doses
  }

  /// Antibodies against RSV, which are given like vaccines and are none; the larger dose has a number of its own.
  static let antibodies: Set<ProcedureCode> = ["90380", "90381"]

  private static func byDose(_ code: ProcedureCode, _ evidence: Evidence) -> ProcedureCode {
    code == "90380" && SmallLetters(evidence.text).holds(anyOf: ["100 mg", "100mg", "1 ml", "1.0 ml"]) ? "90381" : code
  }

  /// What a list of vaccines names by the illness alone: "MMR, varicella, hepatitis A", "DTaP #4, influenza (preservative free)".
  private static func listed(_ chart: Chart) -> [ChartServices.VaccineMention] {
    let lists = Dictionary(grouping: chart.services.vaccines) { $0.span }.filter { $0.value.count > 1 }.keys
    return lists.sorted { ($0.item, $0.start) < ($1.item, $1.start) }.flatMap { span in
      let text = SmallLetters(chart.evidence(span).text)
      let isComplete = !text.holds(anyOf: ["out of stock", "declin", "refus", "defer", "next"])
      return NamedVaccine.illnesses.filter { isComplete && text.holds(anyOf: $0.words) }.map {
        ChartServices.VaccineMention(vaccine: $0.vaccine, span: span)
      }
    }
  }

  private static let coronavirus: Set<ProcedureCode> = ["91320", "91322"]

  /// The vaccines that part B covers by statute, and the numbers by which Medicare pays for giving them.
  ///
  /// Source: Medicare Claims Processing Manual, chapter 18, section 10.2: G0008 influenza, G0009 pneumococcus, G0010 hepatitis B.
  private static let medicare: [(products: Set<ProcedureCode>, administration: ProcedureCode)] = [
    (
      [
        "90653", "90656", "90658", "90660", "90661", "90662", "90672", "90673", "90674", "90682", "90685", "90686",
        "90688",
      ], "G0008"
    ), (["90670", "90671", "90677", "90684", "90732"], "G0009"), (["90739", "90744", "90746"], "G0010"),
  ]

  /// The lines of products and their administration.
  static func drafts(_ doses: [Dose], isCounseled: Bool, isOfMedicare: Bool, pointer: Int?, antibodyPointer: Int?)
    -> [ServiceDraft]
  {
    var drafts: [ServiceDraft] = []
    func add(_ code: ProcedureCode, units: Int = 1, _ evidence: Evidence, _ rule: String) {
      if let known = drafts.firstIndex(where: { $0.procedure == code }) { return drafts[known].units += units }
      let isOfAntibody = antibodies.contains(code) || code == "96380" || code == "96381"
      let pointer = isOfAntibody ? antibodyPointer ?? pointer : pointer
      drafts.append(
        ServiceDraft(
          procedure: code, units: units, evidence: [evidence], rule: rule, pointers: [pointer].compactMap { $0 }))
    }
    var hasFirst = false
    for isOral in [false, true] {
      let given = doses.filter { $0.isOralOrNasal == isOral }
      for dose in given { add(dose.procedure, dose.evidence, "vaccine-product") }
      for dose in given {
        if antibodies.contains(dose.procedure) {
          add(isCounseled ? "96380" : "96381", dose.evidence, "vaccine-administration")
        } else if coronavirus.contains(dose.procedure) {
          add("90480", dose.evidence, "vaccine-administration")
        } else if isOfMedicare, let own = medicare.first(where: { $0.products.contains(dose.procedure) }) {
          add(own.administration, dose.evidence, "vaccine-administration")
        } else if isCounseled {
          add("90460", dose.evidence, "vaccine-administration-with-counseling")
          if dose.components > 1 {
            add("90461", units: dose.components - 1, dose.evidence, "vaccine-administration-with-counseling")
          }
        } else {
          let code: ProcedureCode = hasFirst ? (isOral ? "90474" : "90472") : isOral ? "90473" : "90471"
          add(code, dose.evidence, "vaccine-administration")
          hasFirst = true
        }
      }
    }
    return drafts
  }
}

extension VaccineServices.Dose {
  init(_ product: VaccineProduct, evidence: Evidence) {
    self.init(
      procedure: product.product, isOralOrNasal: product.isOralOrNasal, components: product.components,
      evidence: evidence)
  }
}
