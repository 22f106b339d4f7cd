/// An observation's value in words, and its answers.
enum ObservationValue {
  /// What was found, and what is said of it: `189.3 cm`, `8.1 % (high; reference 4 to 5.6)`; several components with their
  /// names.
  static func words(_ finding: FHIRFinding) -> String? {
    guard let value = value(of: finding) else { return nil }
    let said = (finding.interpretation ?? []).compactMap(\.words) + (finding.referenceRange ?? []).compactMap(range)
    return said.isEmpty ? value : value + " (" + said.joined(separator: "; ") + ")"
  }

  /// The components that are answered in words, with their questions: a question may name what is not there.
  static func answers(_ finding: FHIRFinding) -> [(question: FHIRConcept, answer: String)] {
    (finding.component ?? []).compactMap { part in
      guard let question = part.code, let answer = words(nil, part.valueCodeableConcept, part.valueString) else {
        return nil
      }
      return (question, answer)
    }
  }

  private static func value(of finding: FHIRFinding) -> String? {
    if let value = words(finding.valueQuantity, finding.valueCodeableConcept, finding.valueString) { return value }
    let parts = (finding.component ?? []).compactMap { part -> String? in
      guard let name = part.code?.words, let value = words(part.valueQuantity, nil, nil) else { return nil }
      return "\(name) \(value)"
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func range(_ range: FHIRFinding.Range) -> String? {
    if let text = range.text, !text.isEmpty { return "reference " + text }
    switch (range.low?.value.map(rounded), range.high?.value.map(rounded)) {
    case (let low?, let high?): return "reference \(low) to \(high)"
    case (let low?, nil): return "reference from \(low)"
    case (nil, let high?): return "reference to \(high)"
    case (nil, nil): return nil
    }
  }

  private static func words(_ quantity: FHIRQuantity?, _ concept: FHIRConcept?, _ text: String?) -> String? {
    if let quantity, let value = quantity.value {
      // UCUM writes annotations in braces: `{score}` is not a unit.
      let unit = quantity.unit ?? ""
      let shown = unit.hasPrefix("{") ? "" : " " + unit
      return (quantity.comparator ?? "") + rounded(value) + (shown == " " ? "" : shown)
    }
    return concept?.words ?? text
  }

  /// At most one decimal, two below ten: more digits are a simulator's, not an instrument's.
  private static func rounded(_ value: Double) -> String {
    let scale = abs(value) < 10 ? 100.0 : 10.0
    let text = String((value * scale).rounded() / scale)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
