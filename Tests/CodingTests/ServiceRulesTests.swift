import ClaimModel
import CodeSets
import Coding
import Testing

/// What holds between the services of a visit.
@Suite struct ServiceRulesTests {
  private func words(_ note: ServiceNote, isKnown: Bool? = true) throws -> [String] {
    var visit = note.visit
    visit.isEstablishedPatient = isKnown
    guard case .coded(let coding) = try TestCoder.coder.get().code(visit) else { return [] }
    return coding.services.map { ServiceNote.word($0.line) }
  }

  private static let steroid = "Left knee was injected with 40 mg of Kenalog."

  private func note(_ assessment: String, procedure: String, plan: String = "Rest.") -> ServiceNote {
    ServiceNote("PROCEDURE\n\(procedure)\n\nASSESSMENT\n\(assessment)\n\nPLAN\n\(plan)\n")
  }

  @Test func visitForTheProcedureOnlyIsPartOfIt() throws {
    let only = try words(note("1. Primary osteoarthritis of the left knee.", procedure: Self.steroid))
    #expect(only == ["20610-LT", "J3301*4"])
    let more = try words(
      note(
        "1. Primary osteoarthritis of the left knee.\n2. Essential hypertension, not controlled.",
        procedure: Self.steroid, plan: "Increase lisinopril to 20 mg."))
    #expect(more == ["99214-25", "20610-LT", "J3301*4"])
  }

  @Test func checkUpHasAVisitBesideItForAProblemThatWasTreated() throws {
    func checkUp(_ plan: String) -> ServiceNote {
      ServiceNote(
        "CHIEF COMPLAINT\nAnnual physical.\n\nASSESSMENT\n1. General adult medical examination.\n"
          + "2. Essential hypertension, not controlled.\n\nPLAN\n\(plan)\n")
    }
    #expect(try words(checkUp("Increase lisinopril to 20 mg.")) == ["99396", "99214-25"])
    #expect(try words(checkUp("Return in one year.")) == ["99396"])
  }

  @Test func patientIsNewAsRegisteredElseAsTheNoteSays() throws {
    func cold(_ words: String) -> ServiceNote {
      ServiceNote("HPI\n\(words)\n\nASSESSMENT\n1. Common cold.\n\nPLAN\nRest.\n")
    }
    #expect(try words(cold("She presents as a new patient."), isKnown: nil) == ["99202"])
    #expect(try words(cold("She is here to establish care."), isKnown: nil) == ["99202"])
    #expect(try words(cold("She presents as a new patient."), isKnown: true) == ["99212"])
    #expect(try words(cold("She presents today."), isKnown: nil) == ["99212"])
    #expect(try words(cold("She presents today."), isKnown: false) == ["99202"])
  }

  @Test func videoVisitOfTheFutureIsNone() throws {
    let note = ServiceNote("HPI\nSeen here.\n\nASSESSMENT\n1. Common cold.\n\nPLAN\nVideo visit in four weeks.\n")
    #expect(try words(note) == ["99212"])
  }

  @Test func visitForAVaccineOnlyIsNotBilled() throws {
    let note = ServiceNote(
      "REASON FOR VISIT: Vaccination only.\n\nOBJECTIVE\nTdap vaccine, 0.5 mL, given in the left deltoid.\n\n"
        + "ASSESSMENT\n1. Encounter for immunization.\n\nPLAN\nNext visit for the yearly physical.\n")
    #expect(try words(note) == ["90715", "90471"])
  }

  /// Services at separate places of the body say so; at the same place the part goes.
  @Test func separatePlacesAreTold() throws {
    let apart = try words(
      note(
        "1. Nevus of the back.\n2. Common warts of the hand.",
        procedure:
          "Shave biopsy of a lesion of the back was done. Three warts of the hand were frozen with liquid nitrogen."))
    #expect(apart.contains("11102") && apart.contains("17110-59"), "\(apart)")
    let same = try words(
      note(
        "1. Impacted cerumen, right ear.",
        procedure: "The right ear was irrigated, then cerumen was removed with a curette."))
    #expect(same.contains("69210-RT") && !same.contains { $0.hasPrefix("69209") }, "\(same)")
  }

  @Test func linePointsToWhatItWasFor() throws {
    let note = ServiceNote(
      """
      OBJECTIVE
      X-rays of the right ankle, 3 views, were obtained today. Hemoglobin A1c in the office today 8.1%.

      ASSESSMENT
      1. Type 2 diabetes.
      2. Sprain of the right ankle.

      PLAN
      Continue metformin.
      """)
    guard case .coded(let coding) = try TestCoder.coder.get().code(note.visit) else {
      Issue.record("the visit is coded")
      return
    }
    func categories(_ code: ProcedureCode) -> [String] {
      coding.services.filter { $0.line.procedure == code }.flatMap(\.line.diagnosisPointers)
        .map { coding.diagnoses[$0 - 1].code.category }
    }
    #expect(categories("73610") == ["S93"])
    #expect(categories("83036") == ["E11"])
  }

  // MARK: Structured documentation

  private func item(_ kind: DocumentationItem.Kind, _ text: String, system: String, code: String) -> DocumentationItem {
    DocumentationItem(
      kind: kind, text: text, codings: [.init(system: system, code: code)], source: "\(kind.rawValue)/\(code)")
  }

  @Test func recordedProceduresAreCoded() throws {
    let snomed = "http://snomed.info/sct"
    let cpt = "http://www.ama-assn.org/go/cpt"
    let visit = CodedNote.visit(
      [
        item(.condition, "Acute bronchitis", system: snomed, code: "10509002"),
        item(.procedure, "Chest X-ray", system: snomed, code: "399208008"),
        item(.procedure, "Measurement of respiratory function (procedure)", system: snomed, code: "23426006"),
        item(.procedure, "Twelve leads", system: cpt, code: "93000"),
        item(.procedure, "Nothing that there is", system: cpt, code: "99999"),
        item(.procedure, "A visit", system: cpt, code: "99205"),
      ], sex: .female, age: 50)
    guard case .coded(let coding) = try TestCoder.coder.get().code(visit) else {
      Issue.record("the visit is coded")
      return
    }
    let rules = Dictionary(uniqueKeysWithValues: coding.services.map { ($0.line.procedure, $0.rule) })
    #expect(rules["71045"] == "image-by-site-and-views")
    #expect(rules["94010"] == "spirometry-done-here")
    #expect(rules["93000"] == "coded-in-source")
    #expect(rules["99999"] == nil && rules["99205"] == nil)
  }

  /// J1030 ended when J1010 began.
  @Test func drugIsBilledByTheCodeOfItsDate() throws {
    var visit = note(
      "1. Primary osteoarthritis of the left knee.", procedure: "Left knee was injected with 80 mg of Depo-Medrol."
    ).visit
    func codes() throws -> [String] {
      guard case .coded(let coding) = try TestCoder.coder.get().code(visit) else { return [] }
      return coding.services.map { ServiceNote.word($0.line) }
    }
    #expect(try codes().contains("J1010*80"))
    visit.registration.dateOfService = CalendarDate(year: 2024, month: 3, day: 31) ?? visit.registration.dateOfService
    #expect(try codes().contains("J1040"))
  }
}
