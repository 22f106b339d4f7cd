import ClaimModel
import CodeSets

/// A visit's documentation, read.
struct Chart {
  let visit: Visit
  private(set) var mentions: [Mention] = []
  private(set) var signals = ChartSignals()

  /// Completed years at the date of service.
  var age: Int { visit.registration.patient.birthDate.years(until: visit.registration.dateOfService) }
  /// Days of life at the date of service.
  var ageInDays: Int { visit.registration.patient.birthDate.days(until: visit.registration.dateOfService) }
  /// Administrative sex.
  var sex: Sex { visit.registration.patient.sex }

  init(_ visit: Visit, icd10cm: ICD10CM, vocabulary: Vocabulary) {
    self.visit = visit
    for (index, item) in visit.documentation.enumerated() {
      switch item.kind {
      case .note, .encounterType, .reason, .condition, .procedure, .amendment:
        var text = item.text
        text.withUTF8 { bytes in
          let reader = TextReader(bytes, item: index, kind: item.kind, icd10cm: icd10cm, vocabulary: vocabulary)
          mentions += reader.mentions
          signals.merge(reader.signals)
        }
        if item.kind == .amendment {
          signals.isFinal =
            signals.isFinal
            || Words.scan(item.text).contains { vocabulary.finalWords.contains($0.hash) }
        }
      case .medication: signals.hasPrescription = true
      case .immunization, .observation, .report: break
      }
    }
  }

  /// The items of one kind with their positions.
  func items(_ kind: DocumentationItem.Kind) -> [(index: Int, item: DocumentationItem)] {
    visit.documentation.enumerated().filter { $0.element.kind == kind }.map { ($0.offset, $0.element) }
  }

  /// The whole text of an item as evidence.
  func evidence(item: Int) -> Evidence {
    let item = visit.documentation[item]
    return Evidence(source: item.source, text: item.text, offset: 0)
  }

  /// The words of a mention as evidence.
  func evidence(_ mention: Mention) -> Evidence {
    let item = visit.documentation[mention.item]
    let words = item.text.utf8.dropFirst(mention.start).prefix(mention.end - mention.start)
    return Evidence(source: item.source, text: String(decoding: words, as: UTF8.self), offset: mention.start)
  }
}
