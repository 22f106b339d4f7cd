import ClaimModel
import CodeSets

/// What a tumor's cells respond to, as a note writes it with signs: `ER+/PR+/HER2-`.
///
/// Source: ICD-10-CM tabular list, the note at C50 and those at Z17 (one code for each receptor) and Z17.4 (only where nothing but a
/// combined status is documented). Z17.2 to Z17.4 are in use from 2025-10-01 on.
struct ReceptorStatus {
  /// A receptor, or hormones' receptors together.
  private enum Receptor: CaseIterable { case estrogen, progesterone, her2, hormones }

  /// A code and the bytes of an item's text that tell it.
  typealias Status = (code: DiagnosisCode, span: ChartSpan)

  private(set) var statuses: [Status] = []

  /// The statuses that the words of a text tell with signs; a receptor with both is told of two tumors.
  init(_ words: [Word], of text: String, item: Int, on date: CalendarDate) {
    var found: [Receptor: (isPositive: Bool, span: ChartSpan)] = [:]
    var isDivided: Set<Receptor> = []
    let bytes = Array(text.utf8)
    for (index, word) in words.enumerated() {
      guard let receptor = ReceptorStatus.names[word.hash] else { continue }
      var end = Int(word.end)
      // "HER2/neu-"
      if index + 1 < words.count, words[index + 1].hash == ReceptorStatus.neu { end = Int(words[index + 1].end) }
      guard let (isPositive, last) = ReceptorStatus.sign(after: end, bytes) else { continue }
      let span = ChartSpan(item: item, start: Int(word.start), end: last)
      if let known = found[receptor], known.isPositive != isPositive { isDivided.insert(receptor) }
      if found[receptor] == nil { found[receptor] = (isPositive, span) }
    }
    for receptor in isDivided { found[receptor] = nil }
    note(found, isListed: date >= ReceptorStatus.divided)
  }

  private mutating func note(_ found: [Receptor: (isPositive: Bool, span: ChartSpan)], isListed: Bool) {
    if let estrogen = found[.estrogen] { statuses.append((estrogen.isPositive ? "Z170" : "Z171", estrogen.span)) }
    guard isListed else { return }
    if let progesterone = found[.progesterone] {
      statuses.append((progesterone.isPositive ? "Z1721" : "Z1722", progesterone.span))
    }
    guard let her2 = found[.her2] else { return }
    if let hormones = found[.hormones], found[.estrogen] == nil, found[.progesterone] == nil {
      let code: DiagnosisCode =
        hormones.isPositive ? (her2.isPositive ? "Z17410" : "Z17411") : her2.isPositive ? "Z17420" : "Z17421"
      statuses.append((code, hormones.span))
    } else {
      statuses.append((her2.isPositive ? "Z1731" : "Z1732", her2.span))
    }
  }

  /// The sign that follows a place, and the place after it: `+`, `(-)`; not the hyphen of `ER-positive`.
  private static func sign(after end: Int, _ bytes: [UInt8]) -> (isPositive: Bool, end: Int)? {
    var place = end
    while place < bytes.count, place < end + 2, bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "(") {
      place += 1
    }
    guard place < bytes.count else { return nil }
    let isApart = place > end
    let isEnclosed = isApart && bytes[place - 1] == UInt8(ascii: "(")
    if bytes[place] == UInt8(ascii: "+") { return (true, place + 1) }
    // A minus sign or a dash in three bytes.
    if bytes[place...].starts(with: [0xe2, 0x88, 0x92]) || bytes[place...].starts(with: [0xe2, 0x80, 0x93]) {
      return (false, place + 3)
    }
    guard bytes[place] == UInt8(ascii: "-"), !isApart || isEnclosed else { return nil }
    let next = place + 1 < bytes.count ? bytes[place + 1] : UInt8(ascii: " ")
    let isWord = SmallLetters([next]).isLetter(at: 0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next)
    return isWord ? nil : (false, place + 1)
  }

  /// The first date of service of Z17.2, Z17.3 and Z17.4.
  static let divided = CalendarDate(year: 2025, month: 10, day: 1) ?? ICD10CM.firstDateOfService

  private static let neu = Words.hash("neu")
  private static let names: [UInt64: Receptor] = {
    let names: [(String, Receptor)] = [
      ("er", .estrogen), ("pr", .progesterone), ("pgr", .progesterone), ("her2", .her2), ("her2neu", .her2),
      ("hr", .hormones),
    ]
    return Dictionary(uniqueKeysWithValues: names.map { (Words.hash($0.0), $0.1) })
  }()
}
