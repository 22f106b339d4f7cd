import ClaimModel

/// A line's modifiers in the order payers read them.
enum ServiceModifiers {
  /// The most modifiers of a line.
  ///
  /// Source: SV101-3 to SV101-6 of the 837P (005010X222A1).
  static let maximum = 4

  /// Those that change the price come first, then those that tell why and where.
  private static let order: [ProcedureModifier] = [
    "24", "25", "57", "50", "53", "59", "XS", "XU", "JW", "JZ", "GP", "GO", "PT", "33", "QW", "Q7", "Q8", "Q9", "95",
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
