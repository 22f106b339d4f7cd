import ClaimModel
import CodeSets

/// Chooses the services of a visit: the visit itself, vaccines, and tests reported.
struct ServiceSelection {
  private let chart: Chart
  private let diagnoses: [AssignedDiagnosis]
  private(set) var services: [AssignedService] = []

  init(_ chart: Chart, diagnoses: [AssignedDiagnosis], procedures: ProcedureCatalog) {
    self.chart = chart
    self.diagnoses = diagnoses
    let vaccines = chart.items(.immunization).compactMap { item in
      item.item.codings.first { $0.system.hasSuffix("/cvx") }.flatMap { procedures.vaccine(cvx: $0.code) }
        .map { (item.index, $0) }
    }
    let isVaccinationOnly = !vaccines.isEmpty && diagnoses.allSatisfy { $0.code == "Z23" }
    if !isVaccinationOnly { addVisit(hasVaccines: !vaccines.isEmpty) }
    addVaccines(vaccines)
    addTests()
    if services.isEmpty { addVisit(hasVaccines: false) }
  }

  private func position(of code: DiagnosisCode) -> Int? { diagnoses.firstIndex { $0.code == code }.map { $0 + 1 } }

  private var routine: Int? { diagnoses.firstIndex { $0.code.rawValue.hasPrefix("Z00") }.map { $0 + 1 } }

  /// Up to four diagnoses for the visit, the vaccination aside.
  private var visitPointers: [Int] {
    let positions = diagnoses.indices.filter { diagnoses[$0].code != "Z23" }.map { $0 + 1 }
    return positions.isEmpty ? [1] : Array(positions.prefix(4))
  }

  private mutating func addVisit(hasVaccines: Bool) {
    let isNew = chart.visit.isEstablishedPatient == false
    let procedure: ProcedureCode
    let rule: String
    if routine != nil {
      procedure = preventiveVisit(isNew: isNew)
      rule = "preventive-visit-by-age"
    } else {
      let byTime = levelByTime(isNew: isNew)
      let level = max(levelByDecisionMaking, byTime)
      procedure = ProcedureCode("\((isNew ? 99_201 : 99_211) + level)")
      rule = byTime > levelByDecisionMaking ? "em-by-time" : "em-by-mdm"
    }
    // A visit beside a vaccination is separately identifiable. Source: NCCI policy manual, chapter XI.
    append(procedure, hasVaccines ? ["25"] : [], pointers: visitPointers, evidence: visitEvidence, rule: rule)
  }

  private var visitEvidence: [Evidence] {
    let item = chart.items(.encounterType).first?.index ?? chart.visit.documentation.indices.first
    return item.map { [chart.evidence(item: $0)] } ?? []
  }

  private func preventiveVisit(isNew: Bool) -> ProcedureCode {
    let bounds = [1, 5, 12, 18, 40, 65]
    let band = bounds.count { chart.age >= $0 }
    return ProcedureCode("\((isNew ? 99_381 : 99_391) + band)")
  }

  /// 1 straightforward, 2 low, 3 moderate: two of problems, data and risk decide.
  ///
  /// Source: AMA CPT E/M guidelines for office visits, in force since 2021, as CMS adopted them.
  private var levelByDecisionMaking: Int {
    let problems = diagnoses.count { !$0.code.rawValue.hasPrefix("Z") }
    let problemLevel = problems >= 2 ? 3 : problems == 1 ? 2 : 1
    let tests = chart.signals.tests.count + chart.items(.report).count
    let dataLevel = tests >= 3 ? 3 : tests == 2 ? 2 : 1
    let riskLevel = chart.signals.hasPrescription ? 3 : problems > 0 ? 2 : 1
    return [problemLevel, dataLevel, riskLevel].sorted()[1]
  }

  /// The level the documented minutes reach; zero when none are documented or they reach none.
  private func levelByTime(isNew: Bool) -> Int {
    guard let minutes = chart.visit.totalMinutes else { return 0 }
    let bounds = isNew ? [15, 30, 45, 60] : [10, 20, 30, 40]
    return bounds.count { minutes >= $0 }
  }

  /// Each product, and its administration: the first of a kind and each further one.
  private mutating func addVaccines(_ vaccines: [(item: Int, product: VaccineProduct)]) {
    guard let pointer = position(of: "Z23") else { return }
    for isOral in [false, true] {
      let given = vaccines.filter { $0.product.isOralOrNasal == isOral }
      guard let first = given.first else { continue }
      for (item, vaccine) in given {
        append(
          vaccine.product, [], pointers: [pointer], evidence: [chart.evidence(item: item)], rule: "vaccine-product")
      }
      let evidence = [chart.evidence(item: first.item)]
      append(isOral ? "90473" : "90471", [], pointers: [pointer], evidence: evidence, rule: "vaccine-administration")
      if given.count > 1 {
        append(
          isOral ? "90474" : "90472", [], units: given.count - 1, pointers: [pointer], evidence: evidence,
          rule: "vaccine-administration")
      }
    }
  }

  /// Laboratory panels by the LOINC code of their report.
  private static let panels: [String: ProcedureCode] = [
    "57698-3": "80061", "51990-0": "80048", "24323-8": "80053", "4548-4": "83036", "57021-8": "85025",
  ]

  private mutating func addTests() {
    for (index, item) in chart.items(.report) {
      guard let panel = item.codings.lazy.compactMap({ Self.panels[$0.code] }).first,
        !services.contains(where: { $0.line.procedure == panel })
      else { continue }
      append(panel, [], pointers: [visitPointers[0]], evidence: [chart.evidence(item: index)], rule: "test-by-report")
    }
  }

  private mutating func append(
    _ procedure: ProcedureCode, _ modifiers: [ProcedureModifier], units: Int = 1, pointers: [Int],
    evidence: [Evidence], rule: String
  ) {
    if let known = services.firstIndex(where: { $0.line.procedure == procedure && $0.line.modifiers == modifiers }) {
      services[known].line.units += units
      return
    }
    services.append(
      AssignedService(
        line: ServiceLine(procedure: procedure, modifiers: modifiers, units: units, diagnosisPointers: pointers),
        evidence: evidence, rule: rule))
  }
}
