import ClaimModel
import CodeSets

/// A migraine whose name says "with" of one thing and "without" of the other: the words alone, in any order, are those of another code.
///
/// Source: ICD-10-CM tabular list, G43.0 (without aura) and G43.1 (with aura), each with or without status migrainosus.
struct MigraineAura {
  /// The code that the order of the words tells; `nil` where it is the given one, and for another condition.
  private(set) var code: DiagnosisCode?

  /// Reads the name of the condition that is coded `code` and whose words start at the given one.
  init(_ code: String, _ words: [Word], at start: Int) {
    guard code.hasPrefix("G430") || code.hasPrefix("G431"), code.utf8.count == 6 else { return }
    let name = words.restOfSentence(from: start, most: Self.longestName)
    guard let aura = Self.isThere(Self.aura, in: name), let status = Self.isThere(Self.status, in: name) else { return }
    let told = "G43\(aura ? 1 : 0)\(code.dropFirst(4).prefix(1))\(status ? 1 : 9)"
    if told != code { self.code = DiagnosisCode(rawValue: told) }
  }

  /// Whether a part is named as there or as absent; `nil` where neither is told.
  private static func isThere(_ part: UInt64, in name: ArraySlice<Word>) -> Bool? {
    guard let place = name.firstIndex(where: { $0.hash == part }), place > name.startIndex else { return nil }
    let before = name[place - 1].hash
    return before == with ? true : before == without ? false : nil
  }

  private static let longestName = 12
  private static let aura = Words.hash("aura")
  private static let status = Words.hash("status")
  private static let with = Words.hash("with")
  private static let without = Words.hash("without")
}
