import ClaimModel
import CodeSets
import Coding
import Intake
import Testing

@Suite struct CoderTests {
  @Test func codeSetIsComplete() throws {
    #expect(try ICD10CM.load().billableCount == 74_719)
  }

  @Test func everyCodeOfGeneratedVisitsIsBillableAndHasItsWords() throws {
    let books = try CodeBooks.load()
    let coder = Coder(codeSets: books)
    var coded = 0
    for visit in VisitGenerator(seed: 1).prefix(500) {
      guard case .coded(let coding) = coder.code(visit) else { continue }
      coded += 1
      let day = visit.registration.dateOfService
      #expect((1...12).contains(coding.diagnoses.count))
      #expect(!coding.services.isEmpty)
      for diagnosis in coding.diagnoses {
        #expect(books.icd10cm.isBillable(diagnosis.code, on: day), "\(diagnosis.code)")
        #expect(!diagnosis.evidence.isEmpty)
      }
      for service in coding.services {
        #expect((1...4).contains(service.line.diagnosisPointers.count))
        #expect(service.line.diagnosisPointers.allSatisfy { (1...coding.diagnoses.count).contains($0) })
      }
      let slipped = Slips(rate: 1, seed: 1).apply(to: coding, visit: visit, codeSets: books)
      if slipped.slip != nil { #expect(slipped.coding != coding) }
    }
    #expect(coded > 400)
  }
}
