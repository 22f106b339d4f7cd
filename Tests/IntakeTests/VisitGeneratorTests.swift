import ClaimModel
import Intake
import Testing

@Suite struct VisitGeneratorTests {
  @Test func sameSeedAndNumberGiveTheSameVisit() {
    #expect(VisitGenerator(seed: 7).visit(42) == VisitGenerator(seed: 7).visit(42))
    #expect(Array(VisitGenerator(seed: 7).prefix(100)) == (0..<100).map { VisitGenerator(seed: 7).visit($0) })
    #expect(VisitGenerator(seed: 7).visit(42) != VisitGenerator(seed: 8).visit(42))
    for number in [Int.min, -1, Int.max] { #expect(!VisitGenerator(seed: 7).visit(number).documentation.isEmpty) }
  }

  /// What has been generated once must be generated again in later releases, or load tests cannot be compared.
  @Test func visitsStayTheSameInLaterReleases() {
    var hash = StableHash()
    for visit in VisitGenerator(seed: 1).prefix(500) {
      hash.combine(visit.id.rawValue)
      hash.combine(visit.registration.patient.birthDate.iso + visit.registration.patient.name.last)
      hash.combine(visit.registration.dateOfService.iso + visit.registration.rendering.npi.rawValue)
      for item in visit.documentation { hash.combine(item.text) }
    }
    #expect(hash.finish().low == 7_008_674_017_948_379_896)
  }

  @Test func hundredThousandVisitsHaveIdsMembersAndPeopleOfTheirOwn() {
    var ids: Set<VisitID> = []
    var members: Set<MemberID> = []
    var specialties: Set<Specialty> = []
    var texts: Set<String> = []
    for visit in VisitGenerator(seed: 3).prefix(100_000) {
      ids.insert(visit.id)
      members.formUnion(visit.registration.coverages.map(\.member))
      specialties.insert(visit.specialty)
      texts.insert(String(visit.documentation[0].text.prefix(25)))
    }
    #expect(ids.count == 100_000 && members.count == 100_000)
    #expect(specialties.count == 3 && texts.count >= 18)
  }

  @Test func everyVisitCanBeClaimed() {
    for visit in VisitGenerator(seed: 9).prefix(3_000) {
      let registration = visit.registration
      #expect(registration.rendering.npi.isValid && registration.billing.npi.isValid)
      #expect(registration.rendering.taxonomy.utf8.count == 10 && registration.billing.taxID.utf8.count == 9)
      #expect(registration.coverages.count == 1)
      #expect(RedatePolicy.secondQuarter2026.contains(registration.dateOfService))
      let age = registration.patient.birthDate.years(until: registration.dateOfService)
      let text = visit.documentation.map(\.text).joined(separator: " ")
      #expect(!text.contains("{") && text.utf8.allSatisfy { $0 < 0x80 })
      if text.contains("-year-old") { #expect(text.contains("\(age)-year-old"), "\(age): \(text)") }
    }
    #expect(VisitGenerator(seed: 9, payers: []).visit(1).registration.coverages.isEmpty)
  }
}
