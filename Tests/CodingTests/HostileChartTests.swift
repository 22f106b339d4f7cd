import ClaimModel
import CodeSets
import Coding
import Foundation
import Intake
import Testing

/// Charts that nobody writes.
@Suite struct HostileChartTests {
  /// Processor seconds of this thread: other programs do not count.
  private static func seconds(_ body: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    try body()
    return now() - start
  }

  /// Weighing each condition against each other one would take minutes, and a sentence without an end as long again.
  @Test(.timeLimit(.minutes(10)), arguments: ["\n", ", ", ", no ", " left "])
  func aChartThatListsThousandsOfConditionsIsCoded(separator: String) throws {
    let books = try CodeBooks.load()
    let coder = Coder(codeSets: books)
    let titles = books.icd10cm.codes.enumerated().lazy.filter { $0.offset % 12 == 0 }.prefix(4_000)
      .compactMap { books.icd10cm.title($0.element) }
    var visit = VisitGenerator(seed: 1).visit(0)
    let text = "Assessment:\n" + titles.joined(separator: separator)
    for kind in [DocumentationItem.Kind.note, .condition] {
      visit.documentation = [DocumentationItem(kind: kind, text: text, source: "list")]
      let taken = Self.seconds {
        guard case .coded(let coding) = coder.code(visit) else {
          // A list of denials has nothing to code.
          return #expect(separator == ", no ")
        }
        #expect((1...12).contains(coding.diagnoses.count))
      }
      #expect(taken < 20)
    }
  }

  /// Each cue reaches a few words; a sentence of cues takes as long as its words, not as their square.
  @Test(.timeLimit(.minutes(10))) func sentenceOfThousandsOfCuesIsRead() throws {
    let coder = Coder(codeSets: try CodeBooks.load())
    var visit = VisitGenerator(seed: 1).visit(0)
    let text = "Assessment:\n" + String(repeating: "no fever, ", count: 60_000) + "but cough"
    visit.documentation = [DocumentationItem(kind: .note, text: text, source: "denials")]
    let taken = Self.seconds {
      guard case .coded(let coding) = coder.code(visit) else {
        Issue.record("the cough is coded")
        return
      }
      #expect(coding.diagnoses.map(\.code) == ["R05.9"])
    }
    #expect(taken < 20)
  }

  /// Whether a drug is given because of an allergy takes one look at what stands before it, not one for each word of allergy there.
  @Test(.timeLimit(.minutes(10))) func sentenceOfThousandsOfAllergiesIsRead() throws {
    let coder = Coder(codeSets: try CodeBooks.load())
    var visit = VisitGenerator(seed: 1).visit(0)
    let text = "Assessment:\nGout. " + String(repeating: "She is allergic to penicillin and ", count: 1_500) + "well"
    visit.documentation = [DocumentationItem(kind: .note, text: text, source: "allergies")]
    let taken = Self.seconds {
      guard case .coded(let coding) = coder.code(visit) else {
        Issue.record("the gout is coded")
        return
      }
      #expect(Set(coding.diagnoses.map(\.code)) == ["M10.9", "Z88.0"])
    }
    #expect(taken < 20)
  }

  /// Numbers, vaccines and drugs without end, in one sentence and in a section each.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "EKG 12 ", "Tdap given today 0.5 mL, ", "\nPLAN\nfever\nHPI\nKenalog 40 mg injected into the left knee ",
    ])
  func chartsOfThousandsOfServicesAreRead(words: String) throws {
    let coder = Coder(codeSets: try CodeBooks.load())
    var visit = VisitGenerator(seed: 1).visit(0)
    let text = "Assessment:\n1. Cough.\nProcedure:\n" + String(repeating: words, count: 10_000)
    visit.documentation = [DocumentationItem(kind: .note, text: text, source: "services")]
    let taken = Self.seconds {
      guard case .coded(let coding) = coder.code(visit) else {
        Issue.record("the cough is coded")
        return
      }
      #expect(coding.services.count < 30)
    }
    #expect(taken < 20)
  }
}
