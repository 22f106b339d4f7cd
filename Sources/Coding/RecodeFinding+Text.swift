import ClaimModel

extension RecodeFinding {
  /// The finding in a sentence of fixed words, codes and places, for the billing office and the payer:
  /// `line 1 (CO-150): the documentation supports the codes as billed; 99214 by em-by-mdm at note:0-120`.
  public var text: String {
    let refusals = answers.isEmpty ? "found on review" : answers.joined(separator: ", ")
    let proof = proofs.map(\.text).joined(separator: "; ")
    return "\(subject) (\(refusals)): \(verdict.text)" + (proof.isEmpty ? "" : "; \(proof)")
  }
}

extension RecodeFinding.Subject: CustomStringConvertible {
  /// `claim`, `diagnosis 2`, `line 1`.
  public var description: String {
    switch self {
    case .claim: "claim"
    case .diagnosis(let number): "diagnosis \(number)"
    case .line(let number): "line \(number)"
    }
  }
}

extension RecodeFinding.Proof {
  fileprivate var text: String {
    let places = places.map(\.description).joined(separator: ", ")
    return "\(code) by \(rule)" + (places.isEmpty ? "" : " at \(places)")
  }
}

extension RecodeFinding.Verdict {
  fileprivate var text: String {
    switch self {
    case .diagnosisChanged(let old, let new): "the documentation supports \(new.dotted) and not \(old.dotted)"
    case .diagnosisRemoved(let code): "the documentation does not support \(code.dotted)"
    case .diagnosisAdded(let code): "the documentation supports \(code.dotted) as well"
    case .sequenceChanged: "the diagnoses belong in another order"
    case .procedureChanged(let old, let new): "the documentation supports \(new) and not \(old)"
    case .levelChanged(let old, let new): "the documentation supports the level of \(new) and not of \(old)"
    case .modifiersChanged(let old, let new): "the modifiers are \(list(new)) and not \(list(old))"
    case .unitsChanged(let old, let new): "the units are \(new) and not \(old)"
    case .pointersChanged(let old, let new):
      "the service was for \(list(new.map(\.dotted))) and not for \(list(old.map(\.dotted)))"
    case .lineRemoved(let code): "the documentation does not support \(code)"
    case .lineBundled(let code, let whole): "\(code) is part of \(whole) and is not billed beside it"
    case .lineAdded(let code): "the documentation supports \(code) as well"
    case .supported: "the documentation supports the codes as billed"
    case .registrationDiffers: "the codes follow the documentation; patient and place are the registration's"
    case .notCoding: "this is not a matter of codes"
    }
  }

  private func list(_ items: [some CustomStringConvertible]) -> String {
    items.isEmpty ? "none" : items.map(\.description).joined(separator: " ")
  }
}
