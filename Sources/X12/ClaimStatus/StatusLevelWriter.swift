import ClaimModel

/// Writes the levels of a 276 or 277: each one once for those next to each other that share it.
///
/// A patient has a level of their own for each run of claims; so has a provider or receiver of whom all requests are
/// answered together.
struct StatusLevelWriter {
  private var last: StatusSubject?
  private var count = 0
  /// The numbers of the open levels.
  private var payer = 0
  private var receiver = 0
  private var provider = 0
  private var subscriber = 0

  /// Writes the levels that `subject` has and the last one had not.
  /// - Parameter next: Who comes after it: a level tells whether others are under it.
  mutating func write(_ subject: StatusSubject, next: StatusSubject?, to segments: inout SegmentWriter) {
    defer { last = subject }
    // Claims of one patient, one after the other, are under one level.
    if subject == last, subject.subscriber != nil { return }
    let sharesPayer = last?.payer == subject.payer
    let sharesReceiver = sharesPayer && last?.receiver == subject.receiver && subject.provider != nil
    let sharesProvider = sharesReceiver && last?.provider == subject.provider && subject.subscriber != nil
    let sharesSubscriber =
      sharesProvider && last?.subscriber == subject.subscriber && last?.dependent != nil && subject.dependent != nil
    if !sharesPayer {
      payer = begin("20", under: nil, hasChildren: true, &segments)
      segments.write(subject.payer, as: "PR")
    }
    if !sharesReceiver {
      let others = next.map { $0.payer == subject.payer && $0.receiver == subject.receiver && $0.provider != nil }
      receiver = begin("21", under: payer, hasChildren: subject.provider != nil || others == true, &segments)
      segments.write(subject.receiver, as: "41")
    }
    guard let party = subject.provider else { return }
    if !sharesProvider {
      let others = next.map {
        $0.payer == subject.payer && $0.receiver == subject.receiver && $0.provider == party && $0.subscriber != nil
      }
      provider = begin("19", under: receiver, hasChildren: subject.subscriber != nil || others == true, &segments)
      segments.write(party, as: "1P")
    }
    guard let party = subject.subscriber else { return }
    if !sharesSubscriber {
      subscriber = begin("22", under: provider, hasChildren: subject.dependent != nil, &segments)
      if subject.dependent == nil { segments.write(demographicsOf: subject) }
      segments.write(party, as: "IL")
    }
    guard let party = subject.dependent else { return }
    _ = begin("23", under: subscriber, hasChildren: nil, &segments)
    segments.write(demographicsOf: subject)
    segments.write(party, as: "QC")
  }

  private mutating func begin(
    _ kind: StaticString, under parent: Int?, hasChildren: Bool?, _ segments: inout SegmentWriter
  ) -> Int {
    count += 1
    segments.begin("HL")
    segments.number(count)
    if let parent { segments.number(parent) } else { segments.skip() }
    segments.code(kind)
    if let hasChildren { segments.code(hasChildren ? "1" : "0") }
    segments.end()
    return count
  }
}

extension SegmentWriter {
  fileprivate mutating func write(_ party: StatusParty, as entity: StaticString) {
    begin("NM1")
    code(entity)
    code(party.isPerson ? "1" : "2")
    text(party.name, max: 60)
    text(party.first, max: 35)
    text(party.middle, max: 25)
    skip(2)
    optionalIdentifier(party.qualifier, max: 2)
    optionalIdentifier(party.identifier, max: 80)
    end()
  }

  fileprivate mutating func write(demographicsOf subject: StatusSubject) {
    guard let birthDate = subject.birthDate else { return }
    begin("DMG")
    code("D8")
    date(birthDate)
    optionalIdentifier(subject.sex?.rawValue ?? "", max: 1)
    end()
  }

  /// The BHT of a 276 or 277, up to its time.
  mutating func beginStatus(purpose: StaticString, reference: String, at timestamp: Timestamp) {
    begin("BHT")
    code("0010")
    code(purpose)
    identifier(reference, max: 50)
    date(timestamp.date)
    identifier(timestamp.hhmm, max: 4)
  }

  mutating func write(_ references: [StatusReference]) {
    for reference in references {
      begin("REF")
      identifier(reference.qualifier, max: 3)
      identifier(reference.value, max: 50)
      end()
    }
  }

  mutating func write(_ period: ServicePeriod?) {
    if let period { days("472", period.first, through: period.last) }
  }

  /// SVC; REF*FJ is for the caller to write in its place.
  mutating func write(_ service: StatusService) {
    begin("SVC")
    composite()
    component(service.codeList, max: 2)
    component(service.procedure.rawValue, max: 48)
    if service.modifiers.count > 4 { fail(.count) }
    for modifier in service.modifiers { component(modifier.rawValue, exactly: 2) }
    money(service.charge)
    if let paid = service.paid { money(paid) } else { skip() }
    optionalIdentifier(service.revenueCode, max: 48)
    skip(2)
    if let units = service.units { quantity(units) } else { skip() }
    end()
  }

  mutating func write(lineControlNumberOf service: StatusService) {
    if !service.lineControlNumber.isEmpty { reference("FJ", service.lineControlNumber) }
  }

  mutating func write(trace: String, kind: StaticString) {
    begin("TRN")
    code(kind)
    identifier(trace, max: 50)
    end()
  }
}
