/// The keys of a note's header.
enum NoteHeaderKey: String, CaseIterable {
  case patient
  case birthDate = "birth-date"
  case sex
  case address
  case city
  case state
  case zip
  case payer
  case payerName = "payer-name"
  case member
  case provider
  case providerNPI = "provider-npi"
  case taxonomy
  case practice
  case practiceNPI = "practice-npi"
  case taxID = "tax-id"
  case practiceAddress = "practice-address"
  case practiceCity = "practice-city"
  case practiceState = "practice-state"
  case practiceZip = "practice-zip"
  case date
  case placeOfService = "place-of-service"
  case specialty
  case established
  case minutes

  /// Whether a claim can be made without it: the place is then an office, the taxonomy family medicine.
  var isOptional: Bool {
    switch self {
    case .taxonomy, .placeOfService, .specialty, .established, .minutes: true
    default: false
    }
  }

  /// A header with every required key, to copy.
  static let example = """
    ---
    patient: Castillo, Elena
    birth-date: 1981-02-14
    sex: F
    address: 14 Alder Street
    city: Springfield
    state: IL
    zip: 62704
    payer: ACMEHLTH
    payer-name: Acme Health Plan
    member: M100200300
    provider: Novak, Felix
    provider-npi: 1234567893
    practice: Alder Street Family Practice
    practice-npi: 1679576722
    tax-id: 371234567
    practice-address: 20 Alder Street
    practice-city: Springfield
    practice-state: IL
    practice-zip: 62704
    date: 2026-04-15
    ---
    """

  /// The key that takes the fewest edits to get from `text`.
  static func nearest(to text: String) -> NoteHeaderKey {
    // A key is short; of a long line the start is enough.
    let letters = Array(text.utf8.prefix(40))
    return allCases.map { (key: $0, edits: edits(letters, Array($0.rawValue.utf8))) }
      .min { $0.edits < $1.edits }?.key ?? .patient
  }

  /// Levenshtein's distance.
  private static func edits(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let replaced = diagonal + (byte == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
