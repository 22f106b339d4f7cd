import Coding
import Testing

/// Guidelines section I.B.2: the highest level of detail that is documented.
@Suite struct SpecificityTests {
  static let notes = [
    CodedNote("Assessment:\nCKD stage 3b.", ["N1832"], absent: ["N189"]),
    CodedNote("Assessment:\nChronic kidney disease, stage 4.", ["N184"]),
    CodedNote("Assessment:\nCKD, without change. Stage 4 was never reached.", ["N189"], absent: ["N184"]),
    CodedNote("Assessment:\nAcute on chronic systolic heart failure.", ["I5023"]),
    CodedNote("Assessment:\nChronic diastolic congestive heart failure.", ["I5032"]),
    CodedNote("Assessment:\nModerate persistent asthma with exacerbation.", ["J4541"], absent: ["J4590"]),
    CodedNote("Assessment:\nMild intermittent asthma.", ["J4520"]),
    CodedNote("Assessment:\nPressure ulcer of sacrum, stage 3.", ["L89153"]),
    CodedNote("Assessment:\nRecurrent depression, moderate.", ["F331"], absent: ["F32"]),
    CodedNote("Assessment:\nSevere depression.", ["F322"]),
    CodedNote("Assessment:\nMigraine with aura.", ["G43109"], absent: ["G43909"]),
    CodedNote("Assessment:\nGout.", ["M109"]),
    // At no site is not at several (M10.00, not M10.09); one code is for ankle and foot.
    CodedNote("Assessment:\nIdiopathic gout.", ["M1000"]),
    CodedNote("Assessment:\nIdiopathic gout, right great toe.", ["M10071"]),
    CodedNote("Assessment:\nGout, right foot (drug-induced).", ["M10271"]),
    CodedNote("Assessment:\nGout (tophaceous).", ["M1A9XX1"]),
    CodedNote("Assessment:\nGout (flare, knee).", ["M109"]),
    CodedNote("Assessment:\nAcute cholecystitis.", ["K810"]),
    CodedNote("Assessment:\nAcute bronchitis, cholecystitis.", ["J209", "K819"], absent: ["K810"]),
    // The side that the whole note names, and one that it does not agree on.
    CodedNote("HPI:\nShe has right knee pain.\n\nAssessment:\nOsteoarthritis of knee.", ["M1711"]),
    CodedNote(
      "HPI:\nShe has right knee pain and left hip pain.\n\nAssessment:\nOsteoarthritis of knee.", ["M179"],
      absent: ["M1711", "M1712"]),
  ]

  @Test(arguments: notes) func theCodeSaysWhatTheWordsNearTheMentionSay(note: CodedNote) throws {
    let found = try note.codes(by: TestCoder.coder.get())
    #expect(found.first == note.codes.first, "\(found)")
    #expect(Set(note.codes).isSubset(of: found), "\(found)")
    for code in note.absent { #expect(!found.contains { $0.hasPrefix(code) }, "\(found)") }
  }

  static let injuries = [
    CodedNote("Assessment:\nFracture of right distal radius.", ["S52501A"]),
    CodedNote("Assessment:\nOpen fracture of right distal radius.", ["S52501B"]),
    CodedNote(
      "Assessment:\nClosed displaced fracture of the neck of the fifth metacarpal, right hand.", ["S62336A"],
      absent: ["S12"]),
    CodedNote("Assessment:\nNondisplaced fracture of left 4th metacarpal neck.", ["S62365A"]),
    CodedNote("Assessment:\nBoxer's fracture, right hand.", ["S62336A"]),
    CodedNote("Assessment:\nMetacarpal neck fracture.", ["S62339A"], absent: ["S12"]),
    CodedNote("Assessment:\nRight distal radius fracture, healing.", ["S52501D"]),
    CodedNote("Assessment:\nNonunion of right distal radius fracture.", ["S52501K"]),
    CodedNote("Chief complaint:\nFollow-up.\n\nAssessment:\nRight ankle sprain.", ["S93401D"]),
    CodedNote("Assessment:\nRight ankle sprain.", ["S93401A"]),
    CodedNote("Assessment:\nSequela of right ankle sprain.", ["S93401S"]),
  ]

  /// Guidelines sections I.A.5 and I.C.19.
  @Test(arguments: injuries) func theSeventhCharacterTellsTheStageOfCare(note: CodedNote) throws {
    #expect(try note.codes(by: TestCoder.coder.get()).first == note.codes.first)
  }

  static let pregnancies = [
    CodedNote(
      "Chief complaint:\nPrenatal visit at 30 weeks of gestation.\n\nAssessment:\nGestational diabetes.",
      ["O24419", "Z3A30"],
      absent: ["Z34"], age: 30),
    CodedNote("Chief complaint:\nPrenatal visit, 20 weeks pregnant.", ["Z3492"], absent: ["Z3A"], age: 30),
    CodedNote("Chief complaint:\nPrenatal visit.", ["Z3490"], age: 30),
    CodedNote("Assessment:\nGestational hypertension, third trimester.", ["O133"], age: 30),
    CodedNote("Assessment:\nPre-eclampsia at 29 weeks gestation.", ["O1493", "Z3A29"], absent: ["Z3A09"], age: 30),
  ]

  /// Guidelines sections I.C.15.a.3 and I.C.21.c.11.
  @Test(arguments: pregnancies) func theWeeksGiveTheTrimester(note: CodedNote) throws {
    let found = try note.codes(by: TestCoder.coder.get())
    #expect(found.first == note.codes.first, "\(found)")
    #expect(Set(note.codes).isSubset(of: found), "\(found)")
    for code in note.absent { #expect(!found.contains { $0.hasPrefix(code) }, "\(found)") }
  }
}
