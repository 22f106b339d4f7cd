import ClaimModel
import CodeSets

/// How, where and doing what somebody was hurt.
extension AdditionalCodes {
  /// Guidelines section I.C.20: one cause, for the stage of care of the injury.
  mutating func addExternalCause() {
    guard !rows.contains(where: rules.ranks.isExternalCause),
      let hurt = rows.first(where: isInjury) ?? rows.first(where: isPain)
    else { return }
    // Pain alone is an injury where somebody tells of the accident days ago that it came of.
    let isInjured = isInjury(hurt)
    let causes = clues(.externalCause).filter { (isInjured || isRecent($0)) && isMet($0) && !isLongAgo($0) }
    let ride = ride(isInjured: isInjured)
    guard let found = ride?.found ?? causes.min(by: { $0.clue.rank < $1.clue.rank }) else { return }
    let base = icd10cm.parent(row: found.clue.row).flatMap { icd10cm.takesSeventhCharacter(row: $0) ? $0 : nil }
    let last = isInjured ? UInt8(truncatingIfNeeded: icd10cm.key(row: hurt) >> 8) : UInt8(ascii: "A")
    let stage: SeventhCharacter.Stage? =
      switch last {
      case UInt8(ascii: "S"): .sequela
      case UInt8(ascii: "A"), UInt8(ascii: "B"), UInt8(ascii: "C"), 0: .initial
      default: .subsequent
      }
    let cause = ride?.base ?? collision(found) ?? manner(found) ?? base
    let row = cause.flatMap { rules.seventhCharacter.child(below: $0, stage: stage, icd10cm) } ?? found.clue.row
    add(row, evidence(found), "external-cause")
  }

  /// Whether a code names a pain or swelling of the limbs or the back.
  private func isPain(_ row: Int) -> Bool {
    let code = icd10cm.code(at: row).rawValue
    return AdditionalCodes.pains.contains { code.hasPrefix($0) }
  }

  private static let pains = ["M254", "M255", "M542", "M545", "M546", "M796"]

  /// Whether something that was dropped met somebody: "dropped a brick on his right foot".
  private func isMet(_ found: FoundClue) -> Bool {
    guard SmallLetters(chart.evidence(item: found.item, from: found.start, to: found.end).text).holds("dropped"),
      found.end - found.start <= 7
    else { return true }
    let behind = chart.letters(item: found.item, from: found.end, to: found.end + 60)
    return behind.holds(anyOf: [
      " on his ", " on her ", " on my ", " onto ", " on the right", " on the left", " on right", " on left", " on foot",
    ])
  }

  private static let upright: [StaticString] = [
    "did not fall", "didn't fall", "didn’t fall", "no fall", "without falling", "stayed upright", "stayed on",
  ]

  /// Whether it happened years ago, as its own sentence tells: "as a child she fell down the stairs", "hurt it skiing in 2012".
  private func isLongAgo(_ found: FoundClue) -> Bool {
    let words = chart.words[found.item]
    let place = words.partitioningIndex { Int($0.start) >= found.start }
    guard place < words.count else { return false }
    let sentence = words.sentence(around: place, most: 40)
    guard let first = sentence.first, let last = sentence.last else { return false }
    let told = chart.letters(item: found.item, from: Int(first.start), to: Int(last.end))
    if told.holds(anyOf: AdditionalCodes.longAgo) { return true }
    let year = chart.visit.registration.dateOfService.components.year
    let bytes = Array(chart.visit.documentation[found.item].text.utf8)
    // "In 2012"; a date of a note that tells no date of service says nothing.
    return sentence.indices.dropFirst().contains { index in
      words[index - 1].hash == AdditionalCodes.inWord && words[index].end - words[index].start == 4
        && words[index].number(in: bytes).map { (1940..<year - 1).contains($0) } ?? false
    }
  }

  private static let inWord = Words.hash("in")
  private static let longAgo: [StaticString] = [
    "years ago", "year ago", "in college", "in high school", "as a child", "as a kid", "as a teenager", "last winter",
    "last summer",
    "last year", "when she was a ", "when he was a ", "childhood",
  ]

  /// Whether the words around what happened tell that it was days or weeks ago.
  private func isRecent(_ found: FoundClue) -> Bool {
    let near = text(around: found, within: 160)
    // "She fell two weeks ago without injury" is no cause of an older pain.
    if near.holds(anyOf: ["without injury", "not hurt", "get hurt", "no new pain", "not injured", "no injury"]) {
      return false
    }
    return near.holds(anyOf: AdditionalCodes.recentTimes)
      && !near.holds(anyOf: ["years ago", "year ago", "months ago", "months prior"])
  }

  private static let recentTimes: [StaticString] = [
    "yesterday", "days ago", "day ago", "weeks ago", "week ago", "this morning", "last night", "hours ago", "last week",
  ]

  /// The accident of somebody on skis, skates, a board or a sled, where the note tells that it happened doing that.
  ///
  /// Source: ICD-10-CM, V00.1- to V00.3- (fall from, collision with a stationary object, other).
  private func ride(isInjured: Bool) -> (base: Int, found: FoundClue)? {
    for found in clues(.activity) where (isInjured || isRecent(found)) && !isLongAgo(found) {
      guard ["Y9321", "Y9323", "Y9351"].contains(icd10cm.code(at: found.clue.row).rawValue) else { continue }
      let around = text(around: found, within: 240)
      guard let kind = AdditionalCodes.rides.first(where: { around.holds(anyOf: $0.words) }) else { continue }
      let meets = around.holds(anyOf: ["into a", "into the", "hit a", "struck a", "collided with a"])
      let manner =
        meets && around.holds(anyOf: ["tree", "rock", "pole", "post", "wall", "fence", "the boards"])
        ? "2"
        : around.holds(anyOf: ["fell", "fall", "falling", "landed", "flew off", "came off", "thrown"])
          && !around.holds(anyOf: AdditionalCodes.upright) ? "1" : "8"
      if let row = icd10cm.row(of: DiagnosisCode(rawValue: kind.code + manner)) { return (row, found) }
    }
    return nil
  }

  private static let rides: [(words: [StaticString], code: String)] = [
    (["snowboard"], "V0031"), (["skiing", "skied", "skier"], "V0032"),
    (["rollerblad", "roller blad", "in-line skat", "inline skat"], "V0011"),
    (["roller skat", "roller-skat"], "V0012"), (["skateboard", "skate park", "skatepark"], "V0013"),
    (["ice skat", "ice-skat"], "V0021"),
  ]

  /// How somebody slipped, tripped or fell, where the words around tell more: "stumbled and caught herself from falling", "was playing
  /// volleyball and fell".
  ///
  /// Source: ICD-10-CM, W18.4- (without falling) and W18.30 (fall on the same level).
  private func manner(_ found: FoundClue) -> Int? {
    switch icd10cm.code(at: found.clue.row).rawValue.prefix(4) {
    case "W51", "W51X":
      let around = text(around: found, within: 120)
      return around.holds(anyOf: ["and fell", "he fell", "she fell", "they fell", "fell to the"])
        && !around.holds(anyOf: AdditionalCodes.upright)
        ? icd10cm.row(of: "W03") : nil
    case "W010", "W184":
      let around = text(around: found, within: 80)
      let isCaught = around.holds(anyOf: [
        "caught herself", "caught himself", "caught themsel", "from falling", "without falling", "did not fall",
        "didn't fall",
        "didn’t fall", "never fell",
      ])
      return isCaught ? icd10cm.row(of: "W1849") : nil
    case "W19X":
      let near = text(around: found, within: 90)
      // "A can fell from the shelf. It landed on his foot."
      if near.holds(anyOf: AdditionalCodes.shelves), near.holds(anyOf: AdditionalCodes.met) {
        return icd10cm.row(of: "W208")
      }
      if near.holds(anyOf: ["collided", "tackled", "another player"]) { return icd10cm.row(of: "W03") }
      let isOfSport = clues(.activity).contains { activity in
        let code = icd10cm.code(at: activity.clue.row).rawValue
        return activity.item == found.item && abs(activity.start - found.start) < 200
          && (code.hasPrefix("Y930") || code.hasPrefix("Y936") || code == "Y9373" || code.hasPrefix("Y9354"))
      }
      return isOfSport ? icd10cm.row(of: "W1830") : nil
    default: return nil
    }
  }

  private static let shelves: [StaticString] = ["shelf", "counter", "the table", "the truck", "the rack", "the wall"]
  private static let met: [StaticString] = [
    "onto his", "onto her", "onto my", "on his foot", "on her foot", "on his right", "on her right", "on his left",
    "on her left",
  ]

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
    let isHurt = !rows.contains(where: isInjury) && additions.contains { rules.ranks.isExternalCause($0.row) }
    guard isFirst || isHurt else { return }
    // A kitchen that is worked in is none of a home.
    if let place = clues(.place).filter({ !isLongAgo($0) }).min(by: { $0.clue.rank < $1.clue.rank }),
      !icd10cm.code(at: place.clue.row).rawValue.hasPrefix("Y9200") || !isAtWork(place)
    {
      add(home(place) ?? place.clue.row, evidence(place), "place-of-occurrence")
    }
    if let activity = clues(.activity).first(where: { !isLongAgo($0) }) {
      if let field = field(of: activity) { add(field, evidence(activity), "place-of-occurrence") }
      add(activity.clue.row, evidence(activity), "activity")
    }
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

  /// The field or court of a sport, where the words around tell of it: "was playing soccer … help to get off of the field".
  private func field(of activity: FoundClue) -> Int? {
    guard !additions.contains(where: { icd10cm.category(row: $0.row) == AdditionalCodes.placesOfOccurrence }) else {
      return nil
    }
    let around = text(around: activity, within: 300)
    let code: DiagnosisCode? =
      switch icd10cm.code(at: activity.clue.row).rawValue {
      case "Y9366": around.holds(" field") ? "Y92322" : nil
      case "Y9361": around.holds(" field") ? "Y92321" : nil
      case "Y9364": around.holds(" field") ? "Y92320" : nil
      case "Y9367": around.holds(" court") ? "Y92310" : nil
      case "Y9373": around.holds("tennis court") ? "Y92312" : nil
      default: nil
      }
    return code.flatMap(icd10cm.row(of:))
  }

  private static let placesOfOccurrence = ICD10CM.category("Y92")

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
