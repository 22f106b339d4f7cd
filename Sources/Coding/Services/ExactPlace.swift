import ClaimModel

/// The modifiers that tell which finger, toe or eyelid a service was done to.
///
/// Source: HCPCS Level II modifiers E1 to E4, FA and F1 to F9, TA and T1 to T9 (CMS, public).
enum ExactPlace {
  private static let fingers = [
    ["thumb", "thumbnail"], ["index", "second finger", "2nd finger", "forefinger"],
    ["middle finger", "long finger", "third finger", "3rd finger"],
    ["ring finger", "fourth finger", "4th finger"],
    ["little finger", "small finger", "pinky", "fifth finger", "5th finger"],
  ]
  private static let toes = [
    ["great toe", "big toe", "hallux", "first toe", "1st toe", "great toenail", "hallux nail"],
    ["second toe", "2nd toe"],
    ["third toe", "3rd toe"], ["fourth toe", "4th toe"],
    ["fifth toe", "5th toe", "little toe", "small toe", "pinky toe"],
  ]
  private static let lids: [(names: [String], modifier: ProcedureModifier)] = [
    (["left upper eyelid", "left upper lid", "upper left eyelid", "upper eyelid, left", "lul"], "E1"),
    (["left lower eyelid", "left lower lid", "lower left eyelid", "lower eyelid, left", "lll"], "E2"),
    (["right upper eyelid", "right upper lid", "upper right eyelid", "upper eyelid, right", "rul"], "E3"),
    (["right lower eyelid", "right lower lid", "lower right eyelid", "lower eyelid, right", "rll"], "E4"),
  ]

  /// Services of one finger or toe, and of one eyelid.
  private static let ofDigits: Set<ProcedureCode> = [
    "11730", "11740", "11750", "20550", "20600", "26720", "26750", "28490", "28510", "29130", "73140", "73660",
  ]
  private static let ofLids: Set<ProcedureCode> = ["67800", "67820", "68761"]

  /// How far before and behind the words of a service its place is looked for, in bytes.
  private static let reach = (before: 100, after: 60)

  /// The modifier that the words of a service tell, where they or those around them name one place only.
  static func modifier(of draft: ServiceDraft, _ chart: Chart) -> ProcedureModifier? {
    let isOfLid = ofLids.contains(draft.procedure)
    guard isOfLid || ofDigits.contains(draft.procedure) else { return nil }
    for evidence in draft.evidence {
      if let found = modifier(in: evidence.text, isOfLid: isOfLid, side: draft.side) { return found }
    }
    for evidence in draft.evidence {
      guard let item = chart.visit.documentation.first(where: { $0.source == evidence.source }) else { continue }
      let start = max(0, evidence.offset - reach.before)
      let length = evidence.offset - start + evidence.text.utf8.count + reach.after
      let around = String(decoding: item.text.utf8.dropFirst(start).prefix(length), as: UTF8.self)
      if let found = modifier(in: around, isOfLid: isOfLid, side: draft.side) { return found }
    }
    return nil
  }

  private static func modifier(in text: String, isOfLid: Bool, side: Mention.Side?) -> ProcedureModifier? {
    let text = text.lowercased()
    if isOfLid {
      let named = lids.filter { lid in lid.names.contains { place(of: $0, in: text) != nil } }
      return named.count == 1 ? named[0].modifier : nil
    }
    guard side != .both, let digit = digit(in: text), let side = side ?? digit.side else { return nil }
    return ProcedureModifier(digit.code(isLeft: side == .left))
  }

  private struct Digit {
    var isToe: Bool
    /// From the thumb or the great toe, 0, on.
    var number: Int
    /// The side named right before it.
    var side: Mention.Side?

    func code(isLeft: Bool) -> String {
      let place = number + (isLeft ? 0 : 5)
      return (isToe ? "T" : "F") + (place == 0 ? "A" : String(place))
    }
  }

  private static func digit(in text: String) -> Digit? {
    var found: [Digit] = []
    for (isToe, names) in [(false, fingers), (true, toes)] {
      for (number, list) in names.enumerated() {
        guard let start = list.lazy.compactMap({ place(of: $0, in: text) }).first else { continue }
        let before = text[..<start].split(whereSeparator: { !$0.isLetter }).last
        let side: Mention.Side? =
          before == "left" || before == "l" ? .left : before == "right" || before == "r" ? .right : nil
        found.append(Digit(isToe: isToe, number: number, side: side))
      }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Where words stand that begin where one begins, and end where one does or with a plural.
  private static func place(of words: String, in text: String) -> String.Index? {
    var rest = text[...]
    while let found = rest.firstRange(of: words) {
      let before = text[..<found.lowerBound].last.map(\.isLetter) ?? false
      let after = text[found.upperBound...].first.map { $0.isLetter && $0 != "s" } ?? false
      if !before, !after { return found.lowerBound }
      rest = rest[found.upperBound...]
    }
    return nil
  }
}
