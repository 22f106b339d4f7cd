import ClaimModel
import YAMLFiles
import Yams

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
      last: try section.text(try section.needed("last"), "a family name"), first: try optional("first", &section),
      middle: try optional("middle", &section))
  }

  private func address(_ section: inout YAMLSection) throws(YAMLFault) -> Address {
    guard var address = try section.section("address") else { return Address(line: "", city: "", state: "", zip: "") }
    let read = Address(
      line: try optional("line", &address), city: try optional("city", &address),
      state: try optional("state", &address), zip: try optional("zip", &address))
    try address.finish()
    return read
  }

  private func coverage(_ section: YAMLSection) throws(YAMLFault) -> Coverage {
    var section = section
    let payer = try section.text(try section.needed("payer"), "a payer's identifier")
    let coverage = Coverage(
      payer: PayerID(payer), payerName: try section.text("payer-name") ?? payer,
      member: MemberID(try optional("member", &section)), group: try optional("group", &section))
    try section.finish()
    return coverage
  }

  private func rendering(_ section: inout YAMLSection) throws(YAMLFault) -> RenderingProvider {
    let provider = RenderingProvider(
      npi: NPI(try optional("npi", &section)), name: try name(&section),
      taxonomy: try optional("taxonomy", &section))
    try section.finish()
    return provider
  }

  private func billing(_ section: inout YAMLSection) throws(YAMLFault) -> BillingProvider {
    let provider = BillingProvider(
      npi: NPI(try optional("npi", &section)), name: try optional("name", &section),
      taxID: try optional("tax-id", &section), address: try address(&section))
    try section.finish()
    return provider
  }

  /// A text that may be empty or left out: whether it may is for the scrubber to say.
  private func optional(_ key: String, _ section: inout YAMLSection) throws(YAMLFault) -> String {
    guard let node = section.value(key), node.string?.isEmpty != true else { return "" }
    return try section.text(node, "a text")
  }
}
