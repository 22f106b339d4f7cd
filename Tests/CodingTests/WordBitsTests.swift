import CodeSets
import Testing

@testable import Coding

/// What a whole text may hold, told from a bit for each of its words.
struct WordBitsTests {
  @Test func whatStandsInTheTextIsNeverDenied() {
    for first in 0..<200 {
      let names = (first..<first + 40).map { "stands\($0 * 31)x" }
      let bits = bits(of: names)
      for name in names { #expect(bits.mayHold(anyOf: WordSet("absent\(first)x \(name)"))) }
    }
  }

  @Test func mostWordsThatDoNotStandThereAreTold() {
    let bits = bits(of: (0..<300).map { "stands\($0)x" })
    let others = (0..<1_000).filter { bits.mayHold(anyOf: WordSet("absent\($0)x")) }
    #expect(others.count < 60)
  }

  @Test func aSetHoldsItsWordsAndNoOthers() {
    let set = WordSet("knee shin knees ankle")
    for name in ["knee", "shin", "ankle", "KNEE"] { #expect(set.contains(Words.hash(name))) }
    for number in 0..<2_000 { #expect(!set.contains(Words.hash("absent\(number)x"))) }
    #expect(!WordSet("").contains(Words.hash("knee")))
  }

  private func bits(of names: [String]) -> WordBits {
    var bits = WordBits()
    bits.insert(Words.scan(names.joined(separator: " ")))
    return bits
  }
}
