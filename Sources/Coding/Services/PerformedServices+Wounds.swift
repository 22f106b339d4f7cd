import ClaimModel

/// Services whose code follows from more than one sentence: repairs of wounds, and drugs.
extension PerformedServices {
  /// Repairs, with the lengths of the wounds that the note tells: where it tells several at other places, each repair's own.
  mutating func addRepairs(_ done: [ServiceMention]) {
    let repairs = done.filter { family($0) == .repair && !$0.words.contains(.strips) }
    guard let first = repairs.first else { return }
    // The closure of a wound that an excision leaves is part of it, unless it takes layers.
    let excision = drafts.first { LesionRemoval.isExcision($0.procedure) }
    var sums: [SkinRepair: (millimeters: Int, mention: ServiceMention)] = [:]
    var counted: Set<Int> = []
    for repair in repairs {
      var mention = repair
      if chart.services.wounds.count <= 1, tellsDeepLayer(repair) { mention.words.formUnion(.layered) }
      let wound = chart.services.wounds.first { mention.millimeters == nil || $0.millimeters == mention.millimeters }
      let length = mention.millimeters ?? closure(of: mention) ?? wound?.millimeters
      guard let length, counted.insert(length).inserted,
        let site =
          wound?.site ?? mention.site ?? excision?.site ?? chart.services.wounds.lazy.compactMap(\.site).first
      else { continue }
      if let excision, !mention.words.contains(.layered) || LesionRemoval.includesLayers(excision.procedure) {
        continue
      }
      let kind = SkinRepair(kind: mention.words.contains(.layered) ? .intermediate : .simple, site: site)
      var placed = mention
      placed.site = site
      placed.side = wound?.side ?? mention.side
      sums[kind] = ((sums[kind]?.millimeters ?? 0) + length, sums[kind]?.mention ?? placed)
    }
    for (kind, sum) in sums.sorted(by: { $0.value.mention.name.start < $1.value.mention.name.start }) {
      append(kind.procedure(millimeters: sum.millimeters), sum.mention, "repair-by-site-and-length")
    }
    // A wound whose length is not told is taken for the shortest.
    if sums.isEmpty, excision == nil, let site = first.site, first.words.contains(.wound) {
      append(SkinRepair(kind: .simple, site: site).procedure(millimeters: 0), first, "repair-by-site-and-length")
    }
  }

  /// Whether the account of the only repair tells of sutures below the skin: "Deep layer: 3 buried interrupted 5-0 Vicryl".
  private func tellsDeepLayer(_ mention: ServiceMention) -> Bool {
    account(of: mention, before: 250, behind: 200).holds(anyOf: [
      "deep layer:", "deep layer closed", "deep layer with", "buried interrupted", "buried 3-0", "buried 4-0",
      "buried 5-0", "subcutaneous layer closed", "deep dermal suture", "deep sutures with",
    ])
  }

  /// The length that the account of a closure in layers ends with: "final length 4.1 cm".
  private func closure(of mention: ServiceMention) -> Int? {
    guard mention.words.contains(.layered) else { return nil }
    let words = SmallLetters.words(
      of: String(
        decoding: chart.visit.documentation[mention.span.item].text.utf8.dropFirst(mention.name.start).prefix(800),
        as: UTF8.self))
    for index in words.indices where words[index] == "length" {
      let behind = words[index...].prefix(8)
      guard let place = behind.dropFirst().firstIndex(where: { Double($0) != nil }), place + 1 < words.count,
        let length = LesionExtent.millimeters(words[place], unit: words[place + 1])
      else { continue }
      return length
    }
    return nil
  }

  // MARK: Drugs

  /// Drugs given by injection, and the injection itself where no procedure stands for it.
  mutating func addDrugs() {
    let date = chart.visit.registration.dateOfService
    var injections = 0
    var seen: [ProcedureCode: ChartSpan] = [:]
    for drug in chart.services.drugs {
      // A drug in the words of an injection that was not billed is not billed either.
      let isOfProcedure = !drug.isSystemic
      let span = drug.span
      let near = chart.services.mentions.filter { mention in
        mention.status == .performed && term(mention).takesDrug && mention.span.item == span.item
          && abs(mention.name.start - span.start) < (isInAccount(drug, of: mention) ? 2_000 : 600)
      }
      // "Injected per protocol": the word for it names no service beside the one that the sentence tells of.
      let around = near.filter { $0.name.start < span.end && span.start < $0.span.end }
      let injected =
        around.first(where: isBilled) ?? near.first { isBilled($0) && isInAccount(drug, of: $0) } ?? near.first
      guard drug.isSystemic || injected.map({ isBilled($0) }) == true,
        let product = InjectedDrug.all[drug.drug].products.first?.procedure
      else { continue }
      // Another name of it in the same words, or another account of the same; of either side each counts.
      if let known = seen[product] {
        let isOther = known.item != span.item || span.start > known.end
        guard isOther, !drug.isSystemic, let side = side(of: drug), isOtherSide(side, than: product) else { continue }
      }
      seen[product] = span
      // On dialysis a drug that makes blood has other numbers, and is a part of what the dialysis is paid by.
      let isOnDialysis = diagnoses.contains { $0.code == "N186" || $0.code == "Z992" }
      if isOnDialysis, PerformedServices.bloodMakers.contains(product) { continue }
      if !isOfProcedure, !InjectedDrug.all[drug.drug].isHormone { injections += 1 }
      let dose = totalDose(of: drug) ?? drug.dose.map { $0 * (isForEach(drug) ? 2 : 1) }
      guard let billed = InjectedDrug.all[drug.drug].billed(dose: dose, on: date) else { continue }
      var draft = ServiceDraft(
        procedure: billed.procedure, units: billed.units, evidence: [chart.evidence(span)], rule: "drug-by-dose",
        site: isOfProcedure ? injected?.site : nil,
        side: isOfProcedure ? side(of: drug) ?? injected?.side : nil)
      if chart.isOfMedicare, PerformedServices.bloodMakers.contains(billed.procedure) {
        draft.modifiers.append(diagnoses.contains { $0.code == "D6481" } ? "EA" : "EC")
      }
      let rest = discarded(drug, on: date, &draft)
      drafts.append(draft)
      if let rest { drafts.append(rest) }
    }
    if let hormone = chart.services.drugs.first(where: { $0.isSystemic && InjectedDrug.all[$0.drug].isHormone }) {
      drafts.append(
        ServiceDraft(procedure: "96402", evidence: [chart.evidence(hormone.span)], rule: "drug-injection"))
    }
    guard injections > 0, let first = chart.services.drugs.first(where: \.isSystemic) else { return }
    drafts.append(
      ServiceDraft(
        procedure: "96372", units: injections, evidence: [chart.evidence(first.span)], rule: "drug-injection"))
  }

  /// The side that the words of a drug name before it: "LEFT: … 40 mg triamcinolone".
  private func side(of drug: ChartServices.DrugMention) -> Mention.Side? {
    let words = Set(SmallLetters.words(of: chart.evidence(drug.span).text))
    let (isRight, isLeft) = (!words.isDisjoint(with: ["right", "r"]), !words.isDisjoint(with: ["left", "l"]))
    return isRight == isLeft ? nil : isRight ? .right : .left
  }

  private func isOtherSide(_ side: Mention.Side, than product: ProcedureCode) -> Bool {
    !drafts.contains { $0.procedure == product && $0.side == side }
  }

  /// Whether a drug and a procedure stand in one account of what was done.
  private func isInAccount(_ drug: ChartServices.DrugMention, of mention: ServiceMention) -> Bool {
    mention.zone == .procedure && chart.services.zone(item: drug.span.item, offset: drug.span.start) == .procedure
  }

  /// The milligrams that the words of a drug in an account call the total: "5 mg at each level (total dexamethasone 10 mg)".
  private func totalDose(of drug: ChartServices.DrugMention) -> Int? {
    guard !drug.isSystemic, !InjectedDrug.all[drug.drug].isInUnits, let dose = drug.dose, dose > 0 else { return nil }
    // "40 mg (lifetime total 400 mg)", "40 mg and lidocaine 50 mg total" are other sums.
    func isSum(_ total: Int) -> Bool { total % dose == 0 && (1...4).contains(total / dose) }
    let words = SmallLetters.words(of: chart.evidence(drug.span).text)
    for index in words.indices where words[index] == "total" {
      // "10 mg total"
      if index > 1, words[index - 1] == "mg", let number = Int(words[index - 2]), number < 1_000,
        isSum(number * InjectedDrug.milligram)
      {
        return number * InjectedDrug.milligram
      }
      let behind = words[index...].prefix(5)
      guard let unit = behind.firstIndex(of: "mg"), let number = Int(words[unit - 1]), number < 1_000,
        isSum(number * InjectedDrug.milligram)
      else { continue }
      return number * InjectedDrug.milligram
    }
    return nil
  }

  /// "Each knee injected with triamcinolone 40 mg"
  private func isForEach(_ drug: ChartServices.DrugMention) -> Bool {
    !drug.isSystemic
      && SmallLetters(chart.evidence(drug.span).text).holds(
        anyOf: [
          "each knee", "each shoulder", "each hip", "each joint", "each wrist", "each ankle", "each elbow", "each side",
        ])
  }

  /// Drugs that make blood, of which a line says what for: anemia of chemotherapy (EA), or another one than that of dialysis (EC).
  ///
  /// Source: HCPCS modifiers EA and EC; CMS, National Coverage Determination 110.21.
  private static let bloodMakers: Set<ProcedureCode> = ["J0881", "J0885", "Q5106"]

  /// The line for what the patient did not get of a container for one dose; where nothing is left, the drug's own line says so.
  private func discarded(
    _ drug: ChartServices.DrugMention, on date: CalendarDate, _ own: inout ServiceDraft
  ) -> ServiceDraft? {
    let known = InjectedDrug.all[drug.drug]
    let rest = DiscardedDrug(
      chart.visit.documentation[drug.span.item].text, from: drug.span.start, isInUnits: known.isInUnits)
    guard known.isSingleDose || rest.isSingleDose else { return nil }
    guard let amount = rest.amount, let billed = known.billed(dose: amount, on: date) else {
      if chart.isOfMedicare { own.modifiers.append("JZ") }
      return nil
    }
    var other = own
    other.units = billed.units
    other.modifiers.append("JW")
    other.rule = "drug-discarded"
    return other
  }

  private func isBilled(_ mention: ServiceMention) -> Bool {
    family(mention) != .joint || mention.site?.jointSize != nil && !mention.words.contains(.route)
  }
}
