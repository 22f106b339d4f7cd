import ClaimModel

extension Chart {
  /// The side that the account of a procedure names, where it names one only: "The right nostril was numbed. A vessel of the septum was
  /// cauterized."
  func soleSide(of draft: ServiceDraft) -> Mention.Side? {
    guard let told = draft.evidence.first,
      let item = visit.documentation.firstIndex(where: { $0.source == told.source }),
      services.zone(item: item, offset: told.offset) == .procedure
    else { return nil }
    let bounds = services.zones.filter { $0.item == item }.map(\.start)
    let start = bounds.last { $0 <= told.offset } ?? 0
    let text = visit.documentation[item].text.utf8
    let end = bounds.first { $0 > told.offset } ?? text.count
    let words = Set(
      SmallLetters.words(of: String(decoding: text.dropFirst(start).prefix(end - start), as: UTF8.self)))
    let isRight = !words.isDisjoint(with: ["right", "od"])
    let isLeft = !words.isDisjoint(with: ["left", "os"])
    guard words.isDisjoint(with: ["bilateral", "both", "ou"]), isRight != isLeft else { return nil }
    return isRight ? .right : .left
  }
}

/// A line's modifiers in the order payers read them.
enum ServiceModifiers {
  /// The most modifiers of a line.
  ///
  /// Source: SV101-3 to SV101-6 of the 837P (005010X222A1).
  static let maximum = 4

  /// Those that change the price come first, then those that tell why and where.
  private static let order: [ProcedureModifier] = [
    "24", "25", "57", "50", "53", "59", "XU", "EA", "EC", "JW", "JZ", "GP", "GO", "PT", "33", "QW", "Q7", "Q8",
    "Q9", "95",
    "93", "E1",
    "E2",
    "E3", "E4", "FA", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "TA", "T1", "T2", "T3", "T4", "T5", "T6",
    "T7", "T8", "T9", "RT", "LT",
  ]

  /// The modifiers of a draft, with that of its side.
  static func ordered(_ draft: ServiceDraft, place: ProcedureModifier? = nil) -> [ProcedureModifier] {
    var modifiers = draft.modifiers
    if let place {
      modifiers.append(place)
    } else if draft.hasSide, let side = draft.side {
      switch side {
      case .right: modifiers.append("RT")
      case .left: modifiers.append("LT")
      case .both: modifiers.append("50")
      }
    }
    guard !modifiers.isEmpty else { return [] }
    return Array(order.filter(modifiers.contains).prefix(maximum))
  }
}
