import Adjudication
import ClaimModel
import YAMLFiles
import Yams

/// Reads which services and providers a plan covers; what is left out is as in the built-in plans.
struct CoverageReader {
  private var section: YAMLSection

  init(_ section: YAMLSection) { self.section = section }

  func rules() throws(YAMLFault) -> CoverageRules {
    var section = section
    var rules = CoverageRules.builtIn
    rules.needsAuthorization = try section.codes("needs-authorization") ?? rules.needsAuthorization
    rules.needsRecords = try section.codes("needs-records") ?? rules.needsRecords
    rules.notInBenefit = try section.codes("not-in-benefit") ?? rules.notInBenefit
    rules.excludedDiagnoses = try section.codes("excluded-diagnoses") ?? rules.excludedDiagnoses
    for carveOut in try section.sections("carve-outs") ?? [] {
      var carveOut = carveOut
      rules.carveOuts.append(
        CoverageRules.CarveOut(
          try carveOut.codes(try carveOut.needed("procedures")),
          payer: PayerID(try carveOut.text(try carveOut.needed("payer"), "a payer's identifier"))))
      try carveOut.finish()
    }
    if let exclusions = try section.sections("exclusions") { rules.exclusions = try exclusions.map(exclusion) }
    for provider in try section.sections("providers") ?? [] {
      var provider = provider
      let node = try provider.needed("npi")
      let npi = NPI(try provider.text(node, "an NPI"))
      guard npi.isValid else { throw provider.fault(node, "an NPI of ten digits with its check digit") }
      rules.providers[npi] = try provider.period()
      try provider.finish()
    }
    try section.finish()
    return rules
  }

  private func exclusion(_ section: YAMLSection) throws(YAMLFault) -> CoverageRules.Exclusion {
    var section = section
    let node = section.value("remark")
    if let node, !PublishedCodes.isRemark(node.string ?? "") {
      throw section.fault(node, "a published remark (RARC), for instance N130")
    }
    let exclusion = CoverageRules.Exclusion(
      try section.codes(try section.needed("procedures")),
      group: try section.word("group", as: AdjustmentGroup.self) ?? .patientResponsibility,
      remark: RemarkCode(node?.string ?? "N130"))
    try section.finish()
    return exclusion
  }
}

extension [YAMLSection] {
  /// Every element read; stops at the first fault.
  func map<Value>(_ read: (YAMLSection) throws(YAMLFault) -> Value) throws(YAMLFault) -> [Value] {
    var values: [Value] = []
    for section in self { values.append(try read(section)) }
    return values
  }
}
