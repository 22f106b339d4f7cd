import ClaimModel

/// The third element of medical decision making: the risk of what was decided, also of what was decided against.
///
/// Source: AMA CPT E/M guidelines, "Risk of Complications and/or Morbidity or Mortality of Patient Management", with its
/// examples; "Drug therapy requiring intensive monitoring for toxicity", whose example is the blood count between the cycles of a drug
/// against cancer.
struct ManagementRisk {
  /// What a risk comes from.
  enum Factor: Int, CaseIterable, Sendable {
    /// Rest, a bandage, advice.
    case minimal
    /// Drugs sold freely, therapy, any problem that is treated.
    case low
    case prescription
    /// Major surgery that can be planned.
    case electiveMajorSurgery
    /// What a patient lives in limits what can be done.
    case socialDeterminants
    /// A drug whose harm is looked for by tests.
    case toxicDrug
    case hospitalization
    /// Not to resuscitate, or to treat less, because of a poor prognosis.
    case lessTreatment
    /// Major surgery of a patient at risk.
    case riskyMajorSurgery

    /// The level it reaches.
    var level: DecisionLevel {
      switch self {
      case .minimal: .straightforward
      case .low: .low
      case .prescription, .electiveMajorSurgery, .socialDeterminants: .moderate
      case .toxicDrug, .hospitalization, .lessTreatment, .riskyMajorSurgery: .high
      }
    }
  }

  /// The riskiest factor.
  private(set) var factor = Factor.minimal
  /// What tells of it.
  private(set) var evidence: [Evidence] = []

  /// The level of the element.
  var level: DecisionLevel { factor.level }

  /// The risk that a chart documents; `problems` is the level of its problems, `data` what was looked at.
  init(_ chart: Chart, problems: DecisionLevel, data: DataReviewed, diagnoses: [AssignedDiagnosis]) {
    if problems > .straightforward { factor = .low }
    let services = chart.services
    func note(_ factor: Factor, _ cue: VisitCue) {
      guard let sign = services.sign(cue) else { return }
      raise(to: factor, chart.evidence(sign.span))
    }
    note(.low, .overTheCounter)
    note(.prescription, .prescription)
    note(.prescription, .toxicDrug)
    if let drug = chart.prescribed { raise(to: .prescription, chart.evidence(item: drug)) }
    note(.prescription, .antineoplastic)
    note(.electiveMajorSurgery, .majorSurgery)
    // "If the ultrasound is normal, she is a candidate for …. She chose to proceed."
    if services.sign(.proceeds) != nil { note(.electiveMajorSurgery, .surgeryWeighed) }
    if services.sign(.riskFactors) != nil, services.sign(.majorSurgery) != nil {
      note(.riskyMajorSurgery, .riskFactors)
    }
    note(.socialDeterminants, .socialNeed)
    let need = diagnoses.first { $0.code.rawValue.hasPrefix("Z") && ("Z55"..."Z65").contains($0.code.category) }
    if let need {
      raise(to: .socialDeterminants, need.evidence.first)
    }
    if services.sign(.monitoring) != nil { note(.toxicDrug, .toxicDrug) }
    // Whoever begins such a drug sees to the blood and organs that it harms; who goes on with it tells of the tests.
    note(.toxicDrug, .antineoplasticBegun)
    if services.sign(.monitoring) != nil || data.watchesToxicity { note(.toxicDrug, .antineoplastic) }
    note(.hospitalization, .hospitalization)
    note(.lessTreatment, .resuscitation)
  }

  private mutating func raise(to factor: Factor, _ evidence: Evidence?) {
    guard factor.level > self.factor.level else { return }
    self.factor = factor
    self.evidence = evidence.map { [$0] } ?? []
  }
}
