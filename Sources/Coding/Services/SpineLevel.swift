import ClaimModel
import CodeSets

/// A level of the spine that a sentence names, by which injections there have their codes: "L5", "C5-6".
///
/// Source: CPT by number, 62321 and 62323 (epidural), 64479 to 64484 (nerve roots), 64490 to 64494 (small joints): neck and chest, lower
/// back and sacrum.
struct SpineLevel: Hashable {
  /// `C`, `T`, `L` or `S`.
  let region: Character
  let number: Character

  /// Whether it is in the neck or the chest.
  var isUpper: Bool { region == "C" || region == "T" }

  /// The levels of a sentence in their order; of a pair such as "L4-L5" or "C5-6" the first one.
  static func levels(in text: String) -> [SpineLevel] {
    let bytes = Array(text.utf8)
    var levels: [SpineLevel] = []
    var isBehindLevel = false
    for word in Words.scan(text) {
      let letters = String(decoding: bytes[Int(word.start)..<Int(word.end)], as: UTF8.self).uppercased()
      guard letters.utf8.count == 2, let region = letters.first, let number = letters.last, "CTLS".contains(region),
        number.isASCII, number.isNumber
      else {
        isBehindLevel = false
        continue
      }
      let isPaired = isBehindLevel && word.start > 0 && bytes[Int(word.start) - 1] == UInt8(ascii: "-")
      let level = SpineLevel(region: region, number: number)
      if !isPaired, !levels.contains(level) { levels.append(level) }
      isBehindLevel = true
    }
    return levels
  }

  /// The code of an injection at the lower spine, or the one for neck and chest where the levels are there.
  static func procedure(_ procedure: ProcedureCode?, at levels: [SpineLevel]) -> ProcedureCode? {
    guard let procedure, let upper = uppers[procedure], let first = levels.first else { return procedure }
    return first.isUpper ? upper : procedure
  }

  private static let uppers: [ProcedureCode: ProcedureCode] = ["62323": "62321", "64483": "64479", "64493": "64490"]

  /// How many joints between two levels a sentence names: "L4-L5 and L5-S1 facets".
  static func joints(in text: String) -> Int {
    let parts = text.uppercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    let pairs = parts.filter { part in
      let levels = part.split(separator: "-")
      guard levels.count == 2, let first = levels[0].first, "CTLS".contains(first) else { return false }
      return levels[0].count == 2 && levels[0].last?.isNumber == true && (1...2).contains(levels[1].count)
        && levels[1].last?.isNumber == true
    }
    return Set(pairs.map { $0.replacing("-", with: "").filter { !$0.isLetter } }).count
  }

  /// How many nerve roots of the lower spine were injected beyond the first; `nil` when none.
  static func furtherRoots(_ levels: [SpineLevel]) -> Int? {
    levels.count > 1 && levels.allSatisfy { !$0.isUpper } ? min(levels.count, 3) - 1 : nil
  }
}
