/// Why a code set could not be loaded.
public struct CodeSetError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong.
  public var code: Code
  /// The path, or the paths searched, and details.
  public var context: String

  /// An error of the given code.
  public init(_ code: Code, _ context: String) {
    self.code = code
    self.context = context
  }

  /// What can go wrong with a code set's file.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The name of the code, for logs.
    public let description: String

    /// None of the places searched holds the file.
    public static let notFound = Code(description: "code set not found")
    /// The file exists and cannot be read.
    public static let unreadable = Code(description: "code set unreadable")
    /// The file is not of a format and version this build reads, or is damaged.
    public static let malformed = Code(description: "code set malformed")
  }

  /// The code and its context in one line.
  public var description: String { "\(code): \(context)" }
}
