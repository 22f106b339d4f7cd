import ClaimModel
import Testing

@testable import Intake

/// What a note's words tell of the patient's sex where none stands with the age.
@Suite struct SexSignsTests {
  static let told: [(String, Sex?)] = [
    // Stated, whatever the pronouns say.
    ("Male patient, seen today. She coughs at night and her nose runs.", .male),
    ("A girl of 3 years and 8 months. He was born at term.", .female),
    ("Sex: F. He was seen for his knee.", .female), ("Gender: male\nShe is well.", .male),
    ("The patient is a gentleman with gout. She limps.", .male),
    // Organs, where nothing is stated.
    ("62-year-old patient. Right varicocele on examination. She has had it for years.", .male),
    ("A 40-year-old patient with heavy menses. He is tired.", .female),
    ("Seen for pain in the scrotum.", .male),
    // Somebody else's organs, and births, tell nothing.
    ("Family history of prostate cancer. She is well.", .female),
    ("There was prostate cancer in her father. She is well.", .female),
    ("His wife had a hysterectomy. He sleeps badly.", .male),
    ("Born by vaginal delivery. He feeds well.", .male),
    // Contradictions.
    ("Hysterectomy in 2009. Prostate enlarged.", nil),
    ("The woman in bed two. The man in bed three.", nil),
    ("She said her neck hurts. She took her pills. Her scrotum was not examined. She left.", nil),
    ("Seen for a cough.", nil),
  ]

  @Test(arguments: told) func whatIsStatedOutweighsOrgansAndTheseOutweighPronouns(text: String, sex: Sex?) {
    #expect(NoteDemographics(text).sex == sex)
  }

  /// A sex that is made up would refuse codes of the patient's own organs.
  @Test func aSexThatIsNotToldIsUnknown() throws {
    let visit = try ClinicalNoteReader(options: IntakeOptions(missingRegistration: .synthesize)).visit(
      from: Array("Cough for two days.".utf8), name: "cough.txt")
    #expect(visit.registration.patient.sex == .unknown)
    #expect(!visit.registration.patient.name.first.isEmpty)
  }

  /// What was registered stays, whatever the note says.
  @Test func theSexOfTheHeaderStays() throws {
    let text = "---\nsex: F\n---\nPain in the scrotum. He limps."
    let visit = try ClinicalNoteReader(options: IntakeOptions(missingRegistration: .synthesize)).visit(
      from: Array(text.utf8), name: "pain.txt")
    #expect(visit.registration.patient.sex == .female)
  }
}
