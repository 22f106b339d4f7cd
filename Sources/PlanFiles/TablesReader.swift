import Adjudication
import ClaimModel
import YAMLFiles

/// Reads the tables that edits look things up in. A table that is given takes the place of the built-in one.
struct TablesReader {
  private var section: YAMLSection

  init(_ section: YAMLSection) { self.section = section }

  func tables() throws(YAMLFault) -> PayerTables {
    var section = section
    var tables = PayerTables.builtIn
    if let rules = try section.sections("support") { tables.support = try rules.map(support) }
    if let rules = try section.sections("necessity") { tables.necessity = try rules.map(support) }
    if let rules = try section.sections("levels") { tables.levels = try rules.map(support) }
    if let rules = try section.sections("modifiers") { tables.modifiers = try rules.map(modifiers) }
    if let rules = try section.sections("add-ons") { tables.addOns = try rules.map(addOn) }
    if let rules = try section.sections("diagnosis-ages") { tables.diagnosisAges = try rules.map(age) }
    if let rules = try section.sections("diagnosis-sexes") { tables.diagnosisSexes = try rules.map(sex) }
    if let rules = try section.sections("places") { tables.places = try rules.map(place) }
    if let rules = try section.sections("specialties") { tables.specialties = try rules.map(specialty) }
    if let rules = try section.sections("provider-types") { tables.providerTypes = try rules.map(specialty) }
    if let rules = try section.sections("ended-procedures") {
      tables.endedProcedures = [:]
      for rule in rules {
        var rule = rule
        let code = try rule.text(try rule.needed("procedure"), "a procedure")
        tables.endedProcedures[ProcedureCode(code)] = try rule.date(try rule.needed("through"))
        try rule.finish()
      }
    }
    if let rules = try section.sections("modifier-periods") {
      for rule in rules {
        var rule = rule
        let modifier = try rule.text(try rule.needed("modifier"), "a modifier")
        tables.modifierPeriods[ProcedureModifier(modifier)] = try rule.period()
        try rule.finish()
      }
    }
    tables.bundled = try section.codes("bundled") ?? tables.bundled
    tables.neverFirst = try section.codes("never-first") ?? tables.neverFirst
    try section.finish()
    return tables
  }

  private func support(_ section: YAMLSection) throws(YAMLFault) -> SupportRule {
    var section = section
    let procedures = try section.codes(try section.needed("procedures"))
    let (needs, needsOther) = (try section.codes("needs"), try section.codes("needs-other"))
    try section.finish()
    switch (needs, needsOther) {
    case (let diagnoses?, nil): return SupportRule(procedures, .needs, diagnoses)
    case (nil, let diagnoses?): return SupportRule(procedures, .needsOther, diagnoses)
    default:
      throw YAMLFault(
        section.node, in: section.file, expected: "either needs or needs-other", found: needs == nil ? "none" : "both",
        remedy: "give one of them with diagnoses")
    }
  }

  private func modifiers(_ section: YAMLSection) throws(YAMLFault) -> ModifierRule {
    var section = section
    _ = try section.needed("modifiers")
    var modifiers: Set<ProcedureModifier> = []
    for node in try section.list("modifiers") {
      modifiers.insert(ProcedureModifier(try section.text(node, "a modifier of two characters in quotes")))
    }
    let rule = ModifierRule(
      modifiers, only: try section.codes("only") ?? .none, except: try section.codes("except") ?? .none)
    try section.finish()
    return rule
  }

  private func addOn(_ section: YAMLSection) throws(YAMLFault) -> AddOnRule {
    var section = section
    let rule = AddOnRule(
      try section.codes(try section.needed("procedures")), beside: try section.codes(try section.needed("beside")))
    try section.finish()
    return rule
  }

  private func age(_ section: YAMLSection) throws(YAMLFault) -> AgeRule {
    var section = section
    let diagnoses = try section.codes(try section.needed("diagnoses"))
    let from = try section.number("from", in: 0...130) ?? 0
    let rule = AgeRule(diagnoses, ages: from...(try section.number("through", in: from...130) ?? 130))
    try section.finish()
    return rule
  }

  private func sex(_ section: YAMLSection) throws(YAMLFault) -> SexRule {
    var section = section
    let diagnoses = try section.codes(try section.needed("diagnoses"))
    let rule = SexRule(diagnoses, sex: try section.word(try section.needed("sex"), as: Sex.self))
    try section.finish()
    return rule
  }

  private func place(_ section: YAMLSection) throws(YAMLFault) -> PlaceRule {
    var section = section
    let procedures = try section.codes(try section.needed("procedures"))
    let rule = PlaceRule(procedures, notAt: try section.places("not-at"))
    try section.finish()
    return rule
  }

  private func specialty(_ section: YAMLSection) throws(YAMLFault) -> SpecialtyRule {
    var section = section
    let taxonomies = try section.codes(try section.needed("taxonomies"))
    let (only, never) = (try section.codes("only"), try section.codes("never"))
    try section.finish()
    switch (only, never) {
    case (let procedures?, nil): return SpecialtyRule(taxonomies, only: procedures)
    case (nil, let procedures?): return SpecialtyRule(taxonomies, never: procedures)
    default:
      throw YAMLFault(
        section.node, in: section.file, expected: "either only or never", found: only == nil ? "none" : "both",
        remedy: "give one of them with procedures")
    }
  }
}
