import ClaimModel
import SwiftProtobuf

extension WireAddress {
  init(_ model: Address) {
    self.init()
    line = model.line
    city = model.city
    state = model.state
    zip = model.zip
  }

  func model() -> Address { Address(line: line, city: city, state: state, zip: zip) }
}

extension WirePersonName {
  init(_ model: PersonName) {
    self.init()
    last = model.last
    first = model.first
    middle = model.middle
  }

  func model() -> PersonName { PersonName(last: last, first: first, middle: middle) }
}

extension WirePatient {
  init(_ model: Patient) {
    self.init()
    name = WirePersonName(model.name)
    birthDate = model.birthDate.wire
    sex = model.sex.rawValue
    address = WireAddress(model.address)
  }

  func model() throws(UndecodableMessage) -> Patient {
    Patient(
      name: name.model(), birthDate: try CalendarDate(wire: birthDate, "patient.birth_date"),
      sex: try known(sex, "patient.sex"),
      address: address.model())
  }
}

extension WireCoverage {
  init(_ model: Coverage) {
    self.init()
    payer = model.payer.rawValue
    payerName = model.payerName
    member = model.member.rawValue
    group = model.group
  }

  func model() -> Coverage {
    Coverage(payer: PayerID(payer), payerName: payerName, member: MemberID(member), group: group)
  }
}

extension WireRenderingProvider {
  init(_ model: RenderingProvider) {
    self.init()
    npi = model.npi.rawValue
    name = WirePersonName(model.name)
    taxonomy = model.taxonomy
  }

  func model() -> RenderingProvider { RenderingProvider(npi: NPI(npi), name: name.model(), taxonomy: taxonomy) }
}

extension WireBillingProvider {
  init(_ model: BillingProvider) {
    self.init()
    npi = model.npi.rawValue
    name = model.name
    taxID = model.taxID
    address = WireAddress(model.address)
  }

  func model() -> BillingProvider {
    BillingProvider(npi: NPI(npi), name: name, taxID: taxID, address: address.model())
  }
}

extension WireRegistration {
  /// The registration on the wire.
  public init(_ model: Registration) {
    self.init()
    patient = WirePatient(model.patient)
    coverages = model.coverages.map(WireCoverage.init)
    rendering = WireRenderingProvider(model.rendering)
    billing = WireBillingProvider(model.billing)
    dateOfService = model.dateOfService.wire
    placeOfService = model.placeOfService.rawValue
  }

  /// The registration, checked.
  public func model() throws(UndecodableMessage) -> Registration {
    Registration(
      patient: try patient.model(), coverages: coverages.map { $0.model() }, rendering: rendering.model(),
      billing: billing.model(), dateOfService: try CalendarDate(wire: dateOfService, "registration.date_of_service"),
      placeOfService: PlaceOfService(placeOfService))
  }
}
