import ClaimModel
import SwiftProtobuf

extension WireDocumentationItem {
  init(_ model: DocumentationItem) {
    self.init()
    switch model.standing {
    case .current: kind = model.kind.rawValue
    case .lasting:
      kind = model.kind.rawValue
      standing = model.standing.rawValue
    case .listed, .inactive, .resolved, .uncertain, .refuted, .later:
      qualifiedKind = model.kind.rawValue
      standing = model.standing.rawValue
    }
    if let place = model.rank { rank = Int32(clamping: place) }
    text = model.text
    source = model.source
    codings = model.codings.map { coding in
      WireDocumentationItem.Coding.with {
        $0.system = coding.system
        $0.code = coding.code
      }
    }
  }

  func model() throws(UndecodableMessage) -> DocumentationItem {
    DocumentationItem(
      kind: try known(qualifiedKind.isEmpty ? kind : qualifiedKind, "documentation.kind"), text: text,
      codings: codings.map { DocumentationItem.Coding(system: $0.system, code: $0.code) }, source: source,
      standing: standing.isEmpty ? .current : try known(standing, "documentation.standing"),
      rank: rank > 0 ? Int(rank) : nil)
  }
}

extension WireVisit {
  /// The visit on the wire.
  public init(_ model: Visit) {
    self.init()
    id = model.id.rawValue
    registration = WireRegistration(model.registration)
    specialty = model.specialty.rawValue
    if let established = model.isEstablishedPatient { isEstablishedPatient = established }
    if let minutes = model.totalMinutes { totalMinutes = Int32(clamping: minutes) }
    documentation = model.documentation.map(WireDocumentationItem.init)
  }

  /// The visit, checked.
  public func model() throws(UndecodableMessage) -> Visit {
    var items: [DocumentationItem] = []
    items.reserveCapacity(documentation.count)
    for item in documentation { items.append(try item.model()) }
    return Visit(
      id: try visitID(id), registration: try registration.model(), specialty: try known(specialty, "specialty"),
      isEstablishedPatient: hasIsEstablishedPatient ? isEstablishedPatient : nil,
      totalMinutes: hasTotalMinutes ? Int(totalMinutes) : nil, documentation: items)
  }
}

extension WireServiceLine {
  /// The service on the wire.
  public init(_ model: ServiceLine) {
    self.init()
    procedure = model.procedure.rawValue
    modifiers = model.modifiers.map(\.rawValue)
    units = Int32(clamping: model.units)
    diagnosisPointers = model.diagnosisPointers.map { Int32(clamping: $0) }
  }

  /// The service.
  public func model() -> ServiceLine {
    ServiceLine(
      procedure: ProcedureCode(procedure), modifiers: modifiers.map { ProcedureModifier($0) }, units: Int(units),
      diagnosisPointers: diagnosisPointers.map(Int.init))
  }
}

extension WireSuperbill {
  /// The superbill on the wire.
  public init(_ model: Superbill) {
    self.init()
    visit = model.visit.rawValue
    registration = WireRegistration(model.registration)
    specialty = model.specialty.rawValue
    diagnoses = model.diagnoses.map(\.rawValue)
    services = model.services.map(WireServiceLine.init)
  }

  /// The superbill, checked.
  public func model() throws(UndecodableMessage) -> Superbill {
    Superbill(
      visit: try visitID(visit), registration: try registration.model(), specialty: try known(specialty, "specialty"),
      diagnoses: diagnoses.map { DiagnosisCode($0) }, services: services.map { $0.model() })
  }
}

extension WireRefusal {
  /// The refusal on the wire.
  public init(_ model: RecodeRequest.Refusal) {
    self.init()
    line = Int32(clamping: model.line ?? 0)
    group = model.group.rawValue
    reason = model.reason.rawValue
    remarks = model.remarks.map(\.rawValue)
  }

  /// The refusal, checked.
  public func model() throws(UndecodableMessage) -> RecodeRequest.Refusal {
    RecodeRequest.Refusal(
      line: line > 0 ? Int(line) : nil, group: try known(group, "refusal.group"), reason: AdjustmentReason(reason),
      remarks: remarks.map { RemarkCode($0) })
  }
}
