import ClaimModel
import Testing

@testable import Intake

/// What a note's own words tell of patient and specialty; the examples hold what was read before words were read by bytes.
@Suite struct NoteWordsTests {
  static let ages: [(String, NoteDemographics.Age, Sex)] = [
    ("The patient is a 50-year-old female.", .years(50), .female),
    ("6 month old boy with fever", .days(183), .male), ("A 3 WEEK OLD girl", .days(21), .female),
    ("58 y/o M w/ HTN", .years(58), .male), ("34 yo F, cough", .years(34), .female), ("71 Y.O. m", .years(71), .male),
    ("Jane is 42 years old. She coughs.", .years(42), .female),
    ("His 9-year-old brother is well. He is 12 years old.", .years(12), .male),
    ("Aged 007 years old, he says.", .years(7), .male),
    ("A 30 year old. She and her dog. He left.", .years(30), .female),
    ("2 days old, male", .days(2), .male), ("60‑year‑old gentleman — doing well", .years(60), .male),
    ("45 year\r\nold woman", .years(45), .female), ("A 65 yrs old écuyer, his knee", .years(65), .male),
    ("WELL CHILD 24 MONTHS. She talks.", .days(731), .female), ("WCC 24 mo, girl", .days(731), .female),
  ]

  @Test(arguments: ages) func ageAndSexAreReadFromWords(text: String, age: NoteDemographics.Age, sex: Sex) {
    let found = NoteDemographics(text)
    #expect(found.age == age)
    #expect(found.sex == sex)
  }

  @Test(arguments: [
    "", "No words of it.", "Blood pressure 130 over 80.", "121 years old", "5½ years old",
    "99999999999999999999 years old",
    "٥ years old", "year old 5", "3 pills a day", "Her child 5 days ago fell.", "The child is well. 2 weeks of cough",
  ]) func whatIsNoAgeIsNotRead(text: String) { #expect(NoteDemographics(text).age == nil) }

  static let beginnings: [(String, Specialty)] = [
    ("Left ankle SPRAIN.", .surgical), ("Heart  failure", .primaryCare), ("Heart failure", .medical),
    ("Depression after a fracture", .surgical), ("Prenatal visit", .surgical), ("Cough", .primaryCare),
    ("", .primaryCare),
    ("Second-degree burn", .surgical), ("Dementi", .primaryCare), ("dementia", .medical),
    ("Naïve, épilepsie", .primaryCare),
    (String(repeating: "é", count: 389) + " dementia", .medical),
    (String(repeating: "é", count: 393) + " dementia", .primaryCare),
    (String(repeating: "a", count: 389) + " dementia", .medical),
    (String(repeating: "a", count: 393) + " dementia", .primaryCare),
    (String(repeating: "a\r\n", count: 195) + "dementia", .medical),
    (String(repeating: "a\r\n", count: 197) + "dementia", .primaryCare),
  ]

  @Test(arguments: beginnings) func theFirstLinesTellTheSpecialty(text: String, specialty: Specialty) {
    #expect(SpecialtyTable.specialty(ofNote: text) == specialty)
  }
}
