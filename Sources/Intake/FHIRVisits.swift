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
  /// A patient's first coverage that counts, by the patient's position.
  private var coverages: [Int: FHIRCoverage] = [:]
  /// What refers to a patient only, by the patient's position.
  private var records = FHIRPatientRecords()
  /// Positions of the conditions that something of a visit refers to, by the encounter's position.
  private var addressed: [Int: [Int]] = [:]
  /// The days of a patient's encounters with one practice, ascending.
  private var history: [Pair: [CalendarDate]] = [:]

  // What many encounters refer to is read once.
  private var patients: [Int: Patient] = [:]
  private var practices: [Int: (provider: BillingProvider, words: [String])] = [:]
  private var clinicians: [Int: (RenderingProvider, words: [String])] = [:]
  var notes: [Int: [DocumentationItem]] = [:]
  var conditions: [Int: DocumentationItem] = [:]

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
      case .finding(let finding):
        file(position, under: [finding.visit])
        if !finding.isVoid, let encounter = find(finding.visit) { address(finding.reasonReference, at: encounter) }
        if entry.resource?.type == "MedicationStatement", finding.visit == nil, let patient = find(finding.subject) {
          records.list(position, of: patient)
        }
      case .condition(let condition):
        file(position, under: [condition.encounter])
        if condition.isOnProblemList, condition.encounter == nil, let patient = find(condition.subject) {
          records.list(position, of: patient)
        }
      case .allergy(let allergy):
        file(position, under: [allergy.encounter])
        if allergy.encounter == nil, let patient = find(allergy.patient) {
          records.date(position, of: patient, on: allergy.recordedDate)
        }
      case .familyHistory(let history):
        if let patient = find(history.patient) { records.date(position, of: patient, on: history.date) }
      case .document(let document): file(position, under: document.context?.encounter ?? [])
      case .coverage(let coverage):
        guard coverage.status != "cancelled", coverage.status != "entered-in-error" else { break }
        // The first that counts is the one that is used.
        if let patient = find(coverage.beneficiary), coverages[patient] == nil { coverages[patient] = coverage }
      case .claim(let claim):
        guard let display = claim.insurance?.first?.coverage?.display else { break }
        for reference in (claim.item ?? []).flatMap({ $0.encounter ?? [] }) {
          if let encounter = find(reference) { claimedFrom[encounter] = display }
        }
      case .encounter(let encounter):
        address((encounter.diagnosis ?? []).map(\.condition) + (encounter.reasonReference ?? []), at: position)
        guard let patient = find(encounter.subject), Self.took(place: encounter),
          let date = CalendarDate(iso: encounter.period?.start ?? "")
        else { break }
        history[Pair(patient: patient, practice: find(encounter.serviceProvider)), default: []].append(date)
      default: break
      }
    }
    for pair in history.keys { history[pair]?.sort() }
  }

  func find(_ reference: FHIRReference?) -> Int? {
    reference?.reference.flatMap { record.position(of: $0) }
  }

  private mutating func file(_ position: Int, under references: [FHIRReference?]) {
    for reference in references {
      // A document that names an encounter twice is still one document.
      if let encounter = find(reference), documents[encounter]?.last != position {
        documents[encounter, default: []].append(position)
      }
    }
  }

  /// Notes that something of a visit refers to conditions.
  private mutating func address(_ references: [FHIRReference?]?, at encounter: Int) {
    for reference in references ?? [] {
      guard let position = find(reference), case .condition = record.entries[position].resource?.resource else {
        continue
      }
      addressed[encounter, default: []].append(position)
    }
  }

  private static func took(place encounter: FHIREncounter) -> Bool {
    !["entered-in-error", "cancelled", "planned"].contains(encounter.status ?? "")
  }

  mutating func read() throws(IntakeError) -> [Visit] {
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

  private mutating func visit(
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
    guard let date = CalendarDate(plausible: start) else {
      throw IntakeError(
        .invalidValue, at: "\(place) period.start", "the start is not a day of a plausible year.",
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
    let stay = (first: date, last: max(date, CalendarDate(plausible: encounter.period?.end ?? "") ?? date))
    let ranks = DiagnosisRanks(encounter.diagnosis ?? [], find: find)
    let dealtWith = Set(addressed[position] ?? [])
    var filed: Set<Int> = []
    let own = (documents[position] ?? []) + (addressed[position] ?? [])
    for document in own + records.positions(of: patientPosition, on: date) where filed.insert(document).inserted {
      if case .condition(let condition) = record.entries[document].resource?.resource {
        // A reference may point to another patient's condition; that is no diagnosis of this one.
        guard find(condition.subject) ?? patientPosition == patientPosition else { continue }
        items += problem(
          condition, at: document, ranks[document], during: stay, isAddressed: dealtWith.contains(document))
      } else {
        items += try documentation(at: document, on: date)
      }
    }
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
    // The last day before `date`, by halving: a patient may have very many visits.
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < date { low = middle + 1 } else { high = middle }
    }
    return low > 0 && days[low - 1].years(until: date) < 3
  }

  private mutating func patient(of encounter: FHIREncounter, at place: String) throws(IntakeError) -> (Int, Patient) {
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
    if let known = patients[position] { return (position, known) }
    let read = try parties.patient(patient, at: self.place(of: position))
    patients[position] = read
    return (position, read)
  }

  private mutating func practice(
    at position: Int?, named name: String?, of place: String
  ) throws(IntakeError) -> (provider: BillingProvider, words: [String]) {
    if let position, let resource = record.entries[position].resource,
      case .organization(let organization) = resource.resource
    {
      if let known = practices[position] { return known }
      let words = (organization.type ?? []).compactMap(\.words)
      let practice = (try parties.practice(organization, at: self.place(of: position)), words)
      practices[position] = practice
      return practice
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
  private mutating func clinician(
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
      if let known = clinicians[position] { return known }
      let words = (practitioner.qualification ?? []).compactMap(\.code?.words)
      let clinician = (try parties.clinician(practitioner, at: self.place(of: position)), words)
      clinicians[position] = clinician
      return clinician
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

  /// The patient's insurance: the payer that the coverage or the claim names if it is one of ours, else one of ours by
  /// the patient's id; none when the source says there is none.
  private func coverage(patient: Int, encounter: Int) -> Coverage? {
    let held = coverages[patient]
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
