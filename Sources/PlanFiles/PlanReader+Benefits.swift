import Adjudication
import ClaimModel
import YAMLFiles
import Yams

extension PlanReader {
  /// Deductible, co-pays, coinsurance, maximum and visit limits.
  mutating func benefits() throws(YAMLFault) -> Benefits {
    var benefits = Benefits()
    benefits.planYearMonth = try section.number("plan-year-begins", in: 1...12) ?? 1
    if var deductible = try section.section("deductible") {
      benefits.deductible = try limit(&deductible)
      benefits.deductibleExempt = try categories(&deductible, "exempt")
      try deductible.finish()
    }
    if var maximum = try section.section("out-of-pocket-maximum") {
      benefits.outOfPocketMaximum = try limit(&maximum)
      try maximum.finish()
    }
    for copay in try section.sections("copays") ?? [] {
      var copay = copay
      let amount = try copay.money(try copay.needed("amount"))
      let services = try categories(&copay, "services")
      guard !services.isEmpty else {
        throw YAMLFault(
          copay.node, in: copay.file, expected: "the services the co-pay is for", found: "none",
          remedy: "add a line 'services: [visit]'")
      }
      benefits.copays.append(Benefits.Copay(amount, for: services, at: try copay.places("places")))
      try copay.finish()
    }
    if var coinsurance = try section.section("coinsurance") {
      for (key, value) in coinsurance.entries() {
        let percent = try coinsurance.number(value, in: 0...100)
        if key.string == "default" {
          benefits.coinsurancePercent = percent
        } else {
          benefits.coinsurance[try coinsurance.word(key, as: BenefitCategory.self)] = percent
        }
      }
      try coinsurance.finish()
    }
    for limit in try section.sections("visit-limits") ?? [] {
      var limit = limit
      benefits.visitLimits.append(
        Benefits.VisitLimit(
          name: try limit.text(try limit.needed("name"), "a name"),
          procedures: try limit.codes(try limit.needed("procedures")),
          visits: try limit.number(try limit.needed("visits"), in: 0...366)))
      try limit.finish()
    }
    return benefits
  }

  private func limit(_ section: inout YAMLSection) throws(YAMLFault) -> Benefits.Limit {
    Benefits.Limit(
      individual: try section.money(try section.needed("individual")), family: try section.money("family"))
  }

  private func categories(_ section: inout YAMLSection, _ key: String) throws(YAMLFault) -> Set<BenefitCategory> {
    var categories: Set<BenefitCategory> = []
    for node in try section.list(key) { categories.insert(try section.word(node, as: BenefitCategory.self)) }
    return categories
  }
}

extension YAMLSection {
  /// Places of service: a list of two digits each.
  mutating func places(_ key: String) throws(YAMLFault) -> Set<PlaceOfService> {
    var places: Set<PlaceOfService> = []
    for node in try list(key) {
      guard let text = node.string, text.utf8.count == 2, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
        throw fault(node, "a place of service of two digits in quotes, for instance \"11\"")
      }
      places.insert(PlaceOfService(text))
    }
    return places
  }
}
