import ClaimModel
import CodeSets

/// Rows 16 and 17: are services bundled, and are there too many units.
extension PayerEdit {
  static let correctCoding: [PayerEdit] = [
    PayerEdit(
      .procedurePair, row: 16, refuses: "the column 2 service of an NCCI pair on one day, unless a modifier is allowed",
      [EditAnswer(.contractualObligation, "236", ["N20"])],
      source: "CARC 236; RARC N20; CMS NCCI procedure-to-procedure edits and Policy Manual chapter I section E"
    ) { context, refusals in
      var earlier: [NPI: [ClaimLine]] = [:]
      for (index, line) in context.claim.lines.enumerated() where refusals.stands(index) {
        let provider = context.claim.rendering(of: line).npi
        let others = earlier[provider] ?? context.history.services(of: context.claim, by: provider)
        earlier[provider] = others
        let beside = context.lines(beside: index, refusals).filter { context.claim.rendering(of: $0).npi == provider }
        if beside.contains(where: { context.isBundled(line, into: $0) })
          || others.contains(where: { context.isBundled(line, into: $0) })
        {
          refusals.refuse(index, EditAnswer(.contractualObligation, "236", ["N20"]))
        }
      }
    },
    PayerEdit(
      .bundledService, row: 16, refuses: "a service that is part of any other one of the day",
      [EditAnswer(.contractualObligation, "97", ["M15"])],
      source: "CARC 97; RARC M15; Medicare physician fee schedule, status B (bundled)"
    ) { context, refusals in
      let bundled = context.plan.tables.bundled
      for (index, line) in context.claim.lines.enumerated()
      where refusals.stands(index) && bundled.contains(line.service.procedure.rawValue) {
        let hasOther = context.lines(beside: index, refusals).contains {
          $0.dateOfService == line.dateOfService && !bundled.contains($0.service.procedure.rawValue)
        }
        if hasOther { refusals.refuse(index, EditAnswer(.contractualObligation, "97", ["M15"])) }
      }
    },
    PayerEdit(
      .qualifyingService, row: 16, refuses: "an add-on service without the one it belongs to",
      [EditAnswer(.contractualObligation, "B15", ["N674"])],
      source: "CARC B15; RARC N674; CMS NCCI add-on code edits"
    ) { context, refusals in
      for (index, line) in context.claim.lines.enumerated() where refusals.stands(index) {
        let rules = context.plan.tables.addOns.filter { $0.procedures.contains(line.service.procedure.rawValue) }
        guard !rules.isEmpty else { continue }
        let services =
          context.lines(beside: index, refusals)
          + context.history.services(of: context.claim, by: context.claim.rendering(of: line).npi)
        let hasPrimary = rules.contains { rule in
          services.contains {
            $0.dateOfService == line.dateOfService && rule.beside.contains($0.service.procedure.rawValue)
          }
        }
        if !hasPrimary { refusals.refuse(index, EditAnswer(.contractualObligation, "B15", ["N674"])) }
      }
    },
    PayerEdit(
      .units, row: 17, refuses: "more units than an MUE allows: on a line (indicator 1), or on a day (2 and 3)",
      [EditAnswer(.contractualObligation, "151", ["N362"])],
      source: "CARC 151; RARC N362; CMS medically unlikely edits and their adjudication indicators"
    ) { context, refusals in
      for (index, line) in context.claim.lines.enumerated() where refusals.stands(index) {
        guard let limit = context.book(for: line).edits.unitLimit(line.service.procedure),
          context.units(countedWith: line, by: limit.scope) > limit.units
        else { continue }
        refusals.refuse(index, EditAnswer(.contractualObligation, "151", ["N362"]))
      }
    },
  ]

  /// Modifiers that say a service was separate from another one of the day.
  ///
  /// Source: NCCI Policy Manual chapter I section E: anatomic modifiers, 24, 25, 27, 57, 58, 78, 79, 91, 59 and XE, XP,
  /// XS, XU.
  fileprivate static let separating: Set<ProcedureModifier> = [
    "24", "25", "27", "57", "58", "59", "78", "79", "91", "XE", "XP", "XS", "XU", "LT", "RT", "LC", "LD", "LM", "RC",
    "RI",
    "E1", "E2", "E3", "E4", "FA", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "TA", "T1", "T2", "T3", "T4",
    "T5",
    "T6", "T7", "T8", "T9",
  ]
  fileprivate static let distinctProcedure: Set<ProcedureModifier> = ["59", "XE", "XP", "XS", "XU"]
  /// Evaluation and management by CPT's numbers.
  fileprivate static let visits: CodeRanges = "99202-99499"
}

extension ServiceLine {
  /// Whether a modifier says that the service was separate from another one of the day. 59 and its subsets say nothing of
  /// a visit, of which 24, 25 and 57 do.
  ///
  /// Source: NCCI Policy Manual chapter I section E (59 and XE, XP, XS, XU are not used with evaluation and management).
  fileprivate var isToldSeparate: Bool {
    let isVisit = PayerEdit.visits.contains(procedure.rawValue)
    return modifiers.contains {
      PayerEdit.separating.contains($0) && !(isVisit && PayerEdit.distinctProcedure.contains($0))
    }
  }
}

extension EditContext {
  /// The other lines of the claim that are not refused.
  fileprivate func lines(beside index: Int, _ refusals: LineRefusals) -> [ClaimLine] {
    claim.lines.indices.filter { $0 != index && refusals.stands($0) }.map { claim.lines[$0] }
  }

  /// Whether a line is the column 2 service of a pair with another line of the day, and no modifier lifts that. The
  /// modifier may stand on either line.
  fileprivate func isBundled(_ line: ClaimLine, into other: ClaimLine) -> Bool {
    guard other.dateOfService == line.dateOfService,
      let edit = book(for: line).edits.edit(
        column1: other.service.procedure, column2: line.service.procedure, on: line.dateOfService)
    else { return false }
    switch edit.modifier {
    case .notApplicable: return false
    case .notAllowed: return true
    case .allowed:
      return !(line.service.isToldSeparate || other.service.isToldSeparate)
    }
  }

  /// The units that count against a limit with those of `line`: its own, or all of the day, paid ones of earlier claims
  /// included.
  fileprivate func units(countedWith line: ClaimLine, by scope: UnitLimit.Scope) -> Int {
    guard scope != .claimLine else { return line.service.units }
    let provider = claim.rendering(of: line).npi
    let beside = claim.lines.filter { claim.rendering(of: $0).npi == provider }
    return (beside + history.services(of: claim, by: provider)).filter {
      $0.service.procedure == line.service.procedure && $0.dateOfService == line.dateOfService
    }.reduce(0) { $0.addingCapped($1.service.units) }
  }
}

extension Int {
  fileprivate func addingCapped(_ other: Int) -> Int {
    let (sum, isTooLarge) = addingReportingOverflow(other)
    return isTooLarge ? .max : sum
  }
}
