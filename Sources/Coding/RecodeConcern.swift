import ClaimModel

/// What in a coding a payer's refusal is about.
struct RecodeConcern: Hashable {
  /// The parts of a coding that a difference can lie in.
  enum Aspect: Hashable {
    case diagnosis, sequence, pointers, procedure, level, modifiers, units, line
  }

  /// What a careful coder does beyond coding again.
  enum Care: Hashable {
    /// Nothing more.
    case none
    /// Looks whether the codes fit the patient and the place as they are registered.
    case registration
    /// Looks for another documented diagnosis that supports the service.
    case support
    /// Looks whether the service is part of another, or documented separately.
    case bundling
    /// Never answers with more than was billed.
    case restraint
    /// Asks the clinician when the documentation itself lacks detail.
    case specificity
  }

  /// Where a difference answers the refusal.
  var aspects: Set<Aspect>
  /// What else is looked at.
  var care: Care

  private init(_ aspects: Set<Aspect>, _ care: Care = .none) {
    self.aspects = aspects
    self.care = care
  }

  /// What a refusal is about; `nil` when no code would change it.
  ///
  /// Source: CARC and RARC by number; see the table "How a payer answers" of docs/coding.md, section Recoding.
  init?(_ refusal: RecodeRequest.Refusal) {
    switch refusal.reason.rawValue {
    case "16":
      guard let concern = RecodeConcern(remarks: refusal.remarks) else { return nil }
      self = concern
    case "146": self.init([.diagnosis, .sequence, .pointers], RecodeConcern.care(for: refusal.remarks))
    case "181": self.init([.procedure, .level])
    case "182": self.init([.modifiers])
    case "4": self.init([.modifiers, .procedure])
    case "5": self.init([.procedure, .modifiers], .registration)
    case "6", "7": self.init([.procedure, .diagnosis], .registration)
    case "9", "10": self.init([.diagnosis, .pointers], .registration)
    case "11", "167", "50": self.init([.diagnosis, .sequence, .pointers, .procedure], .support)
    case "97", "236", "B15": self.init([.modifiers, .procedure, .line], .bundling)
    case "151": self.init([.units, .line], .restraint)
    case "150": self.init([.level, .procedure], .restraint)
    default: return nil
    }
  }

  /// 16 says what is missing or invalid in its remarks.
  private init?(remarks: [RemarkCode]) {
    let aspects = remarks.reduce(into: Set<Aspect>()) { found, remark in
      switch remark.rawValue {
      case "M64", "M76", "M81", "MA63": found.formUnion([.diagnosis, .sequence, .pointers])
      case "M20", "M51", "N56": found.formUnion([.procedure, .level])
      case "M53": found.insert(.units)
      case "N519", "N822", "N823": found.insert(.modifiers)
      default: break
      }
    }
    guard !aspects.isEmpty else { return nil }
    self.init(aspects, RecodeConcern.care(for: remarks))
  }

  /// M81: the payer wants the highest level of specificity.
  private static func care(for remarks: [RemarkCode]) -> Care { remarks.contains("M81") ? .specificity : .none }
}
