import ClaimModel
import Intake
import Testing

@Suite struct ClinicalNoteReaderTests {
  static let header = """
    patient: Canary, Zoe Ann
    birth-date: 1981-02-14
    sex: F
    address: 14 Nest Way
    city: Springfield
    state: IL
    zip: "62704"
    payer: ACMEHLTH
    member: M100200300
    provider: Novak, Felix
    provider-npi: 1234567893
    practice: Alder Street Family Practice
    practice-npi: 1679576722
    tax-id: 37-1234567
    practice-address: 20 Alder Street
    practice-city: Springfield
    practice-state: IL
    practice-zip: 62704
    date: 2026-04-15
    """

  private func read(_ text: String, _ options: IntakeOptions = IntakeOptions()) throws -> Visit {
    try ClinicalNoteReader(options: options).visit(from: Array(text.utf8), name: "notes/a.md")
  }

  @Test func headerGivesTheRegistrationAndTheBodyIsKept() throws {
    let body = "\r\n  Sore throat.\u{e9}\n---\ntrailing  \n\n"
    let text =
      "---\n\(Self.header)\nminutes: 25\nestablished: no\nspecialty: medical\nplace-of-service: 02\n---\n\(body)"
    let visit = try read(text)
    #expect(visit.id == .derived(from: "note", "a.md", text))
    #expect(visit.documentation == [DocumentationItem(kind: .note, text: body, source: "a.md")])
    let registration = visit.registration
    #expect(registration.patient.name == PersonName(last: "Canary", first: "Zoe", middle: "Ann"))
    #expect(registration.patient.address.zip == "62704")
    #expect(
      registration.coverages == [Coverage(payer: "ACMEHLTH", payerName: "Acme Health Plan", member: "M100200300")])
    #expect(registration.billing.taxID == "371234567" && registration.billing.npi == "1679576722")
    #expect(registration.rendering.taxonomy == "207Q00000X" && registration.placeOfService == "02")
    #expect(visit.totalMinutes == 25 && visit.isEstablishedPatient == false && visit.specialty == .medical)
  }

  @Test func headerMayBeAJSONObject() throws {
    let pairs = Self.header.split(separator: "\n").map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return "\"\(parts[0])\": \"\(parts[1].filter { $0 != "\"" }.drop { $0 == " " })\""
    }
    let visit = try read("{\(pairs.joined(separator: ",\n")), \"minutes\": 30, \"established\": true}\nSore throat.")
    #expect(try visit.registration == read("---\n\(Self.header)\n---\nSore throat.").registration)
    #expect(visit.totalMinutes == 30 && visit.isEstablishedPatient == true)
    #expect(visit.documentation[0].text == "Sore throat.")
  }

  @Test func patientWhoPaysAloneNeedsNoMember() throws {
    let header = Self.header.replacing("payer: ACMEHLTH\nmember: M100200300", with: "payer: self")
    #expect(try read("---\n\(header)\n---\nSore throat.").registration.coverages.isEmpty)
  }

  @Test func everyMissingKeyIsListedWithAnExampleThatCanBeRead() throws {
    let error = try #require(throws: IntakeError.self) { try read("Sore throat.") }
    #expect(error.code == .missingHeaderKeys)
    for key in ["patient", "birth-date", "payer", "payer-name", "member", "provider-npi", "practice-zip", "date"] {
      #expect(error.explanation.contains("`\(key)`"))
    }
    let example = try #require(error.remedy.split(separator: "instance:\n").last)
    #expect(try read(example + "\nSore throat.").registration.patient.name.last == "Castillo")
    let one = try #require(throws: IntakeError.self) {
      try read("---\n\(Self.header.replacing("zip: \"62704\"\n", with: ""))\n---\nSore throat.")
    }
    #expect(one.explanation == "the note's header lacks `zip`.")
  }

  /// A line replaced by another, the code, and what the description must mention.
  static let faults: [(old: String, new: String, code: IntakeError.Code, mentions: [String])] = [
    ("birth-date:", "birthdate:", .unknownHeaderKey, ["line 3", "`birthdate`", "mean `birth-date`"]),
    ("provider-npi:", "npi:", .unknownHeaderKey, ["line 12", "`npi`"]),
    ("birth-date:", "Zoe Canary lives here and this is long:", .unknownHeaderKey, ["line 3", "not shown"]),
    ("sex: F", "sex F", .malformedHeader, ["line 4"]),
    ("sex: F", "patient: Other, One", .duplicateHeaderKey, ["line 4", "`patient`"]),
    ("patient: Canary, Zoe Ann", "patient: Zoe Canary", .invalidValue, ["line 2", "Last, First"]),
    ("1981-02-14", "02/14/1981", .invalidValue, ["line 3", "YYYY-MM-DD"]),
    ("1981-02-14", "2026-04-16", .invalidValue, ["line 3", "not after"]),
    ("sex: F", "sex: X", .invalidValue, ["line 4"]),
    ("1234567893", "1234567890", .invalidValue, ["line 12", "check digit"]),
    ("37-1234567", "37-123456", .invalidValue, ["line 15", "nine digits"]),
    ("state: IL", "state: Illyria", .invalidValue, ["line 7"]),
    ("\"62704\"", "627", .invalidValue, ["line 8"]),
    ("date: 2026-04-15", "date: 2026-04-31", .invalidValue, ["line 20"]),
    ("date: 2026-04-15", "date: 2026-04-15\nminutes: 0", .invalidValue, ["line 21", "1440"]),
    ("date: 2026-04-15", "date: 2026-04-15\nestablished: maybe", .invalidValue, ["line 21"]),
    ("date: 2026-04-15", "date: 2026-04-15\nspecialty: surgery", .invalidValue, ["line 21", "surgical"]),
    ("date: 2026-04-15", "date: 2026-04-15\nplace-of-service: 9", .invalidValue, ["line 21"]),
    ("\n---\nSore throat.", "\nSore throat: bad", .unknownHeaderKey, ["line 21"]),
    ("\n---\nSore throat.", "", .malformedHeader, ["never closed"]),
    ("Sore throat.", " \n", .emptyNote, []),
  ]

  @Test(arguments: faults) func faultIsNamedWithItsLineAndWithoutPatientData(
    old: String, new: String, code: IntakeError.Code, mentions: [String]
  ) throws {
    let error = try #require(throws: IntakeError.self) {
      try read("---\n\(Self.header)\n---\nSore throat.".replacing(old, with: new, maxReplacements: 1))
    }
    #expect(error.code == code, "\(error)")
    for text in mentions { #expect(error.description.contains(text), "\(error)") }
    for canary in ["Canary", "Nest", "1981", "M100"] { #expect(!error.description.contains(canary), "\(error)") }
  }

  @Test(
    arguments: [
      ([0xff], 0), ([0x61, 0x62, 0xc3], 2), ([0x61, 0xe9, 0x62], 1), ([0xe2, 0x82, 0xac, 0xed, 0xa0, 0x80], 3),
    ] as [([UInt8], Int)]) func bytesThatAreNotUTF8AreNamedByOffset(bytes: [UInt8], offset: Int) throws
  {
    let error = try #require(throws: IntakeError.self) { try ClinicalNoteReader().visit(from: bytes, name: "a.txt") }
    #expect(error.code == .notUTF8 && error.place == "offset \(offset)")
  }

  /// A note without header, age and sex in it.
  @Test(arguments: [
    ("A 50-year-old female with a cough.", 50, Sex.female),
    ("Mr. Edwards is a pleasant 59 year old gentleman.", 59, .male),
    ("Curtis94 is a 1 year-old non-hispanic white male.", 1, .male), ("6-month-old boy", 0, .male),
    ("His 9-year-old brother is ill. This 7 yo girl is not.", 7, .female), ("44 y/o woman", 44, .female),
    ("58 y/o M w/ HTN", 58, .male), ("34 yo F here for f/u. Her son is 3.", 34, .female),
  ]) func ageAndSexAreTakenFromTheWords(text: String, age: Int, sex: Sex) throws {
    let visit = try read(text, IntakeOptions(missingRegistration: .synthesize))
    let patient = visit.registration.patient
    #expect(patient.birthDate.years(until: visit.registration.dateOfService) == age && patient.sex == sex)
  }

  @Test func partialHeaderIsCompletedAndItsValuesWin() throws {
    let options = IntakeOptions(missingRegistration: .synthesize)
    let text = "---\npatient: Canary, Zoe\ndate: 2025-01-02\npayer: BEACON1\n---\nA 30-year-old woman. She coughs."
    let visit = try read(text, options)
    #expect(visit.registration.patient.name.last == "Canary" && visit.registration.dateOfService.iso == "2025-01-02")
    #expect(visit.registration.coverages.first?.payerName == "Beacon Mutual")
    #expect(try read(text, options) == visit)
  }

  @Test(arguments: [
    ("{\"resourceType\": \"Bundle\"}", "a", InputSniffer.Format.fhir), ("[", "a", .fhir),
    ("{\"a\": 1} note", "a", .note),
    ("{\"a\": 1}", "a.txt", .note), ("---\na: b", "a", .note), ("", "a", .note), ("text", "b.JSON", .fhir),
    ("\u{feff}{}", "a", .fhir),
  ]) func formatIsToldFromNameAndBytes(text: String, name: String, format: InputSniffer.Format) {
    #expect(InputSniffer.format(of: Array(text.utf8), name: name) == format)
  }
}
