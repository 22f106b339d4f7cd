import ClaimModel
import Intake
import Testing

@Suite struct SampleBundleTests {
  /// File name's start, encounters of class AMB.
  static let bundles: [(name: String, visits: Int)] = [
    ("Alejandro", 8), ("Brain", 18), ("Brendan", 11), ("Brent", 12), ("Cammy", 18), ("Janene", 13), ("Louis", 11),
    ("Marcos", 8), ("Oralia", 12),
  ]

  @Test func everyAmbulatoryEncounterBecomesOneVisitWithAStableID() throws {
    var ids: Set<VisitID> = []
    var hash = StableHash()
    for (name, count) in Self.bundles {
      let file = try #require(SampleData.shared("fhir", withExtension: "json").first { $0.name.hasPrefix(name + "_") })
      let visits = try VisitReader().visits(from: file.bytes, name: file.name)
      #expect(visits.count == count, "\(name)")
      ids.formUnion(visits.map(\.id))
      for visit in visits { hash.combine(visit.id.rawValue) }
      for visit in visits {
        let registration = visit.registration
        #expect(registration.coverages.count == 1)
        #expect(registration.rendering.npi.isValid && registration.billing.npi.isValid)
        #expect(registration.billing.taxID.utf8.count == 9)
        #expect(registration.patient.address.state == "MA" && registration.patient.address.zip.utf8.count == 5)
        #expect(registration.billing.address.zip.utf8.count == 5)
        #expect(registration.patient.birthDate <= registration.dateOfService)
        #expect(visit.documentation.first?.kind == .encounterType)
        #expect(visit.isEstablishedPatient != nil)
      }
    }
    #expect(ids.count == 111)
    #expect(
      hash.finish().low == 3_620_271_922_786_370_512,
      "the ids changed: what has been submitted would be submitted again")
  }

  @Test func emergencyEncountersAreReadWhenAskedWithTheirPlaceOfService() throws {
    let reader = VisitReader(options: IntakeOptions(includesEmergency: true))
    let visits = try SampleData.shared("fhir", withExtension: "json").filter { !$0.name.hasPrefix("synthea") }
      .flatMap { try reader.visits(from: $0.bytes, name: $0.name) }
    #expect(visits.count == 126)
    #expect(visits.count { $0.registration.placeOfService == "23" } == 15)
  }

  @Test func redatedVisitsFallInTheRangeAndKeepTheirAges() throws {
    let plain = VisitReader()
    let moving = VisitReader(options: IntakeOptions(redate: RedatePolicy(onto: RedatePolicy.secondQuarter2026)))
    for file in try SampleData.shared("fhir", withExtension: "json") where !file.name.hasPrefix("synthea") {
      let before = try plain.visits(from: file.bytes, name: file.name)
      let after = try moving.visits(from: file.bytes, name: file.name)
      #expect(try moving.visits(from: file.bytes, name: file.name) == after)
      for (old, new) in zip(before, after) {
        #expect(old.id == new.id && old.documentation == new.documentation)
        #expect(RedatePolicy.secondQuarter2026.contains(new.registration.dateOfService))
        #expect(age(old) == age(new))
      }
    }
  }

  @Test func everyNoteWithoutHeaderIsReadWithMadeUpRegistration() throws {
    let reader = VisitReader(options: IntakeOptions(missingRegistration: .synthesize))
    let files = try SampleData.shared("notes/aci-bench", withExtension: "txt")
    let visits = try files.flatMap { try reader.visits(from: $0.bytes, name: $0.name) }
    #expect(visits.count == 87)
    #expect(Set(visits.map(\.id)).count == 87)
    #expect(try files.flatMap { try reader.visits(from: $0.bytes, name: $0.name) } == visits)
    for (file, visit) in zip(files, visits) {
      #expect(Array(visit.documentation[0].text.utf8) == file.bytes)
      #expect(visit.registration.patient.sex != .unknown && !visit.registration.coverages.isEmpty)
      #expect(RedatePolicy.secondQuarter2026.contains(visit.registration.dateOfService))
    }
    // "Martha Collins is a 50-year-old female"; "Andrew Perez is a 62-year-old male".
    #expect(age(visits[0]) == 50 && visits[0].registration.patient.sex == .female)
    #expect(age(visits[1]) == 62 && visits[1].registration.patient.sex == .male)
  }

  @Test func aLoneDocumentReferenceBecomesAVisitOfOneNote() throws {
    let file = try #require(SampleData.shared("fhir", withExtension: "json").first { $0.name.hasPrefix("synthea") })
    #expect(throws: IntakeError.self) { try VisitReader().visits(from: file.bytes, name: file.name) }
    let reader = VisitReader(options: IntakeOptions(missingRegistration: .synthesize))
    let visits = try reader.visits(from: file.bytes, name: file.name)
    #expect(visits.count == 1)
    #expect(visits[0].registration.dateOfService.iso == "2019-12-31")
    #expect(age(visits[0]) == 1 && visits[0].registration.patient.sex == .male)
    #expect(visits[0].documentation.map(\.kind) == [.note])
    #expect(visits[0].documentation[0].source == "DocumentReference/3a43969a-c690-4480-85e3-7e2c65c8cefb")
  }

  private func age(_ visit: Visit) -> Int {
    visit.registration.patient.birthDate.years(until: visit.registration.dateOfService)
  }
}
