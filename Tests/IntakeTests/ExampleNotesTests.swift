import ClaimModel
import Intake
import Testing

@Suite struct ExampleNotesTests {
  @Test func everyExampleIsReadWithoutMadeUpRegistration() throws {
    let examples = try SampleData.examples()
    #expect(examples.count == 24)
    var ids: Set<VisitID> = []
    var members: Set<MemberID> = []
    for (name, bytes) in examples {
      let visits = try VisitReader().visits(from: bytes, name: name)
      let visit = try #require(visits.first)
      let registration = visit.registration
      ids.insert(visit.id)
      members.formUnion(registration.coverages.map(\.member))
      #expect(RedatePolicy.secondQuarter2026.contains(registration.dateOfService), "\(name)")
      #expect(registration.coverages.allSatisfy { KnownPayer.examples.map(\.id).contains($0.payer) }, "\(name)")
      #expect(registration.rendering.npi.isValid && registration.billing.npi.isValid, "\(name)")
      #expect(visit.isEstablishedPatient != nil, "\(name)")
      let body = visit.documentation[0].text
      #expect((150...350).contains(body.split(whereSeparator: \.isWhitespace).count), "\(name)")
      let age = registration.patient.birthDate.years(until: registration.dateOfService)
      #expect(body.contains("\(age)-year-old"), "\(name): \(age)")
      #expect(body.contains("Assessment") && body.contains("Plan"), "\(name)")
    }
    #expect(ids.count == 24 && members.count == 24)
  }
}
