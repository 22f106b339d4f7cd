import CodeSets

/// What part of a note a sentence stands in.
enum NoteSection: UInt8, Sendable {
  /// Before any heading, or in a note that has none.
  case body
  case chiefComplaint
  case presentIllness
  case assessment
  case results
  case pastHistory
  /// Where conditions are asked about, ruled out, or somebody else's: not coded from.
  case ignored

  /// The headings of a note's sections.
  struct Headings: Sendable {
    private let sections: [UInt64: NoteSection]

    init() {
      var sections: [UInt64: NoteSection] = [:]
      for (headings, section) in Headings.table {
        for heading in headings.split(separator: "|") {
          var key: UInt64 = 0
          for word in Words.scan(String(heading)) where !word.isStop { key = key &+ word.hash }
          sections[key] = section
        }
      }
      self.sections = sections
    }

    /// The section that begins with the line of words starting at `index`, and the word after the heading.
    func heading(_ words: [Word], at index: Int) -> (section: NoteSection, end: Int)? {
      var key: UInt64 = 0
      var next = index
      while next < words.count, next < index + 6, next == index || words[next].gap < .clause {
        if !words[next].isStop { key = key &+ words[next].hash }
        next += 1
      }
      // A heading fills its line or ends with a colon.
      guard next == words.count || words[next].gap == .line || words[next].gap == .clause else { return nil }
      return sections[key].map { ($0, next) }
    }

    private static let table: [(String, NoteSection)] = [
      ("chief complaint|cc|reason for visit|presenting complaint|reason for consultation", .chiefComplaint),
      ("history of present illness|hpi|subjective|interval history|present illness|history", .presentIllness),
      (
        """
        assessment|assessment and plan|assessment plan|impression|impression and plan|diagnosis|diagnoses|plan|\
        impressions|final diagnosis|final diagnoses|a p|discharge diagnosis|problem list|problems|conclusion|\
        clinical impression|medical decision making|assessment and recommendations|visit diagnoses|ap
        """, .assessment
      ),
      (
        """
        results|labs|imaging|laboratory|lab results|data|diagnostics|radiology|studies|diagnostic results|procedure|\
        procedures
        """, .results
      ),
      (
        """
        past medical history|medical history|pmh|past history|past surgical history|surgical history|history past|\
        birth history|obstetric history
        """, .pastHistory
      ),
      (
        """
        review of systems|ros|physical exam|physical examination|exam|examination|objective|vitals|vital signs|\
        vitals reviewed|family history|social history|medications|current medications|allergies|instructions|\
        patient instructions|immunizations|social|family medical history|home medications|medication|education|\
        follow up instructions|disposition
        """, .ignored
      ),
    ]
  }
}
