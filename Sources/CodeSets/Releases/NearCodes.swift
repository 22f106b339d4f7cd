import ClaimModel

/// Codes that a mistyped one may stand for.
enum NearCodes {
  /// Codes that differ in one character (another, missing, added, or two that changed places) first, then codes that
  /// begin alike.
  static func of(
    _ code: String, limit: Int, exists: (String) -> Bool, beginning: (_ prefix: String, _ limit: Int) -> [String]
  ) -> [String] {
    var found: [String] = []
    func offer(_ candidate: String) {
      if candidate != code, !found.contains(candidate), exists(candidate) { found.append(candidate) }
    }
    let characters = Array(code.prefix(8))
    for index in characters.indices.dropLast() {
      var swapped = characters
      swapped.swapAt(index, index + 1)
      offer(String(swapped))
    }
    for index in characters.indices {
      var shorter = characters
      shorter.remove(at: index)
      offer(String(shorter))
    }
    // The last characters are the likeliest to be wrong.
    for index in characters.indices.reversed() {
      for character in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" {
        var other = characters
        other[index] = character
        offer(String(other))
      }
    }
    var prefix = code.prefix(7)
    while found.count < limit, prefix.count >= 2 {
      for candidate in beginning(String(prefix), limit) where candidate != code && !found.contains(candidate) {
        found.append(candidate)
      }
      prefix.removeLast()
    }
    return Array(found.prefix(limit))
  }
}

extension ICD10CM {
  /// The first codes, headers included, that begin with `prefix`.
  func codes(from prefix: String, limit: Int) -> [String] {
    if let imported { return imported.table.codes(from: prefix, limit: limit) }
    guard let key = CodeKey.packed(prefix) else { return [] }
    let first = layout.codes.partitioningIndex { $0 >= key }
    return layout.codes[first...].lazy.map { CodeKey.code($0) }.prefix { $0.hasPrefix(prefix) }.prefix(limit).map { $0 }
  }
}

extension CodeBooks {
  /// Codes of any set that a code which is in none may stand for, the likeliest first.
  public func nearCodes(_ code: String, limit: Int = 5) -> [String] {
    let text = code.filter { $0 != "." }.uppercased()
    let catalog = procedures.all.map(\.code.rawValue)
    let diagnoses = NearCodes.of(
      text, limit: limit, exists: { icd10cm.contains(.init(rawValue: $0)) },
      beginning: { icd10cm.codes(from: $0, limit: $1) }
    ).map { DiagnosisCode(rawValue: $0).dotted }
    let services = NearCodes.of(
      text, limit: limit,
      exists: { catalog.contains($0) || listings.codes(from: $0, limit: 1) == [$0] },
      beginning: { prefix, limit in
        Array((catalog.filter { $0.hasPrefix(prefix) } + listings.codes(from: prefix, limit: limit)).prefix(limit))
      })
    let isService =
      !code.contains(".")
      && (text.first?.isNumber == true || (text.count == 5 && text.dropFirst().allSatisfy(\.isNumber)))
    return Array((isService ? services + diagnoses : diagnoses + services).prefix(limit))
  }
}
