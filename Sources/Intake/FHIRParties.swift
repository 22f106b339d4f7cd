import ClaimModel

/// Patients, clinicians and practices out of FHIR resources. `place` is the resource in FHIR's own words, for errors.
struct FHIRParties {
  let options: IntakeOptions

  private var synthesizes: Bool { options.missingRegistration == .synthesize }

  func patient(_ source: FHIRPatient, at place: String) throws(IntakeError) -> Patient {
    let key = source.id ?? place
    let name = try personName(source.name, at: place)
    guard let birthText = source.birthDate, !birthText.isEmpty else { throw missing("birthDate", at: place) }
    guard let birthDate = CalendarDate(plausible: birthText) else {
      throw IntakeError(
        .invalidValue, at: "\(place) birthDate", "the date of birth is not a whole day of a plausible year.",
        remedy: "Write it as YYYY-MM-DD; a claim cannot carry a partial date.")
    }
    let sex: Sex =
      switch source.gender {
      case "male": .male
      case "female": .female
      default: .unknown
      }
    return Patient(
      name: name, birthDate: birthDate, sex: sex,
      address: try address(source.address, at: place) ?? SyntheticRegistration(key: key).address())
  }

  func clinician(_ source: FHIRPractitioner, at place: String) throws(IntakeError) -> RenderingProvider {
    let identifiers = source.identifier ?? []
    let registered = identifiers.lazy.compactMap(\.value).map { NPI($0) }.first(where: \.isValid)
    let npi = registered ?? NPI.derived(from: identifiers.lazy.compactMap(\.value).first ?? source.id ?? place)
    let taxonomy = (source.qualification ?? []).lazy.flatMap { $0.code?.coding ?? [] }
      .first { ($0.system ?? "").hasSuffix("nucc.org/provider-taxonomy") && $0.code?.utf8.count == 10 }?.code
    return RenderingProvider(
      npi: npi, name: try personName(source.name, at: place), taxonomy: taxonomy ?? SpecialtyTable.defaultTaxonomy)
  }

  /// A clinician of whom only a display name and an identifier are known, as references by identifier give them.
  func clinician(displayed display: String, identifier: Substring) -> RenderingProvider? {
    let words = display.split(separator: " ").filter { !$0.hasSuffix(".") }.map {
      PlainText.name(String($0), limit: 60)
    }
    guard let last = words.last, !last.isEmpty else { return nil }
    let value = String(identifier.split(separator: "|").last ?? identifier)
    return RenderingProvider(
      npi: NPI(value).isValid ? NPI(value) : .derived(from: value),
      name: PersonName(last: last, first: words.count > 1 ? words[0] : ""), taxonomy: SpecialtyTable.defaultTaxonomy)
  }

  func practice(_ source: FHIROrganization, at place: String) throws(IntakeError) -> BillingProvider {
    let identifiers = (source.identifier ?? []).compactMap(\.value)
    let key = identifiers.first ?? source.id ?? place
    let name = PlainText.line(source.name ?? "", limit: 60)
    if name.isEmpty, !synthesizes { throw missing("name", at: place) }
    return BillingProvider(
      npi: identifiers.lazy.map { NPI($0) }.first(where: \.isValid) ?? NPI.derived(from: key),
      name: name.isEmpty ? SyntheticRegistration(key: key).practiceName() : name,
      taxID: SyntheticRegistration.taxID(for: key),
      address: try address(source.address, at: place) ?? SyntheticRegistration(key: key).address())
  }

  /// The official name, else the first that has a family name.
  private func personName(_ names: [FHIRHumanName]?, at place: String) throws(IntakeError) -> PersonName {
    let usable = (names ?? []).filter { !($0.family ?? "").isEmpty }
    guard let name = usable.first(where: { $0.use == "official" }) ?? usable.first else {
      throw missing("name.family", at: place)
    }
    let given = (name.given ?? []).map { PlainText.name($0, limit: 25) }.filter { !$0.isEmpty }
    let last = PlainText.name(name.family ?? "", limit: 60)
    guard !last.isEmpty else {
      throw IntakeError(
        .invalidValue, at: "\(place) name.family", "the family name has no Latin letters.",
        remedy: "Give the name as the insurance card spells it: claims carry ASCII only.")
    }
    return PersonName(last: last, first: given.first ?? "", middle: given.dropFirst().first ?? "")
  }

  /// The first complete address; `nil` if there is none and one may be made up.
  private func address(_ addresses: [FHIRAddress]?, at place: String) throws(IntakeError) -> Address? {
    guard let source = (addresses ?? []).first(where: { $0.use != "old" }) else {
      if synthesizes { return nil }
      throw missing("address", at: place)
    }
    let line = PlainText.line((source.line ?? []).joined(separator: " "), limit: 55)
    let city = PlainText.line(source.city ?? "", limit: 30)
    let state = StateCode.of(source.state ?? "")
    let zip = PlainText.zip(source.postalCode ?? "")
    if !line.isEmpty, !city.isEmpty, let state, let zip {
      return Address(line: line, city: city, state: state, zip: zip)
    }
    if synthesizes {
      let filler = SyntheticRegistration(key: place).address()
      return Address(
        line: line.isEmpty ? filler.line : line, city: city.isEmpty ? filler.city : city,
        state: state ?? filler.state, zip: zip ?? filler.zip)
    }
    throw missing(
      line.isEmpty
        ? "address.line" : city.isEmpty ? "address.city" : state == nil ? "address.state" : "address.postalCode",
      at: place)
  }

  private func missing(_ path: String, at place: String) -> IntakeError {
    IntakeError(
      .missingElement, at: "\(place) \(path)", "the element is missing or not usable, and a claim needs it.",
      remedy: "Add it to the resource.")
  }
}
