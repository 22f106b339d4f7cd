import ClaimModel

extension DocumentationItem {
  /// How the conditions that the item's words name are meant at least; the words themselves may say more.
  ///
  /// Source: ICD-10-CM Official Guidelines, sections IV.H (uncertain), IV.J and I.C.21.c.4 (history, family history).
  var status: Mention.Status {
    switch standing {
    case .current, .listed, .lasting: kind == .familyHistory ? .family : .present
    case .inactive: .history
    case .resolved: .resolved
    case .uncertain: .uncertain
    case .later: .hypothetical
    case .refuted: .negated
    }
  }
}
