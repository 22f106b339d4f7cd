/// An ICD-10-CM code, held as X12 and the official files write it: capitals without the point (`E1122`).
public struct DiagnosisCode: Identifier {
  /// The code in capitals without the point.
  public let rawValue: String

  /// A code from either spelling: `E11.22`, `e1122`.
  public init(rawValue: String) {
    var text = rawValue
    let isPlain = text.withUTF8 { $0.allSatisfy { $0 != UInt8(ascii: ".") && $0 < 97 } }
    self.rawValue = isPlain ? rawValue : rawValue.filter { $0 != "." }.uppercased()
  }

  /// The code as people write it: `E11.22`, `I10`.
  public var dotted: String {
    rawValue.utf8.count > 3 ? rawValue.prefix(3) + "." + rawValue.dropFirst(3) : rawValue
  }

  /// The three-character category: `E11`.
  public var category: String { String(rawValue.prefix(3)) }

  /// The code with its point.
  public var description: String { dotted }
}

/// A CPT or HCPCS Level II procedure code: five characters, for instance `99213`, `G0439`.
public struct ProcedureCode: Identifier {
  /// The five characters.
  public let rawValue: String
  /// A procedure code made of any text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A two-character procedure code modifier, for instance `25`, `RT`.
public struct ProcedureModifier: Identifier {
  /// The two characters.
  public let rawValue: String
  /// A modifier made of any text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A place of service code (CLM05-1): `11` office, `23` emergency room, `02` and `10` telehealth.
public struct PlaceOfService: Identifier {
  /// The two digits.
  public let rawValue: String
  /// A place of service made of any text.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// A practice's office.
  public static let office: PlaceOfService = "11"
}

/// Which party an adjustment falls on (CAS01).
public enum AdjustmentGroup: String, Hashable, Sendable, CaseIterable {
  /// Contractual obligation: the provider's loss.
  case contractualObligation = "CO"
  /// Patient responsibility.
  case patientResponsibility = "PR"
  /// Other adjustment: for instance another payer's payment.
  case otherAdjustment = "OA"
  /// Payer-initiated reduction.
  case payerInitiated = "PI"
}

/// A claim adjustment reason code (CARC), for instance `45`, `11`.
public struct AdjustmentReason: Identifier {
  /// One to three digits, or a letter and digits.
  public let rawValue: String
  /// A reason made of any text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A remittance advice remark code (RARC), for instance `M76`, `MA130`.
public struct RemarkCode: Identifier {
  /// The code.
  public let rawValue: String
  /// A remark made of any text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
