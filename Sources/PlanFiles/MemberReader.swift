import Adjudication
import ClaimModel
import YAMLFiles

/// Reads one member of a plan.
struct MemberReader {
  private var section: YAMLSection

  init(_ section: YAMLSection) { self.section = section }

  func member() throws(YAMLFault) -> Member {
    var section = section
    var member = Member(born: try section.date("born"), family: try section.text("family"))
    for period in try section.sections("covered") ?? [] {
      var period = period
      member.periods.append(try period.period())
      try period.finish()
    }
    member.periods.sort { ($0.from?.daysSinceEpoch ?? .min) < ($1.from?.daysSinceEpoch ?? .min) }
    for node in try section.list("dependents") { member.dependents.append(try section.date(node)) }
    member.coversDependents = try section.flag("covers-dependents") ?? true
    for insurance in try section.sections("primary-insurance") ?? [] {
      var insurance = insurance
      member.primaryInsurances.append(
        PrimaryInsurance(
          payer: PayerID(try insurance.text(try insurance.needed("payer"), "a payer's identifier")),
          period: try insurance.period()))
      try insurance.finish()
    }
    for authorization in try section.sections("authorizations") ?? [] {
      var authorization = authorization
      member.authorizations.append(
        Authorization(
          number: try authorization.text(try authorization.needed("number"), "an authorization's number"),
          procedures: try authorization.codes(try authorization.needed("procedures")),
          period: try authorization.period(), units: try authorization.number("units", in: 1...99_999)))
      try authorization.finish()
    }
    _ = section.value("id")
    try section.finish()
    return member
  }
}
