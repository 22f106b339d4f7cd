import ClaimModel

/// Which coders read a visit, when the source does not say.
///
/// | words | specialty |
/// |---|---|
/// | injuries and their treatment: fracture, sprain, laceration, burn, dislocation, suture…; pregnancy | surgical |
/// | organ systems that have specialists: seizure, heart failure, infarction, nephropathy, depression… | medical |
/// | everything else, check-ups and vaccinations first of all | primary care |
///
/// The words of the clinician's qualification and the practice's type come first, the visit's reasons and
/// conditions next.
enum SpecialtyTable {
  /// Family medicine: what a clinician of unknown specialty is billed as. Source: NUCC provider taxonomy.
  static let defaultTaxonomy = "207Q00000X"

  /// The specialty of a visit from the words about its clinician and practice, then from those about its problems.
  static func specialty(providerWords: [String], problemWords: [String]) -> Specialty {
    for (words, table) in [(providerWords, providers), (problemWords, problems)] {
      for text in words {
        if let specialty = table.specialty(in: text) { return specialty }
      }
    }
    return .primaryCare
  }

  /// The specialty of a note without a header, by its first 400 characters: they name the complaint, which is enough to
  /// choose a queue.
  static func specialty(ofNote text: String) -> Specialty {
    var text = text
    let found = text.withUTF8 { bytes -> Specialty?? in
      // Of plain ASCII each byte is a character, but for the two that end a line on Windows.
      let isPlain = bytes.prefix(401).allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\r") }
      return isPlain ? .some(problems.specialty(in: UnsafeBufferPointer(rebasing: bytes.prefix(400)))) : nil
    }
    return (found ?? problems.specialty(in: String(text.prefix(400)))) ?? .primaryCare
  }

  private static let providers = StemTable([
    ("family medicine", .primaryCare), ("family practice", .primaryCare), ("general practice", .primaryCare),
    ("pediatric", .primaryCare), ("primary care", .primaryCare),
    ("surg", .surgical), ("orthop", .surgical), ("obstet", .surgical), ("gynec", .surgical), ("emergency", .surgical),
    ("urgent care", .surgical), ("internal medicine", .medical), ("cardiol", .medical), ("neurol", .medical),
    ("psychiat", .medical), ("dermatol", .medical), ("oncol", .medical), ("nephrol", .medical),
    ("endocrinol", .medical), ("gastroenterol", .medical), ("rheumatol", .medical), ("pulmon", .medical),
  ])

  private static let problems = StemTable([
    ("fracture", .surgical), ("sprain", .surgical), ("laceration", .surgical), ("degree burn", .surgical),
    ("dislocation", .surgical), ("suture", .surgical), ("concussion", .surgical), ("wound", .surgical),
    ("injury", .surgical), ("pregnan", .surgical), ("prenatal", .surgical), ("appendic", .surgical),
    ("seizure", .medical), ("epilep", .medical), ("heart failure", .medical), ("myocardial", .medical),
    ("nephropathy", .medical), ("chronic kidney", .medical), ("depress", .medical), ("neoplasm", .medical),
    ("rheumatoid", .medical), ("dementia", .medical),
  ])
}

/// Stems of words, the specialty each stands for, and a search for all of them in one pass over the bytes of a text.
private struct StemTable: Sendable {
  private let stems: [(stem: [UInt8], specialty: Specialty)]
  /// The stems that begin with a letter from a to z.
  private let byLetter: [[Int]]

  init(_ lines: [(stem: String, specialty: Specialty)]) {
    stems = lines.map { (Array($0.stem.utf8), $0.specialty) }
    var byLetter = [[Int]](repeating: [], count: 26)
    for (index, line) in stems.enumerated() { byLetter[Int(line.stem[0]) - 0x61].append(index) }
    self.byLetter = byLetter
  }

  /// What the first of the stems that a text holds stands for, in the order of the table.
  func specialty(in text: String) -> Specialty? {
    var text = text
    return text.withUTF8 { specialty(in: $0) }
  }

  func specialty(in bytes: UnsafeBufferPointer<UInt8>) -> Specialty? {
    var best = stems.count
    for position in bytes.indices {
      let letter = Int(bytes[position] | 0x20) - 0x61
      guard bytes[position] >= 0x41, (0..<26).contains(letter) else { continue }
      for index in byLetter[letter] where index < best && holds(bytes, at: position, stems[index].stem) {
        best = index
      }
    }
    return best < stems.count ? stems[best].specialty : nil
  }

  private func holds(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int, _ stem: [UInt8]) -> Bool {
    guard position + stem.count <= bytes.count else { return false }
    for offset in 1..<stem.count {
      let byte = bytes[position + offset]
      guard ((0x41...0x5a).contains(byte) ? byte | 0x20 : byte) == stem[offset] else { return false }
    }
    let end = position + stem.count
    guard end < bytes.count, bytes[end] >= 0x80 else { return true }
    // An accent that follows makes another letter of the last one.
    var decoder = UTF8()
    var rest = bytes[end...].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return true }
    return !scalar.properties.isGraphemeExtend
  }
}
