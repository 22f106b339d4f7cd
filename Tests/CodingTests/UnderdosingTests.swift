import ClaimModel
import Coding
import Testing

/// Drugs of which the patient takes less than was prescribed, and why.
@Suite struct UnderdosingTests {
  /// Codes beside hypertension, in the order of the claim.
  private func codes(
    _ line: String, section: String = "Assessment", beside problem: String = "Hypertension, uncontrolled"
  )
    throws -> [String]
  {
    let text =
      section == "Assessment"
      ? "HPI: Here today.\n\nAssessment:\n1. \(problem). \(line)\n"
      : "\(section): \(line)\n\nAssessment:\n1. \(problem).\n"
    return try CodedNote(text, [], sex: .female, age: 70).codes(by: TestCoder.coder.get())
  }

  @Test(arguments: [
    ("She ran out of her lisinopril two weeks ago.", ["I10", "T464X6A", "Z91148"]),
    ("Skips amlodipine doses because of the cost.", ["I10", "T461X6A", "Z91120"]),
    ("Often forgets her evening metoprolol.", ["I10", "Z91138", "T447X6A"]),
    ("Stopped losartan on her own.", ["I10", "T465X6A", "Z91128"]),
    ("Not taking hydrochlorothiazide. She can't afford it.", ["I10", "T502X6A", "Z91120"]),
    ("Off her controller due to cost.", ["I10", "T486X6A", "Z91120"]),
    ("Taking less than half of prescribed losartan due to cost.", ["I10", "T465X6A", "Z91120"]),
    ("Noncompliant with meds.", ["I10", "Z91148"]),
    ("Medication nonadherence.", ["I10", "Z91148"]),
    ("Poor compliance with carvedilol.", ["I10", "T447X6A", "Z91148"]),
    ("Has not been taking his pills.", ["I10", "Z91148"]),
    ("Rationing insulin, copay too high.", ["I10", "T383X6A", "Z91120"]),
  ]) func lessThanPrescribed(line: (String, [String])) throws {
    let found = try codes(line.0)
    #expect(Set(found) == Set(line.1), "\(found)")
    #expect(found.first == "I10", "underdosing is never listed first (I.C.19.e.5.c)")
  }

  @Test func whoForgetsWithADementiaDoesSoByAge() throws {
    let found = try codes("Forgets to take her lisinopril.", beside: "Alzheimer's disease")
    #expect(found.contains("T464X6A") && found.contains("Z91130"), "\(found)")
  }

  /// Advice, conditions, denials, and what was stopped by others.
  @Test(arguments: [
    "Do not skip lisinopril doses.", "If she misses a dose of metoprolol, take it when remembered.",
    "Has not missed any doses of amlodipine.", "No missed doses of losartan.",
    "Stopped lisinopril for cough, start losartan.",
    "Importance of not missing doses stressed.", "Noncompliant with CPAP.", "Good adherence to medication.",
    "Denies skipping pills.", "Not taking NSAIDs.", "Off lisinopril since the cough.",
    "Stopped the ibuprofen on her own.",
    "Follow a low salt diet, dietary adherence poor.", "Discontinued hydrochlorothiazide.", "Missed the last visit.",
    "Stretching exercises for her back.", "Can afford her medication.",
    "Wife not taking her lisinopril.", "Hasn't missed a dose of lisinopril.", "Missing teeth; on metformin.",
    "Quit job, takes lisinopril, money tight.", "I stopped metformin, worried about lactic acidosis.",
    "Not taking any medications.", "Lisinopril underdosed, increase to 20 mg.",
    "Cannot afford new medication Entresto so never started.", "Skipping doses of lisinopril can raise BP.",
    "Used to skip metformin, now takes it all.", "Ran out of breath, inhaler helped.", "Forgot to bring medications.",
    "Likely nonadherent with metformin.", "Poor adherence to losartan in the past, now good.",
    "Medication nonadherence: none.", "Wean off sertraline on her own schedule.",
    "Take missed dose of lisinopril as soon as remembered.", "Unable to afford rent, continue sertraline.",
  ]) func otherwiseNothing(line: String) throws {
    let found = try codes(line)
    #expect(found.first == "I10")
    #expect(!found.contains { $0.hasPrefix("T") || ["Z9112", "Z9113", "Z9114"].contains($0.prefix(5)) }, "\(found)")
  }

  /// The assessment takes up what the story tells.
  @Test(arguments: [
    (
      "Ran out of furosemide for ten days, no car.", "Heart failure, off his diuretic.", ["I509", "T501X6A", "Z91148"]
    ),
    (
      "She has been stretching the Synthroid since she lost her job.",
      "Hypothyroidism, from not being able to afford pills.", ["E039", "T381X6A", "Z91120"]
    ),
    (
      "Stopped lisinopril by himself, costs too much.", "Hypertension, off med due to cost.",
      ["I10", "T464X6A", "Z91120"]
    ),
    ("Stopped furosemide at discharge.", "Heart failure, off diuretic.", ["I509"]),
    ("Last year ran out of lisinopril because of cost.", "Hypertension, off diuretic since June.", ["I10"]),
    ("Her sister was noncompliant with metformin.", "Hypertension. Noncompliant with medications.", ["I10", "Z91148"]),
  ]) func storyNamesTheDrug(story: String, assessment: String, expected: [String]) throws {
    let found = try CodedNote("HPI: \(story)\n\nAssessment:\n1. \(assessment)\n", [], sex: .male, age: 70)
      .codes(by: TestCoder.coder.get())
    #expect(Set(found) == Set(expected), "\(found)")
  }

  /// What the story tells and the assessment does not take up bears on nothing that is known.
  @Test func storyAloneIsNotEnough() throws {
    #expect(try codes("She ran out of her lisinopril two weeks ago.", section: "HPI") == ["I10"])
  }

  /// What was not taken follows the condition, and the reason follows the drug; of two reasons the better known one stays.
  @Test(arguments: [
    ("Noncompliant with medication due to cost; hypertension uncontrolled.", ["I10", "Z91120"]),
    ("Hypertension, noncompliant with lisinopril due to cost.", ["I10", "T464X6A", "Z91120"]),
    ("Nonadherent to CPAP. Obstructive sleep apnea.", ["G4733", "Z91199"]),
    ("Homeless. Type 2 diabetes.", ["E119", "Z5900"]),
  ]) func conditionsComeFirst(assessment: String, expected: [String]) throws {
    let found = try CodedNote("HPI: Here today.\n\nAssessment:\n1. \(assessment)\n", [], sex: .male, age: 70)
      .codes(by: TestCoder.coder.get())
    #expect(found == expected, "\(found)")
  }
}
