import ClaimModel
import Coding
import Testing

/// Lines a word away from a service, which a reader of charts takes for what they are: no more than they tell was done.
@Suite struct NearServiceTests {
  private static func done(_ text: String, _ assessment: String) -> String {
    "CC: Visit.\n\nEXAM\nNormal.\n\nPROCEDURE\n\(text)\n\nASSESSMENT\n1. \(assessment)\n\nPLAN\nReturn as needed.\n"
  }

  private static func found(_ text: String, _ assessment: String) -> String {
    "CC: Visit.\n\nEXAM\n\(text)\n\nASSESSMENT\n1. \(assessment)\n\nPLAN\nReturn as needed.\n"
  }

  static let notes: [ServiceNote] = [
    // Put back, or splinted where it is.
    ServiceNote(
      done("Closed reduction under hematoma block, sugar-tong splint applied.", "Colles fracture, left."), ["25605-LT"],
      absent: ["25600"]),
    ServiceNote(
      done("Pain reduced by splint. No reduction needed; splint applied.", "Colles fracture, left."), absent: ["25605"]),
    // A pump of chemotherapy that goes home, and pumps that do not.
    ServiceNote(
      found("5-FU 4,130 mg ambulatory pump hooked up 1240, 46 h, returns Thurs for disconnect", "Colon cancer."),
      ["96416"]),
    ServiceNote(found("5-FU pump disconnected, port flushed.", "Colon cancer."), absent: ["96416"]),
    ServiceNote(found("5-FU pump teaching, 4130 mg to be started tomorrow.", "Colon cancer."), absent: ["96416"]),
    // A fluid that carries something else.
    ServiceNote(found("NS 500 mL bolus IV 09:00-10:10.", "Dehydration."), ["96360"]),
    ServiceNote(found("NS 500 mL at KVO IV 09:00-10:10, fluids.", "Dehydration."), absent: ["96360"]),
    ServiceNote(found("NS bolus given yesterday at the hospital 09:00-10:10.", "Dehydration."), absent: ["96360"]),
    // Ankle pressures with and without a walk.
    ServiceNote(found("ABI done here, then treadmill: 0.9 falls to 0.6.", "Peripheral arterial disease."), ["93924"]),
    ServiceNote(
      found("ABI done here: 0.8. Keep walking on the home treadmill.", "Peripheral arterial disease."), ["93922"],
      absent: ["93924"]),
    // Analyzers of the practice and of others.
    ServiceNote(
      found("UDS here by cup: negative; sent out to confirm by analyzer.", "Opioid dependence."), absent: ["80307"]),
    // A look into the mouth beside a biopsy of the skin.
    ServiceNote(
      done("Shave biopsy of left cheek 6 mm. Tongue normal.", "Neoplasm of uncertain behavior of skin."), ["11102"],
      absent: ["41100"]),
    // What somebody else's report says.
    ServiceNote(
      found("Operative report received: I&D of abscess, left thigh.", "Abscess of thigh."), absent: ["10060"]),
  ]

  @Test(arguments: notes)
  func onlyWhatWasDoneIsBilled(_ note: ServiceNote) throws {
    try note.expectLines()
  }
}
