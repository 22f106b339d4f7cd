import Coding
import Testing

/// Swelling of a leg is coded by the words: the index sends "swelling" to the soft tissue or the joint, "edema" to R60.0.
@Suite struct SwellingTests {
  /// Index: Swelling, leg, foot and extremity; Swelling, ankle, see Effusion, joint; Edema, lower limbs; Mass, localized.
  @Test(arguments: [
    ("Leg swelling", ["M7989"]), ("Swelling of leg", ["M7989"]), ("Bilateral leg swelling", ["M7989"]),
    ("Left leg swelling", ["M7989"]), ("Swollen leg", ["M7989"]), ("Lower extremity swelling", ["M7989"]),
    ("Swelling of the foot", ["M7989"]), ("Ankle swelling", ["M25473"]), ("Right ankle swelling", ["M25471"]),
    ("Bilateral ankle swelling", ["M25471", "M25472"]), ("Pedal edema", ["R600"]), ("Leg edema", ["R600"]),
    ("Ankle edema", ["R600"]), ("Bilateral lower extremity edema", ["R600"]),
    ("Localized swelling of the left lower limb", ["R2242"]),
  ]) func swellingIsCodedByTheIndex(problem: String, codes: [String]) throws {
    let note = CodedNote("Assessment and Plan:\n1. \(problem).", codes)
    #expect(try Set(note.codes(by: TestCoder.coder.get())) == Set(codes))
  }

  /// It belongs to heart failure, an inflamed vein and a sprain (I.B.5).
  @Test(arguments: [
    ("Congestive heart failure", "Leg swelling", ["I509"]), ("Congestive heart failure", "Ankle swelling", ["I509"]),
    ("Sprain of the left ankle", "Left ankle swelling", ["S93402A"]),
  ]) func swellingBelongsToItsCause(cause: String, problem: String, codes: [String]) throws {
    let note = CodedNote("Assessment and Plan:\n1. \(cause).\n2. \(problem).", codes)
    #expect(try note.codes(by: TestCoder.coder.get()) == codes)
  }
}
