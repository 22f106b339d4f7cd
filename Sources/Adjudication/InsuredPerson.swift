import ClaimModel

/// Whose benefits a claim uses: the subscriber of a member number, or one of the dependents under it, whom name and date
/// of birth tell apart.
///
/// Source: 837P TR3 (005010X222A1), loops 2010BA and 2010CA: a dependent has no identifier of its own.
public struct InsuredPerson: Hashable, Sendable {
  /// Who is insured through somebody else.
  public struct Dependent: Hashable, Sendable {
    /// Family and given name, in capitals, letters and digits alone.
    public var name: String
    /// The date of birth.
    public var born: CalendarDate

    /// The dependent of the given name.
    public init(_ name: PersonName, born: CalendarDate) {
      self.name = name.compared
      self.born = born
    }
  }

  /// The member number.
  public var member: MemberID
  /// Which dependent; `nil` for the subscriber.
  public var dependent: Dependent?

  /// Who is insured.
  public init(member: MemberID, dependent: Dependent? = nil) {
    self.member = member
    self.dependent = dependent
  }
}

extension Claim {
  /// Whose benefits the claim uses.
  public var insuredPerson: InsuredPerson {
    InsuredPerson(
      member: coverage.member,
      dependent: isDependent ? InsuredPerson.Dependent(patient.name, born: patient.birthDate) : nil)
  }

  /// Whether two claims are for one patient: of one member number and date of birth and, unless both are the subscriber's,
  /// of one name.
  func isForSamePatient(as other: Claim) -> Bool {
    coverage.member == other.coverage.member && patient.birthDate == other.patient.birthDate
      && (isDependent || other.isDependent ? patient.name.compared == other.patient.name.compared : true)
  }
}

extension PersonName {
  /// The name without what is written now so and now otherwise: case, blanks, hyphens, a middle name.
  var compared: String { "\(last) \(first)".uppercased().filter { $0.isLetter || $0.isNumber } }
}
