import ClaimModel
import CodeSets

/// Holds the services of a visit against each other: what is part of another goes, what is separate says so.
///
/// Source: NCCI Policy Manual for Medicare Services, chapter I, sections D (modifier 25) and E (59, which every payer
/// reads: a separate structure); the pairs are those of ``CodeSets/CorrectCodingEdits``.
struct SeparateServices {
  private let edits: CorrectCodingEdits
  private let date: CalendarDate

  init(_ edits: CorrectCodingEdits, on date: CalendarDate) {
    self.edits = edits
    self.date = date
  }

  /// The edit by which the second service is part of the first.
  private func edit(_ first: ServiceDraft, _ second: ServiceDraft) -> ProcedurePairEdit? {
    edits.edit(column1: first.procedure, column2: second.procedure, on: date)
      .flatMap { $0.modifier == .notApplicable ? nil : $0 }
  }

  /// Whether a visit is part of a procedure, unless it is separate.
  func isMinor(_ procedure: ProcedureCode) -> Bool {
    !SeparateServices.tests.contains(procedure)
      && ["99213", "99203"].contains { visit in
        edits.edit(column1: procedure, column2: visit, on: date)?.modifier == .allowed
      }
  }

  /// Tracings, images and the like, beside which a visit says that it is separate, and which stand for none.
  private static let tests: Set<ProcedureCode> = [
    "93000", "93005", "93010", "93015", "93306", "93280", "93283", "93288", "93289", "93291", "93351", "95806", "92020",
    "51741", "51798", "91065", "91200",
  ]

  /// Services beside one another.
  func resolve(_ drafts: [ServiceDraft]) -> [ServiceDraft] {
    guard drafts.count > 1 else { return drafts }
    var kept = drafts
    var isDropped = [Bool](repeating: false, count: drafts.count)
    for first in drafts.indices {
      for second in drafts.indices where first != second && !isDropped[first] && !isDropped[second] {
        guard let edit = edit(drafts[first], drafts[second]) else { continue }
        if drafts[second].procedure.isVisit {
          if edit.modifier == .allowed { add("25", to: &kept[second]) } else { isDropped[second] = true }
        } else if edit.modifier == .allowed, isElsewhere(drafts[first], drafts[second]) {
          // Sides tell the places apart by themselves.
          if !tellsSides(drafts[first], drafts[second]) { add("59", to: &kept[second]) }
        } else {
          isDropped[second] = true
        }
      }
    }
    let left = kept.indices.filter { !isDropped[$0] }.map { kept[$0] }
    // What counts further lesions goes with the first one.
    return left.contains { $0.procedure == "17000" } ? left : left.filter { $0.procedure != "17003" }
  }

  private func add(_ modifier: ProcedureModifier, to draft: inout ServiceDraft) {
    if !draft.modifiers.contains(modifier) { draft.modifiers.append(modifier) }
  }

  /// Whether two services are documented at separate places of the body.
  private func isElsewhere(_ first: ServiceDraft, _ second: ServiceDraft) -> Bool {
    if second.isApart || treatOtherLesions(first, second) { return true }
    if let one = first.site, let other = second.site, one != other { return true }
    return tellsSides(first, second)
  }

  /// Whether two services of the skin are told of in different sentences, so that they are for different lesions.
  private func treatOtherLesions(_ first: ServiceDraft, _ second: ServiceDraft) -> Bool {
    guard SeparateServices.ofLesions.contains(first.procedure), SeparateServices.ofLesions.contains(second.procedure)
    else { return false }
    return !first.evidence.contains { one in
      second.evidence.contains { other in
        one.source == other.source && one.offset < other.offset + other.text.utf8.count
          && other.offset < one.offset + one.text.utf8.count
      }
    }
  }

  private static let ofLesions: Set<ProcedureCode> = [
    "11102", "11104", "11106", "17000", "17004", "17110", "17111", "17311", "17313",
  ]

  private func tellsSides(_ first: ServiceDraft, _ second: ServiceDraft) -> Bool {
    guard let one = first.side, let other = second.side, first.hasSide, second.hasSide else { return false }
    return one != other && one != .both && other != .both
  }
}
