import CodeSets

/// Whether a sentence tells how, where and doing what somebody was hurt.
extension ClueReader {
  /// Whether the sentence tells of something that happened to the patient.
  var tellsHappening: Bool {
    // "Used to play soccer in high school": another injury.
    let end = events.last?.end ?? sentence
    let told = words[max(sentence, end - ClueReader.longestAccount)..<end].drop { $0.hash == ClueReader.historyWord }
    guard !told.contains(where: { ClueReader.earlier.contains($0.hash) })
    else {
      return false
    }
    return events.contains { event in
      switch event.sense {
      case .clue(let index): table.clues[index].use == .externalCause
      case .trigger(.place): true
      default: false
      }
    }
  }

  /// Whether the patient was at it: "when she was downhill skiing".
  func isPursued(_ event: Event) -> Bool {
    words[max(sentence, event.start - 3)..<event.start].contains { ClueReader.pursuits.contains($0.hash) }
  }

  private static let pursuits = WordSet("was were while")

  /// The most words that tell how an injury came about.
  private static let longestAccount = 80
}
