import ClaimModel

/// The modifiers that tell which finger, toe or eyelid a service was done to.
///
/// Source: HCPCS Level II modifiers E1 to E4, FA and F1 to F9, TA and T1 to T9 (CMS, public).
enum ExactPlace {
  private static let fingers = [
    ["thumb", "thumbnail"], ["index", "second finger", "2nd finger", "forefinger", "pointer finger"],
    ["middle finger", "long finger", "third finger", "3rd finger", "middle trigger", "long trigger", "middle flexor"],
    ["ring finger", "fourth finger", "4th finger", "ring trigger", "ring flexor", "ring a1"],
    ["little finger", "small finger", "pinky", "fifth finger", "5th finger", "small trigger", "little trigger"],
  ]
  private static let toes = [
    ["great toe", "big toe", "hallux", "first toe", "1st toe", "great toenail", "hallux nail"],
    ["second toe", "2nd toe"],
    ["third toe", "3rd toe"], ["fourth toe", "4th toe"],
    ["fifth toe", "5th toe", "little toe", "small toe", "pinky toe"],
  ]
  private static let digits = Names(fingers + toes)
  private static let lids = Names([
    ["left upper eyelid", "left upper lid", "upper left eyelid", "upper eyelid, left", "lul"],
    ["left lower eyelid", "left lower lid", "lower left eyelid", "lower eyelid, left", "lll"],
    ["right upper eyelid", "right upper lid", "upper right eyelid", "upper eyelid, right", "rul"],
    ["right lower eyelid", "right lower lid", "lower right eyelid", "lower eyelid, right", "rll"],
  ])
  private static let lidModifiers: [ProcedureModifier] = ["E1", "E2", "E3", "E4"]

  /// Services of one finger or toe, and of one eyelid.
  private static let ofDigits: Set<ProcedureCode> = [
    "11730", "11740", "11750", "20550", "20600", "26720", "26750", "28490", "28510", "29130", "73140", "73660",
    "12001", "12002", "12004", "12041", "12042", "11755", "11760", "11765", "26010", "26011", "26055", "26770", "28010",
  ]
  private static let ofLids: Set<ProcedureCode> = ["67800", "67820", "68761", "67700", "67810", "67840", "67938"]

  /// How far before and behind the words of a service its place is looked for, in bytes.
  private static let reach = (before: 100, after: 60)

  /// The modifier that the words of a service tell, where they or those around them name one place only.
  ///
  /// Else it is the place that the words of its diagnoses name: "laceration of the left index finger".
  static func modifier(of draft: ServiceDraft, _ chart: Chart, reasons: [[Evidence]] = []) -> ProcedureModifier? {
    guard ofLids.contains(draft.procedure) || ofDigits.contains(draft.procedure), !isElsewhere(draft) else {
      return nil
    }
    guard let found = named(by: draft, chart, reasons: reasons) else { return nil }
    // "Bunion of right great toe" is no place of what is told of the left foot.
    let told = draft.side ?? side(in: draft.evidence)
    return told == nil || told == .both || rights.contains(found) == (told == .right) ? found : nil
  }

  private static let rights: Set<ProcedureModifier> = [
    "F5", "F6", "F7", "F8", "F9", "T5", "T6", "T7", "T8", "T9", "E3", "E4",
  ]

  /// Whether a repair is of another place than a finger or toe, or of several.
  private static func isElsewhere(_ draft: ServiceDraft) -> Bool {
    guard draft.procedure.rawValue.hasPrefix("120") else { return false }
    return draft.evidence.contains { SmallLetters($0.text).holds(anyOf: otherPlaces) }
  }

  private static let otherPlaces: [StaticString] = [
    "forearm", "upper arm", "elbow", "wrist", "shoulder", "knee", "shin", "thigh", "calf", "lower leg", "ankle",
    "scalp",
    "neck", "trunk", "chest", "abdomen", "back ",
  ]

  /// The only side that the words of a service name.
  private static func side(in evidence: [Evidence]) -> Mention.Side? {
    let words = Set(evidence.flatMap { SmallLetters.words(of: $0.text) })
    let (isRight, isLeft) = (words.contains("right"), words.contains("left"))
    return isRight == isLeft ? nil : isRight ? .right : .left
  }

  /// The only finger or toe that a text names, by its number.
  static func digit(in text: String) -> Int? {
    let found = digits.found(in: SmallLetters(text))
    return found.count == 1 ? found.first?.group : nil
  }

  private static func named(by draft: ServiceDraft, _ chart: Chart, reasons: [[Evidence]]) -> ProcedureModifier? {
    let isOfLid = ofLids.contains(draft.procedure)
    // "First extensor compartment"
    if draft.procedure == "20550", draft.evidence.contains(where: { SmallLetters($0.text).holds("compartment") }) {
      return nil
    }
    for evidence in draft.evidence {
      if let found = modifier(in: evidence.text.utf8, isOfLid: isOfLid, side: draft.side) { return found }
    }
    for evidence in draft.evidence {
      guard let item = chart.visit.documentation.first(where: { $0.source == evidence.source }) else { continue }
      let start = max(0, evidence.offset - reach.before)
      let length = evidence.offset - start + evidence.text.utf8.count + reach.after
      let around = item.text.utf8.dropFirst(start).prefix(length)
      if let found = modifier(in: around, isOfLid: isOfLid, side: draft.side) { return found }
    }
    let told =
      reasons.lazy
      .map { Set($0.compactMap { modifier(in: $0.text.utf8, isOfLid: isOfLid, side: draft.side) }) }
      .first { !$0.isEmpty } ?? []
    let isOfNail = draft.procedure == "11730" || draft.procedure == "11750"
    // A note about one nail names one toe.
    if isOfNail, told.isEmpty {
      for (_, note) in chart.items(.note) {
        if let found = modifier(in: note.text.utf8, isOfLid: false, side: draft.side) { return found }
      }
    }
    return told.count == 1 && draft.site.map(isDigit) ?? isOfNail ? told.first : nil
  }

  private static func isDigit(_ site: BodySite) -> Bool {
    switch site {
    case .thumb, .finger, .greatToe, .toe: true
    default: false
    }
  }

  private static func modifier(in text: some Sequence<UInt8>, isOfLid: Bool, side: Mention.Side?) -> ProcedureModifier?
  {
    guard isOfLid || side != .both else { return nil }
    let text = SmallLetters(text)
    let found = (isOfLid ? lids : digits).found(in: text)
    // One place only.
    guard found.count == 1, let sole = found.first else { return nil }
    if isOfLid { return lidModifiers[sole.group] }
    guard let side = side ?? self.side(before: sole.start, in: text) else { return nil }
    let isToe = sole.group >= fingers.count
    let place = (isToe ? sole.group - fingers.count : sole.group) + (side == .left ? 0 : 5)
    return ProcedureModifier((isToe ? "T" : "F") + (place == 0 ? "A" : String(place)))
  }

  /// The side that the word before a place names.
  private static func side(before place: Int, in text: SmallLetters) -> Mention.Side? {
    var end = place
    while end > 0, !text.isLetter(at: end - 1) { end -= 1 }
    var start = end
    while start > 0, text.isLetter(at: start - 1) { start -= 1 }
    let word = text.bytes[start..<end]
    if word.elementsEqual("left".utf8) || word.elementsEqual("l".utf8) { return .left }
    return word.elementsEqual("right".utf8) || word.elementsEqual("r".utf8) ? .right : nil
  }

  /// Groups of names, found in one pass over a text.
  private struct Names {
    private struct Name {
      var group: Int
      /// Which name of its group.
      var number: Int
      var letters: [UInt8]
    }

    /// The names by their first letter.
    private var byLetter: [[Name]] = Array(repeating: [], count: 128)

    init(_ groups: [[String]]) {
      for (group, names) in groups.enumerated() {
        for (number, name) in names.enumerated() {
          let letters = Array(name.utf8)
          byLetter[Int(letters[0])].append(Name(group: group, number: number, letters: letters))
        }
      }
    }

    /// The groups of which a name stands in a text, with the place of the first of their names that does. A name begins where a
    /// word does, and ends where one does or with a plural.
    func found(in text: SmallLetters) -> [(group: Int, start: Int)] {
      var found: [(group: Int, number: Int, start: Int)] = []
      let bytes = text.bytes
      for start in bytes.indices where bytes[start] < 128 && (start == 0 || !text.isLetter(at: start - 1)) {
        for name in byLetter[Int(bytes[start])] where bytes[start...].starts(with: name.letters) {
          let end = start + name.letters.count
          guard end == bytes.count || bytes[end] == UInt8(ascii: "s") || !text.isLetter(at: end) else { continue }
          guard let known = found.firstIndex(where: { $0.group == name.group }) else {
            found.append((name.group, name.number, start))
            continue
          }
          if name.number < found[known].number { found[known] = (name.group, name.number, start) }
        }
      }
      return found.map { ($0.group, $0.start) }
    }
  }
}
