import ClaimModel

/// Turns the encounters of one bundle into visits.
struct FHIRVisits {
  let record: FHIRRecord
  let options: IntakeOptions
  private let parties: FHIRParties
  /// Positions of the resources that refer to an encounter, by the encounter's position, in the bundle's order.
  private var documents: [Int: [Int]] = [:]
  /// The insurance an encounter was claimed from, by the encounter's position.
  private var claimedFrom: [Int: String] = [:]
  /// Positions of the coverages of a patient, by the patient's position.
  private var coverages: [Int: [Int]] = [:]
  /// The days of a patient's encounters with one practice, ascending.
  private var history: [Pair: [CalendarDate]] = [:]

  private struct Pair: Hashable {
    var patient: Int
    var practice: Int?
  }

  init(record: FHIRRecord, options: IntakeOptions) {
    self.record = record
    self.options = options
    self.parties = FHIRParties(options: options)
    for (position, entry) in record.entries.enumerated() {
      switch entry.resource?.resource {
      case .finding(let finding): file(position, under: [finding.encounter])
      case .document(let document): file(position, under: document.context?.encounter ?? [])
      case .coverage(let coverage):
        if let patient = find(coverage.beneficiary) { coverages[patient, default: []].append(position) }
      case .claim(let claim):
        guard let display = claim.insurance?.first?.coverage?.display else { break }
        for reference in (claim.item ?? []).flatMap({ $0.encounter ?? [] }) {
          if let encounter = find(reference) { claimedFrom[encounter] = display }
        }
      case .encounter(let encounter):
        guard let patient = find(encounter.subject), Self.took(place: encounter),
          let date = CalendarDate(iso: encounter.period?.start ?? "")
        else { break }
        history[Pair(patient: patient, practice: find(encounter.serviceProvider)), default: []].append(date)
      default: break
      }
    }
    for pair in history.keys { history[pair]?.sort() }
  }

  private func find(_ reference: FHIRReference?) -> Int? {
    reference?.reference.flatMap { record.position(of: $0) }
  }

  private mutating func file(_ position: Int, under references: [FHIRReference?]) {
    for reference in references {
      if let encounter = find(reference) { documents[encounter, default: []].append(position) }
    }
  }

  private static func took(place encounter: FHIREncounter) -> Bool {
    !["entered-in-error", "cancelled", "planned"].contains(encounter.status ?? "")
  }

  func read() throws(IntakeError) -> [Visit] {
    var visits: [Visit] = []
    for (position, entry) in record.entries.enumerated() {
      guard let resource = entry.resource, case .encounter(let encounter) = resource.resource,
        Self.took(place: encounter), let placeOfService = placeOfService(of: encounter)
      else { continue }
      let id = encounter.id ?? entry.fullUrl ?? "entry[\(position)]"
      visits.append(try visit(encounter, id: id, position: position, placeOfService: placeOfService))
    }
    return visits
  }

  private func placeOfService(of encounter: FHIREncounter) -> PlaceOfService? {
    switch encounter.class?.code {
    case "AMB": .office
    case "EMER" where options.includesEmergency: "23"
    default: nil
    }
  }

  private func visit(
    _ encounter: FHIREncounter, id: String, position: Int, placeOfService: PlaceOfService
  ) throws(IntakeError) -> Visit {
    // The place goes into errors and the source into the chart; an id may be anything, so the error takes a
    // token of it.
    let source = "Encounter/\(id)"
    let place = IntakeError.token(source)
    guard let start = encounter.period?.start, !start.isEmpty else {
      throw IntakeError(
        .missingPeriod, at: "\(place) period.start", "the encounter has no period, so there is no date of service.",
        remedy: "Add period.start with at least a day.")
    }
    guard let date = CalendarDate(iso: start) else {
      throw IntakeError(
        .invalidValue, at: "\(place) period.start", "the start is not a day.",
        remedy: "Write it as YYYY-MM-DD or longer.")
    }
    let (patientPosition, patient) = try patient(of: encounter, at: place)
    let practiceName = options.missingRegistration == .synthesize ? displayed(encounter.serviceProvider)?.name : nil
    let practicePosition =
      practiceName == nil
      ? try record.resolve(encounter.serviceProvider, at: "serviceProvider.reference", of: place) : nil
    let practice = try practice(at: practicePosition, named: practiceName, of: place)
    let (rendering, providerWords) = try clinician(of: encounter, practice: practice.provider, at: place)
    var items = FHIRDocumentation.items(of: encounter, source: source)
    for document in documents[position] ?? [] { items += try documentation(at: document) }
    let problems = items.filter { $0.kind == .reason || $0.kind == .condition }.map(\.text)
    let pair = Pair(patient: patientPosition, practice: practicePosition)
    return Visit(
      id: .derived(from: "fhir", id),
      registration: Registration(
        patient: patient,
        coverages: coverage(patient: patientPosition, encounter: position).map { [$0] } ?? [], rendering: rendering,
        billing: practice.provider, dateOfService: date, placeOfService: placeOfService),
      specialty: SpecialtyTable.specialty(providerWords: providerWords + practice.words, problemWords: problems),
      isEstablishedPatient: isEstablished(history[pair] ?? [], on: date), documentation: items)
  }

  /// Whether one of `days` lies before `date` and not more than three years. Source: CPT, new and established patient.
  private func isEstablished(_ days: [CalendarDate], on date: CalendarDate) -> Bool {
    guard let last = days.last(where: { $0 < date }) else { return false }
    return last.years(until: date) < 3
  }

  private func patient(of encounter: FHIREncounter, at place: String) throws(IntakeError) -> (Int, Patient) {
    guard let position = try record.resolve(encounter.subject, at: "subject.reference", of: place) else {
      throw IntakeError(
        .missingPatient, at: "\(place) subject", "the encounter names no patient.",
        remedy: "Add subject.reference and the Patient it points to.")
    }
    guard let resource = record.entries[position].resource, case .patient(let patient) = resource.resource else {
      throw IntakeError(
        .missingPatient, at: "\(place) subject", "the reference points to something that is not a Patient.",
        remedy: "Let subject.reference point to a Patient; groups and other subjects are not billed.")
    }
    return (position, try parties.patient(patient, at: self.place(of: position)))
  }

  private func practice(
    at position: Int?, named name: String?, of place: String
  ) throws(IntakeError) -> (provider: BillingProvider, words: [String]) {
    if let position, let resource = record.entries[position].resource,
      case .organization(let organization) = resource.resource
    {
      let words = (organization.type ?? []).compactMap(\.words)
      return (try parties.practice(organization, at: self.place(of: position)), words)
    }
    guard options.missingRegistration == .synthesize else {
      throw IntakeError(
        .missingElement, at: "\(place) serviceProvider",
        "the encounter names no practice, and a claim is billed by one.",
        remedy: "Add serviceProvider.reference and the Organization it points to.")
    }
    return (SyntheticRegistration(key: place).practice(named: name.map { PlainText.line($0, limit: 60) }), [])
  }

  /// The first participant who is a practitioner.
  private func clinician(
    of encounter: FHIREncounter, practice: BillingProvider, at place: String
  ) throws(IntakeError) -> (RenderingProvider, words: [String]) {
    for (index, participant) in (encounter.participant ?? []).enumerated() {
      let path = "participant[\(index)].individual.reference"
      if let displayed = displayed(participant.individual),
        let clinician = parties.clinician(displayed: displayed.name, identifier: displayed.identifier)
      {
        return (clinician, [])
      }
      guard let position = try record.resolve(participant.individual, at: path, of: place),
        let resource = record.entries[position].resource, case .practitioner(let practitioner) = resource.resource
      else { continue }
      let words = (practitioner.qualification ?? []).compactMap(\.code?.words)
      return (try parties.clinician(practitioner, at: self.place(of: position)), words)
    }
    let derived = RenderingProvider(
      npi: .derived(from: "attending/\(practice.npi)"), name: PersonName(last: "Attending", first: ""),
      taxonomy: SpecialtyTable.defaultTaxonomy)
    return (derived, [])
  }

  /// The name and the identifier that a conditional reference to something outside the bundle gives: newer
  /// Synthea keeps
  /// clinicians and practices in files of their own.
  private func displayed(_ reference: FHIRReference?) -> (name: String, identifier: Substring)? {
    guard let text = reference?.reference, let name = reference?.display, !name.isEmpty,
      let (_, token) = FHIRRecord.search(text), record.position(of: text) == nil
    else { return nil }
    return (name, token)
  }

  private func place(of position: Int) -> String {
    let resource = record.entries[position].resource
    return IntakeError.token("\(resource?.type ?? "")/\(resource?.id ?? "entry[\(position)]")")
  }

  private func documentation(at position: Int) throws(IntakeError) -> [DocumentationItem] {
    guard let typed = record.entries[position].resource else { return [] }
    let source = "\(typed.type)/\(typed.id ?? "entry[\(position)]")"
    switch typed.resource {
    case .finding(let finding):
      return FHIRDocumentation.item(of: finding, type: typed.type, source: source).map { [$0] } ?? []
    case .document(let document): return try FHIRDocumentation.notes(of: document, source: source)
    default: return []
    }
  }

  /// The patient's insurance: the payer that the coverage or the claim names if it is one of ours, else one of ours by
  /// the patient's id; none when the source says there is none.
  private func coverage(patient: Int, encounter: Int) -> Coverage? {
    let held = (coverages[patient] ?? []).lazy.compactMap { position -> FHIRCoverage? in
      guard case .coverage(let coverage) = record.entries[position].resource?.resource else { return nil }
      return coverage.status == "cancelled" || coverage.status == "entered-in-error" ? nil : coverage
    }.first
    let named = payerName(held?.payor?.first) ?? claimedFrom[encounter]
    // Synthea's word for a patient who pays alone.
    if named == "NO_INSURANCE" { return nil }
    let key = record.entries[patient].resource?.id ?? record.entries[patient].fullUrl ?? ""
    let match = options.payers.first { payer in
      payer.id.rawValue == named || payer.name.lowercased() == named?.lowercased()
    }
    guard let payer = match ?? SyntheticRegistration.payer(for: key, among: options.payers) else { return nil }
    let number = PlainText.line(held?.subscriberId ?? "", limit: 80)
    return Coverage(
      payer: payer.id, payerName: payer.name,
      member: number.isEmpty ? SyntheticRegistration.member(for: key) : MemberID(number))
  }

  private func payerName(_ reference: FHIRReference?) -> String? {
    if let position = find(reference),
      case .organization(let organization) = record.entries[position].resource?.resource
    {
      return organization.name
    }
    return reference?.display
  }
}
