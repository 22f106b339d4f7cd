import ClaimModel
import CodeSets
import Testing

@testable import Coding

/// The table of levels of medical decision making, element by element.
@Suite struct DecisionMakingTests {
  static let problems: [([ProblemsAddressed.Complexity], DecisionLevel)] = [
    ([], .straightforward), ([.minor], .straightforward), ([.minor, .minor], .low), ([.acuteUncomplicated], .low),
    ([.acuteUncomplicated, .acuteUncomplicated], .low), ([.stableChronic], .low), ([.stableChronic, .minor], .low),
    ([.stableChronic, .stableChronic], .moderate), ([.worseChronic], .moderate), ([.uncertain], .moderate),
    ([.systemic], .moderate), ([.complicatedInjury], .moderate), ([.threatening], .high),
    ([.threatening, .minor], .high),
  ]

  @Test(arguments: problems)
  func problemsReachTheirLevel(_ problems: [ProblemsAddressed.Complexity], _ level: DecisionLevel) {
    #expect(ProblemsAddressed.level(of: problems) == level)
  }

  static let data: [(DataReviewed, DecisionLevel)] = [
    (DataReviewed(), .straightforward), (DataReviewed(tests: 1), .straightforward), (DataReviewed(tests: 2), .low),
    (DataReviewed(tests: 1, externalNotes: 1), .low), (DataReviewed(hasHistorian: true), .low),
    (DataReviewed(tests: 3), .moderate), (DataReviewed(tests: 2, hasHistorian: true), .moderate),
    (DataReviewed(hasOwnInterpretation: true), .moderate), (DataReviewed(hasDiscussion: true), .moderate),
    (DataReviewed(tests: 3, hasOwnInterpretation: true), .high),
    (DataReviewed(hasOwnInterpretation: true, hasDiscussion: true), .high),
  ]

  @Test(arguments: data) func dataReachTheirLevel(_ data: DataReviewed, _ level: DecisionLevel) {
    #expect(data.level == level)
  }

  @Test func riskReachesItsLevel() {
    #expect(ManagementRisk.Factor.minimal.level == .straightforward)
    #expect(ManagementRisk.Factor.low.level == .low)
    for factor in [ManagementRisk.Factor.prescription, .electiveMajorSurgery, .socialDeterminants] {
      #expect(factor.level == .moderate)
    }
    for factor in [ManagementRisk.Factor.toxicDrug, .hospitalization, .lessTreatment, .riskyMajorSurgery] {
      #expect(factor.level == .high)
    }
  }

  /// Two of three elements reach the level, whichever they are.
  @Test func twoOfThreeElementsDecide() {
    for one in DecisionLevel.allCases {
      for two in DecisionLevel.allCases {
        for three in DecisionLevel.allCases {
          let level = DecisionMaking.level(one, two, three)
          let reached = [one, two, three].count { $0 >= level }
          let above = [one, two, three].count { $0 > level }
          #expect(reached >= 2 && above < 2, "\(one) \(two) \(three)")
        }
      }
    }
  }

  static let times: [(Int, VisitLevel.Series, DecisionLevel?, Int)] = [
    (9, .knownPatient, nil, 0), (10, .knownPatient, .straightforward, 0), (20, .knownPatient, .low, 0),
    (30, .knownPatient, .moderate, 0), (39, .knownPatient, .moderate, 0), (40, .knownPatient, .high, 0),
    (54, .knownPatient, .high, 0), (55, .knownPatient, .high, 1), (70, .knownPatient, .high, 2),
    (14, .newPatient, nil, 0), (15, .newPatient, .straightforward, 0), (60, .newPatient, .high, 0),
    (75, .newPatient, .high, 1), (500, .emergency, nil, 0), (20, .knownPatientAtHome, .straightforward, 0),
    (60, .newPatientAtHome, .moderate, 0), (90, .newPatientAtHome, .high, 1),
  ]

  @Test(arguments: times)
  func minutesReachTheirLevel(minutes: Int, series: VisitLevel.Series, level: DecisionLevel?, prolonged: Int) {
    let time = VisitTime(minutes: minutes, series: series)
    #expect(time.level == level)
    #expect(time.prolonged == prolonged)
  }

  /// What the notes of visits say of their level.
  static let notes: [(ServiceNote, String)] = [
    (visit("Common cold.", "Rest and fluids."), "99212"),
    (visit("Streptococcal pharyngitis.", "Amoxicillin 500 mg twice a day."), "99213"),
    (visit("Essential hypertension.", "Continue lisinopril 10 mg."), "99213"),
    (visit("Essential hypertension, not controlled.", "Increase lisinopril to 20 mg."), "99214"),
    (
      visit("Essential hypertension, stable.\n2. Hypothyroidism, stable.", "Continue lisinopril and levothyroxine."),
      "99214"
    ),
    (visit("Sprain of the right ankle.", "Ibuprofen as needed, ice."), "99213"),
    (visit("Reflux disease.\n2. Obesity.", "Diet sheet given."), "99213"),
    (visit("Reflux disease.\n2. Obesity.", "Diet sheet given. A patch was prescribed."), "99214"),
    (visit("Reflux disease.\n2. Obesity.", "Diet sheet given. New prescription handed out."), "99214"),
    (visit("Acute myocardial infarction.", "Direct admission to the hospital."), "99215"),
    (visit("Essential hypertension.", "Rest.\n\nI spent 42 minutes on this visit today."), "99215"),
    (visit("Essential hypertension.", "Rest.\n\nI spent 71 minutes on this visit today."), "99417*2"),
    (visit("Essential hypertension.", "Rest.\n\nI spent 25 minutes face to face with the patient."), "99213"),
    (visit("Essential hypertension.", "Rest.\n\nTotal time on the procedure was 45 minutes."), "99213"),
    (visit("Common cold.", "Rest and fluids.", place: "23"), "99282"),
    (visit("Essential hypertension, not controlled.", "Increase lisinopril to 20 mg.", place: "12"), "99349"),
    (visit("Essential hypertension, not controlled.", "Increase lisinopril to 20 mg.", place: "10"), "99214-95"),
    (
      ServiceNote("Telephone visit, audio only.\n\nASSESSMENT\n1. Common cold.\n\nPLAN\nRest."), "99212-93"
    ),
  ]

  private static func visit(_ assessment: String, _ plan: String, place: PlaceOfService = .office) -> ServiceNote {
    ServiceNote("HPI\nPatient comes in.\n\nASSESSMENT\n1. \(assessment)\n\nPLAN\n\(plan)\n", place: place)
  }

  @Test(arguments: notes) func visitIsLeveledAsDocumented(_ note: ServiceNote, _ line: String) throws {
    let words = note.coded(by: try TestCoder.coder.get()).map { ServiceNote.word($0.line) }
    #expect(words.contains(line), "\(line) is not among \(words)")
  }
}
