import ClaimModel

/// A problem or diagnosis. Source: HL7 FHIR R4 (4.0.1), Condition.
struct FHIRCondition: Decodable {
  struct Stage: Decodable { var summary: FHIRConcept? }
  struct Evidence: Decodable { var code: [FHIRConcept]? }
  var id: String?
  var clinicalStatus: FHIRConcept?
  var verificationStatus: FHIRConcept?
  var category: [FHIRConcept]?
  var severity: FHIRConcept?
  var code: FHIRConcept?
  var bodySite: [FHIRConcept]?
  var subject: FHIRReference?
  var encounter: FHIRReference?
  var onsetDateTime: String?
  var onsetPeriod: FHIRPeriod?
  var abatementDateTime: String?
  var abatementPeriod: FHIRPeriod?
  var recordedDate: String?
  var stage: [Stage]?
  var evidence: [Evidence]?

  /// Whether a list kept across visits names it.
  var isOnProblemList: Bool { category?.contains { $0.hasCode(["problem-list-item", "health-concern"]) } ?? false }

  /// What it documents, whatever the day; `nil` if it was recorded in error or has no words.
  ///
  /// Where, how grave and of which stage it is follows its words, as a clinician would write it in one line: the coder
  /// takes what its code needs.
  func item(source: String) -> DocumentationItem? {
    guard verificationStatus?.hasCode(["entered-in-error"]) != true,
      var item = FHIRDocumentation.item(.condition, code, source: source)
    else { return nil }
    let course: [String?] = [
      clinicalStatus?.hasCode(["remission"]) == true ? "in remission" : nil,
      clinicalStatus?.hasCode(["relapse"]) == true ? "in relapse" : nil,
      clinicalStatus?.hasCode(["recurrence"]) == true ? "recurrent" : nil,
    ]
    let details =
      ([severity?.words] + (bodySite ?? []).map(\.words) + (stage ?? []).map { $0.summary?.words } + course)
      .compactMap { $0.map(FHIRCondition.untagged) }.filter { !item.text.lowercased().contains($0.lowercased()) }
    if !details.isEmpty { item.text = ([FHIRCondition.untagged(item.text)] + details).joined(separator: ", ") }
    return item
  }

  /// What a suspected condition was suspected for: the signs and symptoms that are coded in its place.
  ///
  /// Source: ICD-10-CM Official Guidelines, section IV.H.
  func manifestations(source: String) -> [DocumentationItem] {
    (evidence ?? []).flatMap { $0.code ?? [] }.compactMap {
      FHIRDocumentation.item(.reason, $0, source: source)
    }
  }

  /// A display text of SNOMED CT without the kind of its concept: `Left (qualifier value)`.
  private static func untagged(_ text: String) -> String {
    guard text.hasSuffix(")"), let start = text.lastIndex(of: "("), start > text.startIndex else { return text }
    return String(text[..<start].reversed().drop { $0.isWhitespace }.reversed())
  }
}
