import ClaimModel
import YAMLFiles

/// Reads who was seen, by whom, where and when, and who pays.
struct RegistrationReader {
  private let section: YAMLSection

  init(_ section: YAMLSection) { self.section = section }

  func registration() throws(YAMLFault) -> Registration {
    var section = section
    var patient = try needed("patient", &section)
    var rendering = try needed("rendering", &section)
    var billing = try needed("billing", &section)
    var coverages: [Coverage] = []
    for element in try section.sections("coverages") ?? [] { coverages.append(try coverage(element)) }
    let registration = Registration(
      patient: try self.patient(&patient), coverages: coverages, rendering: try self.rendering(&rendering),
      billing: try self.billing(&billing), dateOfService: try section.date(try section.needed("date-of-service")),
      placeOfService: PlaceOfService(try section.text("place-of-service") ?? "11"))
    try section.finish()
    return registration
  }

  private func needed(_ key: String, _ section: inout YAMLSection) throws(YAMLFault) -> YAMLSection {
    try YAMLSection(try section.needed(key), in: section.file, what: key)
  }

  private func patient(_ section: inout YAMLSection) throws(YAMLFault) -> Patient {
    let patient = Patient(
      name: try name(&section), birthDate: try section.date(try section.needed("birth-date")),
      sex: try section.word("sex", as: Sex.self) ?? .unknown, address: try address(&section))
    try section.finish()
    return patient
  }

  private func name(_ section: inout YAMLSection) throws(YAMLFault) -> PersonName {
    PersonName(
      last: try section.text(try section.needed("last"), "a family name"), first: try section.text("first") ?? "",
      middle: try section.text("middle") ?? "")
  }

  private func address(_ section: inout YAMLSection) throws(YAMLFault) -> Address {
    guard var address = try section.section("address") else { return Address(line: "", city: "", state: "", zip: "") }
    let read = Address(
      line: try address.text("line") ?? "", city: try address.text("city") ?? "",
      state: try address.text("state") ?? "", zip: try address.text("zip") ?? "")
    try address.finish()
    return read
  }

  private func coverage(_ section: YAMLSection) throws(YAMLFault) -> Coverage {
    var section = section
    let payer = try section.text(try section.needed("payer"), "a payer's identifier")
    let coverage = Coverage(
      payer: PayerID(payer), payerName: try section.text("payer-name") ?? payer,
      member: MemberID(try section.text("member") ?? ""), group: try section.text("group") ?? "")
    try section.finish()
    return coverage
  }

  private func rendering(_ section: inout YAMLSection) throws(YAMLFault) -> RenderingProvider {
    let provider = RenderingProvider(
      npi: NPI(try section.text("npi") ?? ""), name: try name(&section),
      taxonomy: try section.text("taxonomy") ?? "")
    try section.finish()
    return provider
  }

  private func billing(_ section: inout YAMLSection) throws(YAMLFault) -> BillingProvider {
    let provider = BillingProvider(
      npi: NPI(try section.text("npi") ?? ""), name: try section.text("name") ?? "",
      taxID: try section.text("tax-id") ?? "", address: try address(&section))
    try section.finish()
    return provider
  }
}
