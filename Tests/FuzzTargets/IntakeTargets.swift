import ClaimModel
import Intake
import Messages

extension FuzzTarget {
  /// FHIR bundles, strictly and leniently read.
  static let fhirBundle = FuzzTarget("fhir", longestInput: 16_384, seeds: { SampleBundle.seeds }) { bytes in
    for options in intakeOptions {
      try read { () throws(IntakeError) in try FHIRBundleReader(options: options).visits(from: bytes) }
    }
  }

  /// Clinical notes, strictly and leniently read.
  static let clinicalNote = FuzzTarget("note", longestInput: 8_192, seeds: noteSeeds) { bytes in
    for options in intakeOptions {
      try read { () throws(IntakeError) in
        [try ClinicalNoteReader(options: options).visit(from: bytes, name: "inbox/note.md")]
      }
    }
    // A name that tells nothing: what it is follows from the bytes.
    try read { () throws(IntakeError) in try VisitReader(options: intakeOptions[1]).visits(from: bytes, name: "x") }
  }

  private static let intakeOptions: [IntakeOptions] = [
    IntakeOptions(),
    IntakeOptions(
      includesEmergency: true, missingRegistration: .synthesize,
      redate: RedatePolicy(within: 60, before: CalendarDate(daysSinceEpoch: 20_600))),
  ]

  /// What the practice has read, the coding office can read; what it refuses, it says in words that may be logged.
  private static func read(_ visits: () throws(IntakeError) -> [Visit]) throws {
    let found: [Visit]
    do throws(IntakeError) {
      found = try visits()
    } catch {
      return try require(error.description.utf8.count < 4_000, "an error is short, however long the input is")
    }
    for visit in found { try survives(.visitDocumented(visit)) }
  }

  private static func noteSeeds() throws -> [[UInt8]] {
    let notes = try SampleVisits.notes()
    let json = """
      {"patient": "Example, Pat", "birth-date": "1980-01-01", "sex": "F", "payer": "self", "minutes": 20,
       "established": true}
      Pat is a 46-year-old female with a cough for 3 days.
      """
    return notes + [
      Array(json.utf8), Array("Ms. Example, 50 yo woman, her knee hurts.".utf8),
      Array("2026-04-15\n\nHe is a 6 month old boy. His 9-year-old brother has measles.".utf8),
      [0xef, 0xbb, 0xbf] + notes[0],
    ]
  }
}

/// A message is read as it was meant, and what was read is sent as the same bytes.
func survives(_ message: OfficeMessage) throws {
  let sent = message.encoded()
  let read: OfficeMessage
  do throws(UndecodableMessage) {
    read = try OfficeMessage(type: message.type, body: sent)
  } catch {
    throw BrokenRule("a \(message.type.rawValue) of ours can be read: \(error.reason)")
  }
  try require(read == message, "a \(message.type.rawValue) is read as it was meant")
  try require(read.encoded() == sent, "a \(message.type.rawValue) that was read is sent as it came")
}
