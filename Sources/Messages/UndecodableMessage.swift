/// Why a body is not what its type says. Names fields, never their contents.
public struct UndecodableMessage: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, for instance `visit.registration.birth_date is not a date (YYYYMMDD)`.
  public let reason: String

  /// A body that is undecodable for `reason`.
  public init(_ reason: String) { self.reason = reason }

  /// The reason.
  public var description: String { reason }
}
