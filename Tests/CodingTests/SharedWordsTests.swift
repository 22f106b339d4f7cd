import Coding
import Testing

/// A list names several conditions with a word that they share; each of them is coded.
@Suite struct SharedWordsTests {
  @Test(arguments: [
    ("Neck and back pain", ["M542", "M549"]), ("Right hip and knee pain", ["M25551", "M25561"]),
    ("Chest or abdominal pain", ["R079", "R109"]), ("Hip, knee and ankle pain", ["M25559", "M25569", "M25579"]),
    ("Liver and lung metastases", ["C787", "C7800"]), ("Heart and kidney failure", ["I509", "N19"]),
    ("Pain in the neck and the back", ["M542", "M549"]),
    // The code of each, as if it stood alone.
    ("Cancer of the liver and of the pancreas", ["C229", "C259"]),
  ]) func eachConditionOfAListIsCoded(problem: String, codes: [String]) throws {
    let note = CodedNote("Assessment and Plan:\n1. \(problem).", codes)
    #expect(try Set(note.codes(by: TestCoder.coder.get())) == Set(codes))
  }

  /// Words beside a condition that belong to something else.
  @Test(arguments: [
    ("Knee pain, hip", ["M25569"]), ("Pain in the knee and hand surgery", ["M25569"]),
    ("Asthma and abdominal pain", ["J45909", "R109"]), ("Back pain. Neck and shoulders are normal", ["M549"]),
    ("Knee pain and back", ["M25569"]),
  ]) func wordsThatShareNothingAreNoCondition(problem: String, codes: [String]) throws {
    let note = CodedNote("Assessment and Plan:\n1. \(problem).", codes)
    #expect(try Set(note.codes(by: TestCoder.coder.get())) == Set(codes))
  }

  /// What is said of the list is said of each: denied, suspected, past, a relative's.
  @Test(arguments: ["No neck or back pain", "Denies hip, knee or ankle pain", "Possible liver and lung metastases"])
  func whatIsSaidOfAListIsSaidOfEach(text: String) throws {
    let note = CodedNote("Assessment and Plan:\n1. Type 2 diabetes.\n2. \(text).", ["E119"])
    #expect(try note.codes(by: TestCoder.coder.get()) == ["E119"])
  }
}
