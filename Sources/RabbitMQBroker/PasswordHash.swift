import CRabbitMQ

/// A password as RabbitMQ keeps it: `rabbit_password_hashing_sha256`, the base 64 of a salt of four bytes followed by
/// the SHA-256 of salt and password.
///
/// Source: RabbitMQ, "Credentials and Passwords", "Computing Password Hash".
public struct PasswordHash: Hashable, Sendable {
  /// The value of `password_hash` in a broker's definitions.
  public let text: String

  /// The hash of `password` with a new salt.
  public init(_ password: String) { self.init(password, salt: UInt32.random(in: .min ... .max)) }

  /// The hash of `password` with the given salt.
  init(_ password: String, salt: UInt32) {
    let saltBytes = (0..<4).map { UInt8(truncatingIfNeeded: salt >> UInt32(24 - 8 * $0)) }
    let salted = saltBytes + Array(password.utf8)
    var digest = [UInt8](repeating: 0, count: 32)
    guard EVP_Digest(salted, salted.count, &digest, nil, EVP_sha256(), nil) == 1 else {
      preconditionFailure("OpenSSL has no SHA-256")
    }
    let bytes = saltBytes + digest
    // Four digits for three bytes, and a zero at the end.
    var digits = [UInt8](repeating: 0, count: (bytes.count + 2) / 3 * 4 + 1)
    let count = EVP_EncodeBlock(&digits, bytes, Int32(bytes.count))
    text = String(decoding: digits.prefix(Int(count)), as: UTF8.self)
  }
}
