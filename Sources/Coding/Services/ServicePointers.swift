import ClaimModel
import CodeSets

extension DiagnosisCode {
  /// Whether the code tells how an injury came about: chapter 20.
  var isExternalCause: Bool {
    rawValue.utf8.first.map((UInt8(ascii: "V")...UInt8(ascii: "Y")).contains) ?? false
  }
}

/// What each service was for: at most four diagnoses, the likeliest first, and never none.
///
/// A diagnosis counts for a service by its place on the body, by its words standing in the same sentence, and by what the
/// service is usually for; one of the other side of the body does not.
///
/// Source: SV107 of the 837P (005010X222A1), one to four pointers; ICD-10-CM Official Guidelines, section IV.
struct ServicePointers {
  private let diagnoses: [AssignedDiagnosis]
  private let icd10cm: ICD10CM
  /// The position of each diagnosis in the code set.
  private let rows: [Int?]
  private let indications: ProcedureIndications

  /// The most pointers of a line.
  static let maximum = 4

  /// Pointers among the diagnoses, whose codes stand at the given positions of the code set.
  init(_ diagnoses: [AssignedDiagnosis], rows: [Int?], icd10cm: ICD10CM, procedures: ProcedureCatalog) {
    self.diagnoses = diagnoses
    self.icd10cm = icd10cm
    self.rows = rows
    indications = ProcedureIndications(procedures: procedures)
  }

  /// The diagnoses of a service, as positions from 1.
  func pointers(of draft: ServiceDraft) -> [Int] {
    guard draft.pointers.isEmpty else { return Array(draft.pointers.prefix(ServicePointers.maximum)) }
    let scores = diagnoses.indices.map { (index: $0, score: score(of: $0, for: draft)) }
    let best = scores.filter { $0.score > 0 }.sorted { ($0.score, $1.index) > ($1.score, $0.index) }
    if let first = best.first {
      // Those as good as the first one, or at its place.
      let chosen = best.filter { $0.score * 2 >= first.score }.prefix(ServicePointers.maximum).map { $0.index + 1 }
      // A screening is the reason whatever it finds (I.C.21.c.5).
      guard draft.isEndoscopy else { return chosen }
      return chosen.filter(isScreening) + chosen.filter { !isScreening($0) }
    }
    let fallback = diagnoses.firstIndex { $0.code != "Z23" && !isOtherSide($0.code, draft.side) } ?? 0
    return [fallback + 1]
  }

  private func isScreening(_ pointer: Int) -> Bool { diagnoses[pointer - 1].code.rawValue.hasPrefix("Z121") }

  /// All diagnoses that are usual reasons for a service, as positions from 1.
  func supported(by draft: ServiceDraft) -> [Int] {
    diagnoses.indices.filter { indications.supports(draft.procedure, diagnoses[$0].code) }.map { $0 + 1 }
  }

  private func score(of index: Int, for draft: ServiceDraft) -> Int {
    let diagnosis = diagnoses[index]
    let code = diagnosis.code
    guard code != "Z23", !code.isExternalCause, !isOtherSide(code, draft.side, index) else {
      return 0
    }
    var score = indications.supports(draft.procedure, code) ? 4 : 0
    if let site = draft.site, site.titleWords.contains(where: { holds(index, $0) }) { score += 4 }
    let isBeside = draft.evidence.contains { service in
      diagnosis.evidence.contains { evidence in
        evidence.source == service.source && evidence.offset < service.offset + service.text.utf8.count
          && service.offset < evidence.offset + evidence.text.utf8.count
      }
    }
    if isBeside { score += 2 }
    // A routine examination is what tests are for that nothing else explains.
    if code.rawValue.hasPrefix("Z00"), score < 4 { score = min(score, 1) }
    return score
  }

  private func isOtherSide(_ code: DiagnosisCode, _ side: Mention.Side?, _ index: Int? = nil) -> Bool {
    guard let side, side != .both, let index = index ?? diagnoses.firstIndex(where: { $0.code == code }) else {
      return false
    }
    return holds(index, side == .right ? ServicePointers.left : ServicePointers.right)
  }

  /// Whether the title of a diagnosis holds a word.
  private func holds(_ index: Int, _ word: [UInt8]) -> Bool {
    rows[index].map { icd10cm.withTitle(row: $0) { $0.holds(word, ignoringCase: true) } } ?? false
  }

  private static let right = Array("right".utf8)
  private static let left = Array("left".utf8)
  private static let sides: [(word: [UInt8], side: Mention.Side)] = [
    (Array("bilateral".utf8), .both), (right, .right), (left, .left),
  ]

  /// The side that a service's diagnoses name, where all that name one name the same.
  func side(of pointers: [Int]) -> Mention.Side? {
    var sole: Mention.Side?
    for pointer in pointers {
      guard let side = ServicePointers.sides.first(where: { holds(pointer - 1, $0.word) })?.side else { continue }
      if let sole, sole != side { return nil }
      sole = side
    }
    return sole
  }
}
