import ClaimModel
import Testing

@testable import Intake

/// Age and sex as the first lines of notes tell them outside of sentences.
@Suite struct NoteHeadingTests {
  @Test(arguments: [
    ("Pt: Delphine Okonjo DOB 04/11/1962 DOS 05/06/2026", NoteDemographics.Age.years(64), Sex?.none),
    ("Date of birth: 09/30/1955\nDate of visit: April 22, 2026", .years(70), nil),
    ("DOB: 02/06/2026    DOS: 04/10/2026", .days(63), nil),
    ("Name: Alistair Mbeki M DOB 07/07/1979 DOS 08/25/2026", .years(47), .male),
    ("Patient: Ottoline Brankovic DOB 06/11/1975 F Procedure date: 04/29/2026", .years(50), .female),
    ("OB. DOB 3/3/1996. EDC 06/10/2026. Today 03/27/2026. G2P1001", .years(30), .female),
    ("DOB 1/9/57, discharged 4/9/26, seen 4/14/26", .years(69), nil),
    ("PATIENT: Rosalind Achterberg AGE: 61 DATE: 03 June 2026", .years(61), nil),
    ("Age/Sex: 74 F", .years(74), .female), ("Name: T. Brzycki Age 68 M Date: 5/19/26", .years(68), .male),
    ("Tobias, Age 12 mo", .days(366), nil), ("RE: Clement Szabados, age 47 (Cigna)", .years(47), nil),
    ("Patient: Mr. Barnaby Eskildsen-Roy, 81, retired surveyor", .years(81), .male),
    ("Patient: Gwendolyn Tsai-Harper, 44, she/her", .years(44), nil),
    ("Hortense Villalobos-Grady F 70 DOS: 02/26/2026", .years(70), .female),
    ("PATIENT: WENDELL R | 67 y | M | EST", .years(67), .male), ("Delphine Kowalczyk 28 G1P1", .years(28), .female),
    ("Pt: Shawn P 45yo F", .years(45), .female), ("Pt: S. P   26y F    Date: 04/20/2026", .years(26), .female),
    ("Lee P, 31yr old male", .years(31), .male), ("Ana P, 18mo F", .days(548), .female),
    ("Patient: Imogen R.   Age: 12 m 4 d   Sex: F", .days(366), nil),
    ("Baby boy Finnegan   DOL 5   (b. 04/30/26)", .days(5), nil),
    ("S: Dwight, 58, here because he can't hear", .years(58), nil), ("WELL CHILD CHECK - 12 MONTHS", .days(366), nil),
    ("NAME: Mavis Trelawney, sixty-six-year-old woman", .years(66), .female),
  ]) func ageAndSexOfAHeading(text: String, age: NoteDemographics.Age, sex: Sex?) {
    let found = NoteDemographics(text)
    #expect(found.age == age)
    if let sex { #expect(found.sex == sex) }
  }

  /// Other days, other ages, other numbers.
  @Test(arguments: [
    "DOB 04/11/1962", "DOS 05/06/2026", "DOB 13/45/1962 DOS 05/06/2026", "DOB 05/06/2026 DOS 04/11/1962",
    "Fracture at age 12.", "Patient: A. Smith MRN 45 77", "Patient has had 40 visits", "Re: blood pressure 130",
    "Mr. Jones was seen 20 times", "Visit 5 of 12", "Pulse 72 here for a check", "Annual check 12 months ago",
  ]) func whatIsNoAgeIsNotRead(text: String) { #expect(NoteDemographics(text).age == nil) }
}
