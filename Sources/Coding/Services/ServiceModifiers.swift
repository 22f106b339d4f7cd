import ClaimModel

/// A line's modifiers in the order payers read them.
enum ServiceModifiers {
  /// The most modifiers of a line.
  ///
  /// Source: SV101-3 to SV101-6 of the 837P (005010X222A1).
  static let maximum = 4

  /// Those that change the price come first, then those that tell why and where.
  private static let order: [ProcedureModifier] = [
    "25", "50", "53", "59", "XS", "XU", "PT", "33", "QW", "95", "93", "RT", "LT",
  ]

  /// The modifiers of a draft, with that of its side.
  static func ordered(_ draft: ServiceDraft) -> [ProcedureModifier] {
    var modifiers = draft.modifiers
    if draft.hasSide, let side = draft.side {
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
