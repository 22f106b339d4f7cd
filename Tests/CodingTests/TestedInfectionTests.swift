import Coding
import Testing

/// An infection that names the test for it is looked for, and is not coded.
///
/// Source: ICD-10-CM Official Guidelines, section IV.H.
@Suite struct TestedInfectionTests {
  @Test(arguments: [
    ("RPR, HIV sent.", ["B20"]), ("HIV, syphilis and hepatitis C sent.", ["B20", "A53", "B19"]),
    ("HIV and RPR drawn today.", ["B20"]), ("Check HIV and hepatitis C.", ["B20", "B19"]),
    ("COVID and flu swabs pending.", ["U07", "J1"]), ("Lyme titers ordered.", ["A69"]),
    ("Hepatitis B surface antigen ordered.", ["B19"]), ("Gonorrhea/chlamydia NAAT sent.", ["A54", "A74"]),
    ("C diff toxin sent.", ["A04"]), ("Celiac panel sent.", ["K90"]), ("HIV sent to the lab.", ["B20"]),
    ("Factor V Leiden ordered.", ["D68"]),
    ("TB skin test placed.", ["A18"]), ("Check for UTI with urine culture.", ["N390"]),
    ("Hemochromatosis gene sent.", ["E83"]),
  ]) func whatIsTestedForIsNotCoded(plan: String, absent: [String]) throws {
    let found = try CodedNote("Assessment and plan:\n1. Urethritis\n2. \(plan)", []).codes(by: TestCoder.coder.get())
    #expect(found.contains("N342"), "\(found)")
    for code in absent { #expect(!found.contains { $0.hasPrefix(code) }, "\(found)") }
  }

  @Test(arguments: [
    ("HIV - stable on Biktarvy, viral load sent.", "B20"), ("HIV disease. CBC ordered.", "B20"),
    ("Chronic hepatitis C, viral load drawn.", "B182"), ("Primary syphilis. RPR sent, reactive.", "A510"),
    ("COVID-19, chest X-ray ordered.", "U071"), ("COVID-19, sent home.", "U071"),
    ("COVID-19 sent to the emergency department.", "U071"), ("COVID PCR+, sent home.", "U071"),
    ("COVID PCR+ sent home.", "U071"),
    ("Celiac disease, antibodies positive.", "K900"),
    ("Factor V Leiden, on apixaban.", "D6851"), ("Low back pain, MRI ordered for the pain.", "M5450"),
  ]) func whatIsThereIsCodedWhateverIsTested(problem: String, code: String) throws {
    let found = try CodedNote("Assessment and plan:\n1. \(problem)", []).codes(by: TestCoder.coder.get())
    #expect(found.first == code, "\(found)")
  }
}
