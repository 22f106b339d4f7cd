import ClaimModel
import CodeSets

/// The procedures and tests that a chart says were done today in this office.
///
/// What is only ordered, planned, refused, past or done elsewhere is no line. Where words leave the extent open, the code
/// of the smallest is taken.
struct PerformedServices {
  let chart: Chart
  private let table: ServiceTable
  let diagnoses: [AssignedDiagnosis]
  var drafts: [ServiceDraft] = []

  /// The services of a chart with the diagnoses that were coded.
  init(_ chart: Chart, diagnoses: [AssignedDiagnosis], table: ServiceTable) {
    self.chart = chart
    self.table = table
    self.diagnoses = diagnoses
    let done = chart.services.mentions.filter { $0.status == .performed || isSpirometryOfToday($0) }
    // A tendon's or muscle's injection is told in the words of a joint's too.
    let others = chart.services.mentions.filter {
      family($0).isInjection && family($0) != .joint && $0.status == .performed || term($0).procedure == "20526"
        || family($0) == .tendonSheath
    }
    for mention in done {
      if family(mention) == .joint, others.contains(where: { isSameSentence($0, mention) }) { continue }
      add(mention)
    }
    orderBiopsies()
    addColposcopy(done)
    addInhaledDrug(done)
    joinImplants()
    addDebridement(done)
    addNerveTests(done + recordedNerveTests)
    addAudiometry()
    addDrainageByAccount()
    addRepairs(done)
    addDrugs()
    addToxin()
    addEyeInjection()
    joinParts()
    // The fluid is measured with the child.
    if drafts.contains(where: { ["76805", "76816"].contains($0.procedure) }) {
      drafts.removeAll { $0.procedure == "76815" }
    }
    // The smear of a vagina in lye is a part of the wet mount: 87220 is for skin, hair and nails.
    if drafts.contains(where: { $0.procedure == "87210" }),
      diagnoses.contains(where: { ["N76", "N77", "A59"].contains($0.code.category) || $0.code == "B373" })
    {
      drafts.removeAll { $0.procedure == "87220" }
    }
    // One test for both illnesses is no test for each.
    if drafts.contains(where: { $0.procedure == "87428" }) {
      drafts.removeAll { ["87804", "87811"].contains($0.procedure) }
    }
    // A port that was rinsed is a part of whatever else was done.
    if drafts.count > 1 { drafts.removeAll { $0.procedure == "96523" } }
    // Nails are no part of the skin that is pared.
    if drafts.contains(where: { ["11055", "11056", "11057"].contains($0.procedure) }) {
      for index in drafts.indices where ["11720", "11721"].contains(drafts[index].procedure) {
        drafts[index].isApart = true
      }
    }
  }

  /// The only place of the body that the diagnoses name; `nil` where they name several or none.
  var onlySite: BodySite? {
    let named = diagnoses.filter { !$0.code.isExternalCause }.flatMap(\.evidence)
    let sites = Set(named.flatMap { table.sites(in: $0.text) })
    return sites.count == 1 ? sites.first : nil
  }

  /// Whether a malignant tumor of the skin is among the diagnoses.
  var hasSkinCancer: Bool { !skinCancers.isEmpty }
  private var skinCancers: [AssignedDiagnosis] {
    diagnoses.filter { ["C43", "C44", "C4A", "D03", "D04"].contains($0.code.category) }
  }

  /// The only place that the words for such a tumor name.
  var siteOfCancer: BodySite? {
    // "Basal cell carcinoma, nodular, left cheek": the place may stand further on in the line.
    let lines = skinCancers.flatMap(\.evidence).map { evidence in
      guard let item = chart.visit.documentation.first(where: { $0.source == evidence.source }) else {
        return evidence.text
      }
      let line = item.text.utf8.dropFirst(evidence.offset).prefix(evidence.text.utf8.count + 40)
      return String(decoding: line.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
    let sites = Set(lines.flatMap { table.sites(in: $0) })
    return sites.count == 1 ? sites.first : nil
  }

  func term(_ mention: ServiceMention) -> ServiceTerm { table.terms[mention.term] }
  func family(_ mention: ServiceMention) -> ServiceFamily { term(mention).family }

  func isSameSentence(_ left: ServiceMention, _ right: ServiceMention) -> Bool {
    left.span.item == right.span.item && left.span.start <= right.span.end && right.span.start <= left.span.end
  }

  private mutating func add(_ mention: ServiceMention) {
    switch family(mention) {
    case .joint: addJoint(mention)
    case .triggerPoint:
      append(max(mention.count ?? 1, muscles(of: mention)) > 2 ? "20553" : "20552", mention, "trigger-point-injection")
    case .tendonSheath, .tendonOrigin:
      append(
        term(mention).procedure, mention, "tendon-injection", hasSide: true, maySum: !isOfDigitToldBefore(mention))
      // Another sheath is told apart from the first.
      let code = term(mention).procedure
      for place in drafts.indices.filter({ drafts[$0].procedure == code }).dropFirst()
      where !drafts[place].modifiers.contains("59") { drafts[place].modifiers.append("59") }
    case .scopeBiopsy where isShaved(mention): addBiopsy(mention, "11102")
    case .repair, .colonoscopy, .upperEndoscopy, .scopeSnare, .scopeHotForceps, .scopeBiopsy, .scopeInjection,
      .fractureCare, .colposcopy, .debridement, .nerveConduction, .needleElectromyography:
      break
    case .drainage:
      append(drainage(mention), mention, "incision-and-drainage")
    case .biopsy: addBiopsy(mention)
    case .shave, .excision: addRemoval(mention)
    case .malignantExcision, .malignantDestruction: addMalignantRemoval(mention)
    case .destruction: addDestruction(mention)
    case .skinTag:
      append("11200", mention, "skin-tag-removal")
      if let count = mention.count, count > 15 {
        append("11201", mention, "skin-tag-removal", units: (count - 15 + 9) / 10)
      }
    case .prickTest:
      guard let count = mention.count ?? pricksInAccount(mention), isPricked(mention) else { return }
      append(
        term(mention).procedure ?? "95004", mention, "prick-tests-by-number", units: count + furtherPricks(mention))
    case .allergen:
      append(
        max(mention.count ?? 1, allergenDoses(of: mention)) > 1 ? "95117" : "95115", mention, "allergen-injections")
    case .chemodenervation: append(toxinProcedure(mention), mention, "chemodenervation")
    case .cerumen:
      guard tellsWax(mention), !account(of: mention, behind: 60).holds(anyOf: ["offered", "declin"]) else {
        return
      }
      // Another sentence may tell how: "removed as above".
      let isCleared = chart.services.mentions.contains { other in
        family(other) == .cerumen && other.zone != .instructed && other.words.isSuperset(of: [.instrument, .removed])
      }
      let how = account(of: mention, before: 60, behind: 160)
      let isByHand =
        (how.holds(anyOf: PerformedServices.earInstruments) || tellsHandOnCanals(mention))
        && !how.holds(anyOf: [
          "no curette", "no instrument", "without instrument", "without curette", "attempted curette",
          "curette attempted",
        ])
      var mention = mention
      if SmallLetters(chart.evidence(mention.span).text).holds(anyOf: PerformedServices.bothEars) {
        mention.side = .both
      }
      append(isCleared || isByHand ? "69210" : "69209", mention, "cerumen-removal", hasSide: true)
    case .nailDebridement:
      append(max(mention.count ?? 1, nailsInParentheses(mention)) > 5 ? "11721" : "11720", mention, "nail-debridement")
    case .callus where isSameSentenceAsUlcer(mention): break
    case .callus:
      let count = mention.count ?? 1
      append(count > 4 ? "11057" : count > 1 ? "11056" : "11055", mention, "paring-by-number")
    case .nailAvulsion:
      append("11730", mention, "nail-avulsion")
      if let count = mention.count, count > 1, term(mention).isAct {
        append("11732", mention, "nail-avulsion", units: count - 1)
      }
    case .splint, .cast:
      let code = immobilization(mention)
      append(code, mention, "immobilization-by-site", hasSide: true)
      if let code { addCastSupply(code, mention) }
    case .foreignBody: addForeignBody(mention)
    case .device: addDevice(mention)
    case .xray:
      // "X-rays were obtained today" in a note about a knee are of the knee.
      let code = (mention.site ?? onlySite).flatMap {
        PlainImage.procedure(of: $0, views: mention.count ?? projections(of: mention) ?? (isPlural(mention) ? 2 : nil))
      }
      append(code, mention, "image-by-site-and-views", hasSide: true)
      // Taken once more behind a bone was set.
      if account(of: mention, before: 20, behind: 20).holds(anyOf: ["repeat", "post-reduc", "post reduc", "postreduc"]),
        let place = drafts.firstIndex(where: { $0.procedure == code })
      {
        drafts[place].isApart = true
      }
    default: addTest(mention)
    }
  }

  /// "X-rays of the left shoulder": more than one was taken.
  private func isPlural(_ mention: ServiceMention) -> Bool {
    SmallLetters(chart.evidence(mention.name).text).holds(anyOf: ["rays", "graphs", "films", "images"])
  }

  /// The views that an image's words name one by one: "CXR PA/lat", "AP, lateral and oblique".
  private func projections(of mention: ServiceMention) -> Int? {
    let words = Set(SmallLetters.words(of: chart.evidence(mention.span).text))
    let named = [["pa", "ap"], ["lat", "lateral"], ["oblique", "obliques", "obl"], ["mortise", "sunrise"]].count {
      !words.isDisjoint(with: $0)
    }
    return named > 1 ? named : nil
  }

  /// How many doses a note of injected allergens tells: "0.5 mL SC left arm; 0.4 mL SC right arm".
  private func allergenDoses(of mention: ServiceMention) -> Int {
    let text = chart.visit.documentation[mention.span.item].text
    let words = Words.scan(text)
    let bytes = Array(text.utf8)
    return words.indices.count { index in
      index > 0 && PerformedServices.volumes.contains(words[index].hash)
        && bytes[..<Int(words[index].start)].last { $0 != UInt8(ascii: " ") }.map { (48...57).contains($0) } ?? false
    }
  }

  func levelsOfSpine(_ mention: ServiceMention) -> [SpineLevel] {
    SpineLevel.levels(in: chart.evidence(mention.span).text)
  }

  private static let volumes = WordSet("ml cc")

  /// Whether an abscess was more than opened: its chambers were broken up, or it was packed.
  func isComplicated(_ mention: ServiceMention) -> Bool {
    mention.words.contains(.complicated)
      || SmallLetters(chart.visit.documentation[mention.span.item].text).holds(anyOf: PerformedServices.complications)
  }

  private static let complications: [StaticString] = [
    "loculations broken", "loculations were broken", "loculations lysed", "broke up loculations",
    "loculations disrupted",
    "packing placed", "packing was placed", "was packed", "packed with", "in packing", "and packed", ", packed",
  ]

  // MARK: Procedures

  private mutating func addJoint(_ mention: ServiceMention) {
    let name = chart.letters(item: mention.name.item, from: mention.name.start, to: mention.name.end)
    var mention = mention
    // "Placed in each knee joint" names the joint itself.
    if mention.site == nil { mention.site = table.sites(in: String(decoding: name.bytes, as: UTF8.self)).first }
    if name.holds("each") { mention.side = .both }
    guard !mention.words.contains(.route), let site = mention.site, let size = site.jointSize else { return }
    let code: ProcedureCode =
      switch size {
      case .small: "20600"
      case .intermediate: "20605"
      case .large: "20610"
      }
    // "Decision for injection was made at the last visit"
    if account(of: mention, before: 24, behind: 0).holds("decision for") { return }
    // "Left knee: same technique."
    if name.holds("same "), !drafts.contains(where: { $0.rule == "joint-injection-by-size" }) { return }
    let account = account(of: mention, before: 200, behind: 450)
    // Under ultrasound it counts where an image was kept.
    let isGuided =
      account.holds(anyOf: [
        "under ultrasound", "ultrasound guid", "ultrasound-guid", "us guid", "us-guid", "under us ",
        "us (linear", "needle tracked in plane", "needle seen in plane",
      ])
      && account.holds(anyOf: ["saved", "stored", "archived", "recorded", "pacs", "captured"])
      && !account.holds(anyOf: [
        "no ultrasound", "without ultrasound", "not used", "considered", "last time", "no image", "not saved",
        "not be saved",
      ])
    append(isGuided ? guided[code] : code, mention, "joint-injection-by-size", hasSide: true)
  }

  /// The same under ultrasound.
  private var guided: [ProcedureCode: ProcedureCode] { ["20600": "20604", "20605": "20606", "20610": "20611"] }

  private mutating func addForeignBody(_ mention: ServiceMention) {
    let code: ProcedureCode
    // "At the slit lamp, metallic foreign body lifted": of the eye, where the diagnosis is.
    let isOfCornea = diagnoses.contains { $0.code.rawValue.hasPrefix("T150") } && !isOfSkinByName(mention)
    switch mention.site ?? (isOfCornea ? .eye : nil) {
    case .ear: code = "69200"
    case .nose: code = "30300"
    case .eye:
      let isCorneal = isOfCornea || chart.evidence(mention.span).text.lowercased().contains("corne")
      let hasSlitLamp =
        mention.words.contains(.slitLamp)
        || account(of: mention, before: 40, behind: 300).holds(anyOf: [
          "at slit lamp", "at the slit lamp", "under slit lamp", "slit lamp:", "with slit lamp", "slit lamp the",
          "by slit lamp",
        ]) || account(of: mention, before: 300).holds(anyOf: ["needle under slit lamp", "at the slit lamp with"])
      code = !isCorneal ? "65205" : hasSlitLamp ? "65222" : "65220"
    // Without an incision below the skin there is no code for it.
    case nil: return
    default:
      guard !mention.words.isDisjoint(with: [.drained, .wound]) else { return }
      code = "10120"
    }
    append(code, mention, "foreign-body-by-site", hasSide: code != "10120")
  }

  /// Devices by their brands or their drug.
  private static let deviceProducts: [(String, ProcedureCode)] = [
    ("mirena", "J7298"), ("liletta", "J7297"), ("kyleena", "J7296"), ("skyla", "J7301"), ("paragard", "J7300"),
    ("nexplanon", "J7307"), ("etonogestrel", "J7307"),
  ]

  private mutating func addDevice(_ mention: ServiceMention) {
    guard var code = term(mention).procedure else { return }
    // "The old Nexplanon was removed."
    if !term(mention).isAct, mention.words.contains(.removed), !mention.words.contains(.placed) {
      code = code == "58300" ? "58301" : "11982"
    }
    append(code, mention, "device-\(code == "58301" || code == "11982" ? "removed" : "placed")")
    if code == "58300", term(mention).says.contains(.removed) { append("58301", mention, "device-removed") }
    guard code == "58300" || code == "11981" else { return }
    let text = chart.evidence(mention.span).text.lowercased()
    if let product = Self.deviceProducts.first(where: { text.contains($0.0) }) {
      append(product.1, mention, "device-product")
    }
  }

  /// An implant that was taken out and put in anew is one service.
  ///
  /// Source: CPT by number, 11981 to 11983.
  private mutating func joinImplants() {
    guard let placed = drafts.firstIndex(where: { $0.procedure == "11981" }) else { return }
    let removed = drafts.firstIndex { $0.procedure == "11982" }
    let isTakenOut = chart.items(.note).contains { SmallLetters($0.item.text).holds(anyOf: Self.implantTakenOut) }
    guard removed != nil || isTakenOut else { return }
    drafts[placed].procedure = "11983"
    drafts[placed].rule = "device-replaced"
    if let removed { drafts.remove(at: removed) }
  }

  private static let implantTakenOut: [StaticString] = [
    "implant removed", "rod removed", "rod pushed out", "rod was removed", "implant was removed",
    "rod delivered", "rod popped", "old rod out", "implant exchange", "nexplanon exchange", "through the same incision",
    "thru the same incision", "through same incision", "thru same incision",
  ]

  /// Casts and splints: by their names, else by the limb.
  private func immobilization(_ mention: ServiceMention) -> ProcedureCode? {
    if let named = term(mention).procedure { return named }
    let isLong = mention.words.contains(.long)
    if family(mention) == .cast {
      switch mention.site {
      case .finger, .thumb, .hand: return "29085"
      case .foot, .ankle: return mention.words.contains(.walking) ? "29425" : "29405"
      case .lowerLeg: return isLong ? "29345" : mention.words.contains(.walking) ? "29425" : "29405"
      case .knee, .thigh: return "29345"
      case .elbow, .upperArm: return "29065"
      case .wrist, .forearm: return isLong ? "29065" : "29075"
      default: return nil
      }
    }
    switch mention.site {
    case .finger, .thumb: return "29130"
    case .elbow, .upperArm: return "29105"
    case .wrist, .forearm, .hand: return isLong ? "29105" : "29125"
    case .knee, .thigh: return "29505"
    case .ankle, .foot, .lowerLeg: return isLong ? "29505" : "29515"
    default: return nil
    }
  }

  // MARK: Lines

  /// Adds a service; one that is told twice is still one, unless each further one counts.
  mutating func append(
    _ procedure: ProcedureCode?, _ mention: ServiceMention, _ rule: String, units: Int = 1, hasSide: Bool = false,
    isWaived: Bool = false, maySum: Bool = false
  ) {
    guard let procedure else { return }
    let evidence = chart.evidence(mention.span)
    let side = hasSide && mention.site?.isPaired != false ? mention.side : nil
    if let known = drafts.firstIndex(where: { $0.procedure == procedure && isSame($0, mention, side, hasSide) }) {
      if maySum, mention.term != drafts[known].term { drafts[known].units += 1 }
      if drafts[known].side == nil { drafts[known].side = side }
      if drafts[known].evidence.count < 4, !drafts[known].evidence.contains(evidence) {
        drafts[known].evidence.append(evidence)
      }
      return
    }
    drafts.append(
      ServiceDraft(
        procedure: procedure, modifiers: isWaived ? ["QW"] : [], units: units, evidence: [evidence], rule: rule,
        site: mention.site, side: side, term: mention.term, isInterpreted: family(mention).isInterpreted,
        hasSide: hasSide && mention.site?.isPaired != false))
  }

  /// Whether a further mention tells of the same service: sides or sites that are named must agree.
  private func isSame(_ draft: ServiceDraft, _ mention: ServiceMention, _ side: Mention.Side?, _ hasSide: Bool) -> Bool
  {
    guard hasSide else { return true }
    let isSameSite = draft.site == nil || mention.site == nil || draft.site == mention.site
    let isSameSide = draft.side == nil || side == nil || draft.side == side || draft.side == .both
    return isSameSite && isSameSide
  }
}
