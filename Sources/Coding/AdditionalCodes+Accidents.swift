import ClaimModel
import CodeSets

/// How, where and doing what somebody was hurt.
extension AdditionalCodes {
  /// Guidelines section I.C.20: one cause, for the stage of care of the injury.
  mutating func addExternalCause() {
    let causes = clues(.externalCause)
    guard let found = causes.min(by: { $0.clue.rank < $1.clue.rank }), let injury = rows.first(where: isInjury),
      !rows.contains(where: rules.ranks.isExternalCause)
    else { return }
    let base = icd10cm.parent(row: found.clue.row).flatMap { icd10cm.takesSeventhCharacter(row: $0) ? $0 : nil }
    let last = UInt8(truncatingIfNeeded: icd10cm.key(row: injury) >> 8)
    let stage: SeventhCharacter.Stage? =
      switch last {
      case UInt8(ascii: "S"): .sequela
      case UInt8(ascii: "A"), UInt8(ascii: "B"), UInt8(ascii: "C"), 0: .initial
      default: .subsequent
      }
    let cause = collision(found) ?? base
    let row = cause.flatMap { rules.seventhCharacter.child(below: $0, stage: stage, icd10cm) } ?? found.clue.row
    add(row, evidence(found), "external-cause")
  }

  /// The collision of an accident of which the note tells who the patient was and what the car met.
  ///
  /// Source: ICD-10-CM, V43.5-, V43.6- (car against car) and V49.4-, V49.5- (unspecified motor vehicles).
  private func collision(_ found: FoundClue) -> Int? {
    guard rules.ranks.isUnspecifiedAccident(found.clue.row) else { return nil }
    let around = text(around: found, within: 300)
    func names(_ words: StaticString...) -> Bool { around.holds(anyOf: words) }
    let isDriver = names("driver", "was driving", "driving")
    guard isDriver || names("passenger") else { return nil }
    let isCar = names("another car", "other car", "by a car", "into a car", "by car", "sedan", "another vehicle")
    let isHit = isCar || names("rear-ended", "rear ended", "t-boned", "t boned", "head-on", "head on")
    guard isHit else { return nil }
    return icd10cm.row(of: isCar ? (isDriver ? "V4352" : "V4362") : isDriver ? "V4940" : "V4950")
  }

  /// Where an injury happened and what was being done, at its first encounter.
  ///
  /// Source: ICD-10-CM Official Guidelines, sections I.C.20.b (one place, at the initial encounter) and I.C.20.c (one activity).
  mutating func addPlaceAndActivity() {
    let isFirst = rows.contains { row in
      let last = UInt8(truncatingIfNeeded: icd10cm.key(row: row) >> 8)
      return isInjury(row) && last >= UInt8(ascii: "A") && last <= UInt8(ascii: "C")
    }
    guard isFirst else { return }
    // A kitchen that is worked in is none of a home.
    if let place = clues(.place).min(by: { $0.clue.rank < $1.clue.rank }),
      !icd10cm.code(at: place.clue.row).rawValue.hasPrefix("Y9200") || !isAtWork(place)
    {
      add(home(place) ?? place.clue.row, evidence(place), "place-of-occurrence")
    }
    if let activity = clues(.activity).first { add(activity.clue.row, evidence(activity), "activity") }
    addWork()
  }

  /// Whether it happened at work, where another cause is coded and the note says so.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.20.k.
  private mutating func addWork() {
    guard (rows + additions.map(\.row)).contains(where: isCause) else { return }
    for (index, _) in chart.items(.note) {
      let words = chart.words[index]
      for place in words.indices.dropLast() where AdditionalCodes.works.contains(words[place].hash) {
        guard let told = AdditionalCodes.isOfWork(words, at: place) else { continue }
        let evidence = chart.evidence(item: index, from: Int(words[max(0, place - 1)].start), to: Int(words[place].end))
        if let row = icd10cm.row(of: told ? "Y990" : "Y998") { add(row, evidence, "work-status") }
        return
      }
    }
  }

  private func isCause(_ row: Int) -> Bool {
    (UInt8(ascii: "V")...UInt8(ascii: "Y")).contains(icd10cm.letter(row: row))
  }

  /// Whether a word for work tells that the injury came of it: "at work", "work related", "on my shift"; `false` for "not work related",
  /// `nil` where it tells neither.
  private static func isOfWork(_ words: [Word], at place: Int) -> Bool? {
    let before = words[max(0, place - 3)..<place].map(\.hash)
    let next = words[place + 1].hash
    let isRelated =
      related.contains(next) || words[place].hash == comp && before.last.map { workers.contains($0) } ?? false
    let isAt =
      before.last.map { atWork.contains($0) } ?? false
      || shifts.contains(words[place].hash) && before.contains { own.contains($0) }
    guard isRelated || isAt else { return nil }
    // "Back at work", "off work", "light duty at work"
    if before.contains(where: { returns.contains($0) }) { return nil }
    return !before.contains { denials.contains($0) }
      && !words[place...].dropFirst().prefix(3).contains { denials.contains($0.hash) }
  }

  private static let works = WordSet("work job shift comp")
  private static let comp = Words.hash("comp")
  private static let workers = WordSet("workers worker work workman workmans")
  private static let shifts = WordSet("shift")
  private static let own = WordSet("on my his her during")
  private static let related = WordSet("related injury comp")
  private static let atWork = WordSet("at the my his her on")
  private static let returns = WordSet(
    "back return returned off light duty since until to after before night worse day")
  private static let denials = WordSet("not no non never isn")

  /// A clue's words and those around them, so many bytes before and behind.
  private func text(around found: FoundClue, within reach: Int) -> SmallLetters {
    chart.letters(item: found.item, from: found.start - reach, to: found.end + reach)
  }

  /// Whether the words around a place say that it is worked in: "at work 1 h ago (restaurant kitchen sink)".
  private func isAtWork(_ place: FoundClue) -> Bool {
    let near = text(around: place, within: 60)
    return near.holds(anyOf: [" at work", "restaurant", "on the job", "cafeteria"])
      && !near.holds(anyOf: ["house", "home"])
  }

  /// The room of a house or an apartment, where the note tells which.
  private func home(_ found: FoundClue) -> Int? {
    let code = icd10cm.code(at: found.clue.row).rawValue
    guard code.hasPrefix("Y9200") else { return nil }
    let around = text(around: found, within: 80)
    let kind = around.holds("apartment") || around.holds("condo") ? "3" : around.holds("house") ? "1" : nil
    return kind.flatMap { icd10cm.row(of: DiagnosisCode(rawValue: "Y920\($0)" + code.dropFirst(5))) }
  }
}
