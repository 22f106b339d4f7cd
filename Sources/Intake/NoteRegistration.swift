import ClaimModel

/// A note's registration out of its header, with what is missing made up if that is allowed.
struct NoteRegistration {
  /// What made-up registration is derived from.
  var key: String
  /// How to read.
  var options: IntakeOptions
  /// What the header says.
  var header: [NoteHeaderKey: NoteHeader.Entry] = [:]

  /// A registration all made up but for the given age, sex and date.
  func registration(from words: NoteDemographics, date: CalendarDate?) -> Registration {
    var filler = SyntheticRegistration(key: key)
    let date = date ?? filler.day(in: options.syntheticDates)
    // One that is made up would refuse codes of the patient's own organs.
    let sex = words.sex ?? .unknown
    let birthDate: CalendarDate =
      switch words.age {
      case .years(let years): filler.birthDate(aged: years, on: date)
      case .days(let days): date.adding(days: -days)
      case nil: filler.birthDate(aged: filler.adultAge(), on: date)
      }
    let patient = Patient(
      name: filler.name(sex: words.sex ?? filler.sex()), birthDate: birthDate, sex: sex, address: filler.address())
    let payer = SyntheticRegistration.payer(for: key, among: options.payers)
    return Registration(
      patient: patient,
      coverages: payer.map {
        [Coverage(payer: $0.id, payerName: $0.name, member: SyntheticRegistration.member(for: key))]
      } ?? [],
      rendering: filler.clinician(), billing: filler.practice(), dateOfService: date)
  }

  /// The registration that the header gives, completed from the note's words where that is allowed.
  /// - Throws: ``IntakeError/Code/missingHeaderKeys`` or ``IntakeError/Code/invalidValue``.
  func registration(completedFrom body: String) throws(IntakeError) -> Registration {
    let missing = missingKeys()
    if !missing.isEmpty, options.missingRegistration == .refuse {
      throw IntakeError(
        .missingHeaderKeys,
        "the note's header lacks \(missing.map { "`\($0.rawValue)`" }.joined(separator: ", ")).",
        remedy: "Put them in front of the note, for instance:\n" + NoteHeaderKey.example)
    }
    // Reading the words costs more than all the rest: only when the header leaves something to be told.
    var words = NoteDemographics(missing.isEmpty ? "" : body)
    let date = try value(.date, "a day, YYYY-MM-DD") { CalendarDate(plausible: $0) }
    words.sex = try value(.sex, "F, M or U") { Self.sex($0) } ?? words.sex
    var result = registration(from: words, date: date)
    try readPatient(into: &result)
    result.coverages = try coverages(orElse: result.coverages)
    try readProviders(into: &result)
    if let place = try value(.placeOfService, "two digits", { Self.digits($0, 2).map { PlaceOfService($0) } }) {
      result.placeOfService = place
    } else if let place = Self.place(named: body) {
      result.placeOfService = place
    }
    return result
  }

  private func missingKeys() -> [NoteHeaderKey] {
    NoteHeaderKey.allCases.filter { key in
      guard !key.isOptional, header[key] == nil else { return false }
      switch key {
      case .payerName: return !paysAlone && !options.payers.contains { $0.id.rawValue == header[.payer]?.value }
      case .member: return !paysAlone
      default: return true
      }
    }
  }

  private var paysAlone: Bool { header[.payer]?.value.lowercased() == "self" }

  private func readPatient(into result: inout Registration) throws(IntakeError) {
    if let name = try value(.patient, "Last, First", Self.name) { result.patient.name = name }
    if let birth = try value(.birthDate, "a day, YYYY-MM-DD", { CalendarDate(plausible: $0) }) {
      guard birth <= result.dateOfService else {
        throw invalid(.birthDate, expected: "a day not after the date of service")
      }
      result.patient.birthDate = birth
    }
    try readAddress(.address, .city, .state, .zip, into: &result.patient.address)
  }

  private func coverages(orElse filled: [Coverage]) throws(IntakeError) -> [Coverage] {
    if paysAlone { return [] }
    let payer = try value(.payer, "the payer's identifier, at most 80 characters") { Self.words($0, 80) }
    let named = try value(.payerName, "the payer's name") { Self.words($0, 60) }
    let member = try value(.member, "the member's number") { Self.words($0, 80) }
    guard var coverage = filled.first ?? payer.map({ Coverage(payer: PayerID($0), payerName: $0, member: "") }) else {
      return []
    }
    if let payer {
      coverage.payer = PayerID(payer)
      coverage.payerName = options.payers.first { $0.id.rawValue == payer }?.name ?? payer
    }
    if let named { coverage.payerName = named }
    if let member { coverage.member = MemberID(member) }
    if coverage.member.rawValue.isEmpty { coverage.member = SyntheticRegistration.member(for: key) }
    return [coverage]
  }

  private func readProviders(into result: inout Registration) throws(IntakeError) {
    if let name = try value(.provider, "Last, First", Self.name) { result.rendering.name = name }
    if let npi = try value(.providerNPI, "ten digits with their check digit", Self.npi) { result.rendering.npi = npi }
    if let taxonomy = try value(.taxonomy, "a taxonomy code of ten characters", { $0.utf8.count == 10 ? $0 : nil }) {
      result.rendering.taxonomy = taxonomy
    }
    if let name = try value(.practice, "the practice's name", { Self.words($0, 60) }) { result.billing.name = name }
    if let npi = try value(.practiceNPI, "ten digits with their check digit", Self.npi) { result.billing.npi = npi }
    if let tax = try value(.taxID, "nine digits", { Self.digits($0.filter { $0 != "-" }, 9) }) {
      result.billing.taxID = tax
    }
    try readAddress(.practiceAddress, .practiceCity, .practiceState, .practiceZip, into: &result.billing.address)
  }

  private func readAddress(
    _ line: NoteHeaderKey, _ city: NoteHeaderKey, _ state: NoteHeaderKey, _ zip: NoteHeaderKey,
    into address: inout Address
  ) throws(IntakeError) {
    if let text = try value(line, "street and number", { Self.words($0, 55) }) { address.line = text }
    if let text = try value(city, "a city", { Self.words($0, 30) }) { address.city = text }
    if let text = try value(state, "a state's two letters", StateCode.of) { address.state = text }
    if let text = try value(zip, "five or nine digits", PlainText.zip) { address.zip = text }
  }

  /// The value of `key` as `read` understands it; `nil` if the header lacks it.
  func value<Value>(
    _ key: NoteHeaderKey, _ expected: String, _ read: (String) -> Value?
  ) throws(IntakeError) -> Value? {
    guard let entry = header[key] else { return nil }
    guard let value = read(entry.value) else { throw invalid(key, expected: expected) }
    return value
  }

  private func invalid(_ key: NoteHeaderKey, expected: String) -> IntakeError {
    IntakeError(
      .invalidValue, at: "line \(header[key]?.line ?? 0)", "the value of `\(key.rawValue)` cannot be right.",
      remedy: "Expected: \(expected).")
  }

  /// The place that the note itself names: by its number, or as an emergency department in its title.
  private static func place(named body: String) -> PlaceOfService? {
    let start = body.utf8.prefix(400).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    let lines = start.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let key = "place of service:"
    if let line = lines.first(where: { $0.starts(with: key.utf8) }) {
      let digits = line.dropFirst(key.utf8.count).drop { $0 == UInt8(ascii: " ") }.prefix { (48...57).contains($0) }
      if digits.count == 2 { return PlaceOfService(String(decoding: digits, as: UTF8.self)) }
    }
    guard let title = lines.first else { return nil }
    // "Dictated note" is none.
    func holds(_ words: String) -> Bool {
      title.indices.contains { index in
        title[index] == words.utf8.first && title[index...].starts(with: words.utf8)
          && (index == title.startIndex || !(97...122).contains(title[index - 1]))
      }
    }
    if emergencies.contains(where: holds), !holds("follow") { return "23" }
    return homes.contains(where: holds) ? "12" : nil
  }

  private static let homes = ["house call", "home visit note", "home-based primary care", "home based primary care"]
  private static let emergencies = [
    "emergency department", "ed provider note", "ed discharge", "ed note", "emergency room note",
  ]

  private static func sex(_ text: String) -> Sex? {
    switch text.lowercased() {
    case "f", "female": .female
    case "m", "male": .male
    case "u", "unknown": .unknown
    default: nil
    }
  }

  private static func name(_ text: String) -> PersonName? {
    let parts = text.split(separator: ",", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let last = PlainText.name(String(parts[0]), limit: 60)
    let given = PlainText.name(String(parts[1]), limit: 60).split(separator: " ", maxSplits: 1)
    guard !last.isEmpty, let first = given.first else { return nil }
    return PersonName(
      last: last, first: PlainText.name(String(first), limit: 35),
      middle: given.count > 1 ? PlainText.name(String(given[1]), limit: 25) : "")
  }

  private static func npi(_ text: String) -> NPI? { NPI(text).isValid ? NPI(text) : nil }

  private static func words(_ text: String, _ limit: Int) -> String? {
    let plain = PlainText.line(text, limit: limit)
    return plain.isEmpty ? nil : plain
  }

  private static func digits(_ text: String, _ count: Int) -> String? {
    text.utf8.count == count && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? text : nil
  }
}
