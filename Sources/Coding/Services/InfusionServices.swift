import ClaimModel
import CodeSets

/// Drugs that were infused into a vein in the office, and the infusion by its time.
///
/// Only where a sentence names the drug with its dose and says that it was infused, or a line of a record that begins with the time of
/// day says that it was started. Without a time, or within 15 minutes, it counts as pushed. What is pushed beside an infusion is a line of
/// its own.
///
/// Source: CPT by number, 96365 and 96366 (16 to 90 minutes; each hour more from its half on), 96374 (to 15 minutes), 96413 and 96415
/// (the same of antineoplastic and highly complex biologic drugs), 96367, 96375 and 96417 (further drugs); HCPCS Level II by number and dose.
struct InfusionServices {
  /// A drug that is infused, and its HCPCS code.
  struct Drug: Sendable {
    let phrases: [WordSequence]
    let procedure: ProcedureCode
    /// Micrograms of a unit.
    let dose: Int
    /// Whether giving it counts as chemotherapy.
    let isComplex: Bool

    /// A drug whose unit is so many milligrams, or micrograms.
    init(
      _ phrases: String, _ procedure: ProcedureCode, dose: Int = 1, micrograms: Int? = nil, isComplex: Bool = false
    ) {
      self.phrases = WordSequence.alternatives(phrases)
      self.procedure = procedure
      self.dose = micrograms ?? dose * 1_000
      self.isComplex = isComplex
    }
  }

  var drafts: [ServiceDraft] = []
  /// Micrograms of the drugs that count as chemotherapy, of which more than one portion may be given.
  private var portions: [ProcedureCode: Int] = [:]

  /// The rule of the lines of an infusion itself.
  static let rule = "infusion-by-time"

  init(_ chart: Chart) {
    guard chart.services.sign(.infusion) != nil else { return }
    for (index, item) in chart.items(.note) {
      let words = chart.words[index]
      read(words, Array(item.text.utf8), item: index, chart)
    }
  }

  private static let acts = WordSet("infused infusion")
  static let vetoes = WordSet(
    """
    will plan schedule scheduled order ordered if consider last previous next declined refused held not discussed \
    recommend start restart prior home hospital ago authorization every weekly monthly cycle cycles since completed center \
    monday tuesday wednesday thursday friday saturday sunday 2019 2020 2021 2022 2023 2024 2025
    """)

  static let openings = WordSet(drugs.flatMap { $0.phrases.map(\.first) })
  private static let milligram = Words.hash("mg")
  static let minutes = WordSet("min minute")
  private static let hours = WordSet("h hr hour")
  private static let start = WordSet("start started begun began")
  private static let stop = WordSet("stop stopped end ended finished")

  private mutating func read(_ words: [Word], _ text: [UInt8], item: Int, _ chart: Chart) {
    var first = words.startIndex
    while first < words.endIndex {
      var end = first + 1
      while end < words.endIndex, !words[end].startsSentence, end - first < InfusionServices.longestSentence {
        end += 1
      }
      let sentence = words[first..<end]
      if sentence.contains(where: { InfusionServices.openings.contains($0.hash) }) {
        read(sentence, of: words, text, item: item, chart)
      }
      first = end
    }
    addPushes(words, text, item: item, chart)
    addHydration(words, text, item: item, chart)
  }

  /// The drugs that a sentence says ran into a vein, or were pushed.
  private mutating func read(
    _ sentence: ArraySlice<Word>, of words: [Word], _ text: [UInt8], item: Int, _ chart: Chart
  ) {
    guard let last = sentence.last, let opening = sentence.first else { return }
    // What was told of another day or place, or is an instruction, was not given here.
    let zone = chart.services.zone(item: item, offset: Int(opening.start))
    guard zone != .told, zone != .instructed else { return }
    let lines = SmallLetters(text[Int(opening.start)..<Int(last.end)])
    let first = sentence.startIndex
    let clock = clockOfLine(at: first, words, text)
    let isStamped = clock != nil && sentence.contains { InfusionServices.start.contains($0.hash) }
    let isPushed = lines.holds(anyOf: ["iv push", "ivp"])
    let span = clock == nil ? nil : spanOfLine(at: first, words, text)
    let isVetoed = sentence.contains { word in
      InfusionServices.vetoes.contains(word.hash) && !isTime(word, words, text)
    }
    let isPump = tellsPump(lines)
    let isTimedBehind = isTimed(words[first..<min(words.count, sentence.endIndex + 8)], text)
    guard isStamped || span != nil || !isVetoed else { return }
    for index in sentence.indices where InfusionServices.openings.contains(sentence[index].hash) {
      guard
        let drug = InfusionServices.drugs.first(where: { drug in
          drug.phrases.contains { $0.stands(at: index, in: words[...]) }
        }), isPump || !drafts.contains(where: { $0.procedure == drug.procedure }),
        let dose = dose(in: sentence[index...], text) ?? dose(in: sentence, text)
      else { continue }
      // "Pembrolizumab 200 mg in NS 100 mL IV 10:35 – 11:06"
      let own =
        lines.holds(anyOf: [" iv ", "ivpb", " in d5w", " in ns"]) || isPushed
        ? ClockSpan.minutes(in: text[Int(words[index].end)..<Int(last.end)]) : nil
      guard
        isStamped || isPushed || isPump || span != nil || own != nil
          || sentence.contains(where: { InfusionServices.acts.contains($0.hash) })
          || lines.holds(" ns") && isTimedBehind
      else { continue }
      // "Premeds: dexamethasone 12 mg PO"
      if SmallLetters(text[Int(words[index].end)...].prefix(24)).holds(anyOf: [" po", "oral"]) { continue }
      let evidence = [chart.evidence(item: item, from: Int(opening.start), to: Int(last.end))]
      if isPump, drug.isComplex {
        addPump(drug, dose: dose, evidence)
        continue
      }
      addDrug(drug, dose: dose, from: Int(words[index].start), text, lines, evidence, chart)
      let time = isStamped ? stampedMinutes(from: first, words, text) : nil
      let told = minutes(of: words[first..<min(words.count, sentence.endIndex + 12)], text)
      let near = SmallLetters(text[max(Int(opening.start), Int(words[index].start) - 20)..<Int(last.end)])
      if !drug.isComplex, near.holds(anyOf: ["concurrent", "y site", "y-site"]), hasInfusion {
        addConcurrent(evidence)
        continue
      }
      addInfusion(time ?? span ?? own ?? told ?? (isPushed ? 1 : nil), drug, evidence)
    }
  }

  /// The line of a drug, and of what of it was thrown away.
  private mutating func addDrug(
    _ drug: Drug, dose: Int, from start: Int, _ text: [UInt8], _ lines: SmallLetters, _ evidence: [Evidence],
    _ chart: Chart
  ) {
    func units(_ dose: Int) -> Int { (dose + drug.dose - 1) / drug.dose }
    portions[drug.procedure] = dose
    var draft = ServiceDraft(
      procedure: drug.procedure, units: units(dose), evidence: evidence, rule: "drug-infused")
    let words = String(decoding: text[start..<min(text.count, start + InfusionServices.reachOfWaste)], as: UTF8.self)
    let rest = DiscardedDrug(words, from: 0, isInUnits: false).amount
    if chart.isOfMedicare, rest == nil, !lines.holds(anyOf: ["discard", "waste"]) { draft.modifiers = ["JZ"] }
    drafts.append(draft)
    guard let rest, rest > 0, rest < dose else { return }
    draft.units = units(rest)
    draft.modifiers = ["JW"]
    draft.rule = "drug-discarded"
    drafts.append(draft)
  }

  /// A drug that a pump goes on giving at home, and what of it was given before.
  private mutating func addPump(_ drug: Drug, dose: Int, _ evidence: [Evidence]) {
    guard !drafts.contains(where: { $0.procedure == "96416" }) else { return }
    let all = (portions[drug.procedure] ?? 0) + dose
    portions[drug.procedure] = all
    let units = (all + drug.dose - 1) / drug.dose
    if let known = drafts.firstIndex(where: { $0.procedure == drug.procedure }) {
      drafts[known].units = units
    } else {
      drafts.append(
        ServiceDraft(procedure: drug.procedure, units: units, evidence: evidence, rule: "drug-infused"))
    }
    drafts.append(ServiceDraft(procedure: "96416", evidence: evidence, rule: InfusionServices.rule))
  }

  /// A drug that runs beside another one, once however many do.
  private mutating func addConcurrent(_ evidence: [Evidence]) {
    guard !drafts.contains(where: { $0.procedure == "96368" }) else { return }
    drafts.append(ServiceDraft(procedure: "96368", evidence: evidence, rule: InfusionServices.rule))
  }

  private var hasInfusion: Bool { drafts.contains { ["96365", "96367", "96413"].contains($0.procedure) } }

  private func tellsPump(_ lines: SmallLetters) -> Bool {
    lines.holds("pump") && lines.holds(anyOf: ["hooked", "connected", "started", "attached", "ambulatory"])
      && !lines.holds(anyOf: [
        "disconnected", "pump disconnect", "removed", "will be", "insulin", "pain pump", "to be ", "tomorrow",
        "teaching", "finished",
      ])
  }

  private static let reachOfWaste = 160
  /// No sentence that tells of an infusion has more words.
  private static let longestSentence = 80

  /// Drugs that a line with the time of day says were pushed: "08:50 Solu-Medrol 40 mg IVP over 3 min".
  private mutating func addPushes(_ words: [Word], _ text: [UInt8], item: Int, _ chart: Chart) {
    let date = chart.visit.registration.dateOfService
    for index in words.indices where words[index].startsLine && clockOfLine(at: index, words, text) != nil {
      let line = words[index...].prefix { $0.start == words[index].start || !$0.startsLine }
      let name = SmallLetters(text[Int(words[index].start)..<Int(line.last?.end ?? words[index].end)])
      guard name.holds(anyOf: ["ivp", "iv push"]),
        let dose = number(before: InfusionServices.milligram, in: line, text),
        let drug = InfusionServices.pushed(line), let billed = drug.billed(dose: dose * 1_000, on: date),
        !drafts.contains(where: { $0.procedure == billed.procedure })
      else { continue }
      let evidence = [
        chart.evidence(item: item, from: Int(words[index].start), to: Int(line.last?.end ?? words[index].end))
      ]
      let isFurther = drafts.contains { $0.rule == InfusionServices.rule }
      drafts.append(
        ServiceDraft(
          procedure: billed.procedure, modifiers: chart.isOfMedicare && drug.isSingleDose ? ["JZ"] : [],
          units: billed.units, evidence: evidence, rule: "drug-infused"))
      drafts.append(
        ServiceDraft(
          procedure: isFurther ? "96375" : "96374", evidence: evidence, rule: InfusionServices.rule))
    }
  }

  /// The drug that the line names with most words: "methylprednisolone sod succ (Solu-Medrol)" is the one in parentheses.
  private static func pushed(_ line: ArraySlice<Word>) -> InjectedDrug? {
    let named = injected.map { drug, names in
      (drug: drug, count: names.filter { $0.stands(in: line) }.map(\.count).max() ?? 0)
    }
    let drug = named.max { $0.count < $1.count }.flatMap { $0.count > 0 ? $0.drug : nil }
    // Into a vein goes the salt that dissolves.
    let isAcetate = drug?.products.contains { $0.procedure == "J1010" } ?? false
    return isAcetate ? injected.first { $0.0.products.contains { $0.procedure == "J2919" } }?.0 : drug
  }

  private static let injected = InjectedDrug.all.map { ($0, WordSequence.alternatives($0.phrases)) }

  /// The time of day that a line begins with, in minutes: "0955 …", "09:05 …".
  private func clockOfLine(at index: Int, _ words: [Word], _ text: [UInt8]) -> Int? {
    guard let first = words[...index].lastIndex(where: \.startsLine) else { return nil }
    let start = Int(words[first].start)
    let digits = text[start...].prefix(6).prefix { (48...58).contains($0) }
    let count = digits.filter { $0 != 58 }.count
    guard count == 4 || count == 3 && digits.contains(58), let clock = clock(from: start, text), clock < 1_440 else {
      return nil
    }
    return clock
  }

  /// The minutes from the line of a start to the first line behind it that tells the end.
  private func stampedMinutes(from first: Int, _ words: [Word], _ text: [UInt8]) -> Int? {
    guard let start = clockOfLine(at: first, words, text) else { return nil }
    for index in words.indices where index > first && InfusionServices.ends.contains(words[index].hash) {
      guard let end = clockOfLine(at: index, words, text), end > start else { continue }
      return end - start
    }
    return nil
  }

  /// The minutes of a line that begins with two times of day: "0940-1042 paclitaxel 115 mg".
  private func spanOfLine(at index: Int, _ words: [Word], _ text: [UInt8]) -> Int? {
    guard let first = words[...index].lastIndex(where: \.startsLine), first + 1 < words.count,
      let start = clockOfLine(at: first, words, text)
    else { return nil }
    let digits = text[Int(words[first + 1].start)..<Int(words[first + 1].end)]
    guard digits.count == 4, digits.allSatisfy({ (48...57).contains($0) }), words[first + 1].gap <= .clause,
      let end = clock(from: Int(words[first + 1].start), text), end > start, end < 1_440
    else { return nil }
    return end - start
  }

  /// More milligrams than this were misread.
  private static let highestDose = 20_000
  private static let ends = WordSet("stop stopped end ended finished complete completed")

  /// "Start 10:05" tells the time and no plan.
  private func isTime(_ word: Word, _ words: [Word], _ text: [UInt8]) -> Bool {
    guard InfusionServices.start.contains(word.hash), Int(word.end) + 1 < text.count else { return false }
    return text[Int(word.end)...].prefix(4).contains { (48...57).contains($0) }
  }

  private mutating func addInfusion(_ minutes: Int?, _ drug: Drug, _ evidence: [Evidence]) {
    let time = minutes ?? 0
    let isPushed = time <= 15
    let rule = InfusionServices.rule
    let complexFirst: ProcedureCode = isPushed && minutes != nil ? "96409" : "96413"
    guard
      let first = drafts.firstIndex(where: { ["96365", "96374", "96409", "96413"].contains($0.procedure) })
    else {
      drafts.append(
        ServiceDraft(
          procedure: drug.isComplex ? complexFirst : isPushed ? "96374" : "96365", evidence: evidence, rule: rule))
      addHours(time, isComplex: drug.isComplex, evidence)
      return
    }
    // What runs in comes before what is pushed.
    if !drug.isComplex, !isPushed, drafts[first].procedure == "96374" {
      drafts[first].procedure = "96375"
      drafts.append(ServiceDraft(procedure: "96365", evidence: evidence, rule: rule))
      return addHours(time, isComplex: false, evidence)
    }
    // What a tumor or an immune disease is treated with comes first, whatever ran before it.
    guard drug.isComplex, !["96409", "96413"].contains(drafts[first].procedure) else {
      let complexFurther: ProcedureCode = complexFirst == "96409" ? "96411" : "96417"
      let further: ProcedureCode = drug.isComplex ? complexFurther : isPushed ? "96375" : "96367"
      drafts.append(ServiceDraft(procedure: further, evidence: evidence, rule: rule))
      if drug.isComplex { addHours(time, isComplex: true, evidence) }
      return
    }
    drafts[first].procedure = drafts[first].procedure == "96365" ? "96367" : "96375"
    drafts.append(ServiceDraft(procedure: complexFirst, evidence: evidence, rule: rule))
    addHours(time, isComplex: true, evidence)
  }

  private mutating func addHours(_ time: Int, isComplex: Bool, _ evidence: [Evidence]) {
    // A further hour counts from its 31st minute on.
    let hours = (time - 31) / 60
    guard time > 90, hours > 0 else { return }
    drafts.append(
      ServiceDraft(
        procedure: isComplex ? "96415" : "96366", units: hours, evidence: evidence, rule: InfusionServices.rule))
  }

  /// Whether words tell when it began and when it ended: "Start 10:12, stop 10:36".
  private func isTimed(_ words: ArraySlice<Word>, _ text: [UInt8]) -> Bool {
    [InfusionServices.start, InfusionServices.stop].allSatisfy { list in
      words.indices.dropFirst().contains { index in
        list.contains(words[index - 1].hash) && clock(from: Int(words[index].start), text) != nil
      }
    }
  }

  /// The time that words tell: "over 30 min", "over 2 hours", "start 1005 stop 1035".
  private func minutes(of words: ArraySlice<Word>, _ text: [UInt8]) -> Int? {
    var clocks: [Int: Int] = [:]
    var told: Int?
    for index in words.indices.dropFirst() {
      let before = words[index - 1]
      if told == nil, let number = number(before, text) {
        if InfusionServices.minutes.contains(words[index].hash), number <= 1_440 { told = number }
        if InfusionServices.hours.contains(words[index].hash), number <= 24 { told = number * 60 }
      }
      for (kind, list) in [InfusionServices.start, InfusionServices.stop].enumerated() where list.contains(before.hash)
      {
        if let clock = clock(from: Int(words[index].start), text) { clocks[kind] = clock }
      }
    }
    guard let start = clocks[0], let stop = clocks[1], stop > start else { return told }
    return stop - start
  }

  /// A time of day in minutes: "10:05", "1005".
  private func clock(from start: Int, _ text: [UInt8]) -> Int? {
    let digits = text[start...].prefix(5).filter { (48...57).contains($0) }
    guard digits.count >= 3, let value = Int(String(decoding: digits.prefix(4), as: UTF8.self)) else { return nil }
    return value / 100 * 60 + value % 100
  }

  private func number(before unit: UInt64, in words: ArraySlice<Word>, _ text: [UInt8]) -> Int? {
    for index in words.indices.dropFirst() where words[index].hash == unit {
      if let number = number(words[index - 1], text), number <= InfusionServices.highestDose { return number }
    }
    return nil
  }

  /// The micrograms given; not those by area or weight: "500 mg/m2 = 900 mg".
  private func dose(in words: ArraySlice<Word>, _ text: [UInt8]) -> Int? {
    for index in words.indices.dropFirst() where words[index].hash == InfusionServices.milligram {
      let behind = SmallLetters(text[Int(words[index].end)...].prefix(8))
      guard behind.bytes.first != UInt8(ascii: "/"), !behind.holds(anyOf: ["/m2", "/kg", "/m^", "per kg", "per m"])
      else { continue }
      var start = Int(words[index - 1].start)
      // "0.25", "4,130"
      while start > 0, InfusionServices.numerals.contains(text[start - 1]) { start -= 1 }
      let numerals = text[start..<Int(words[index - 1].end)].filter { $0 != UInt8(ascii: ",") }
      let digits = String(decoding: numerals, as: UTF8.self)
      guard let number = Double(digits), number > 0, number <= Double(InfusionServices.highestDose) else { continue }
      return Int((number * 1_000).rounded(.up))
    }
    return nil
  }

  private static let numerals = Set("0123456789.,".utf8)

  private func number(_ word: Word, _ text: [UInt8]) -> Int? {
    Int(String(decoding: text[Int(word.start)..<Int(word.end)], as: UTF8.self))
  }
}
