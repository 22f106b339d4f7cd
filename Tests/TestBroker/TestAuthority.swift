import Foundation

/// A certificate authority of the tests' own, made with the openssl command.
public struct TestAuthority: Sendable {
  /// Where its files are: `ca.pem`, and `NAME.pem` and `NAME-key.pem` of everything issued.
  public let folder: String

  /// The authority's certificate.
  public var certificate: String { folder + "/ca.pem" }

  /// Makes an authority in a new folder.
  public init(folder: String, name: String) throws {
    self.folder = folder
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try openssl(
      ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30"]
        + ["-subj", "/CN=\(name)", "-keyout", "ca-key.pem", "-out", "ca.pem"])
  }

  /// Issues a certificate and key for a host or a client, in place of what had the name before.
  /// - Parameter days: for how long it is valid, from now on; a negative number for one that has expired.
  public func issue(_ name: String, for subject: String, days: Int = 30) throws {
    let extensions = "subjectAltName=DNS:\(subject)\nextendedKeyUsage=serverAuth,clientAuth\n"
    try extensions.write(toFile: folder + "/\(name).ext", atomically: true, encoding: .utf8)
    try openssl(
      ["req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=\(subject)"]
        + ["-keyout", "\(name)-key.pem", "-out", "\(name).csr"])
    try openssl(
      ["x509", "-req", "-in", "\(name).csr", "-CA", "ca.pem", "-CAkey", "ca-key.pem", "-CAcreateserial"]
        + ["-days", "\(days)", "-extfile", "\(name).ext", "-out", "\(name).pem"])
  }

  /// The path of a certificate that was issued.
  public func certificate(of name: String) -> String { "\(folder)/\(name).pem" }

  /// The path of its private key.
  public func key(of name: String) -> String { "\(folder)/\(name)-key.pem" }

  /// Runs openssl in the folder.
  public func openssl(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["openssl"] + arguments
    process.currentDirectoryURL = URL(filePath: folder, directoryHint: .isDirectory)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let words = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw OpenSSLFailure(arguments: arguments, words: String(decoding: words, as: UTF8.self))
    }
  }

  /// The openssl command failed.
  public struct OpenSSLFailure: Error {
    /// What it was called with.
    public let arguments: [String]
    /// What it said.
    public let words: String
  }
}
