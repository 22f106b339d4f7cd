import ArgumentParser
import Foundation

/// How a command prints.
public struct OutputOptions: ParsableArguments {
  /// For whom a command prints.
  public enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// For people.
    case text
    /// For programs.
    case json
  }

  /// For whom to print.
  @Option(help: "text or json.")
  public var format: Format = .text

  /// Options from the command line.
  public init() {}
}

/// JSON as commands print it: sorted keys, plain slashes.
public enum OutputJSON {
  /// A value on one line.
  public static func line(_ value: some Encodable) -> String { text(value, []) }

  /// A value laid out for people, too.
  public static func pretty(_ value: some Encodable) -> String { text(value, .prettyPrinted) }

  private static func text(_ value: some Encodable, _ layout: JSONEncoder.OutputFormatting) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = layout.union([.sortedKeys, .withoutEscapingSlashes])
    guard let data = try? encoder.encode(value) else { preconditionFailure("plain texts and numbers always encode") }
    return String(decoding: data, as: UTF8.self)
  }
}

/// Standard output and standard error, written whole and at once.
public enum Terminal {
  /// Writes a text to standard output. Ends the process quietly when nobody reads it any more, and with a line on standard
  /// error and ``CommandExit/cannotWrite`` when it cannot be written: a full disk is no outcome of the work.
  public static func print(_ text: String, terminator: String = "\n") {
    write(text + terminator, to: STDOUT_FILENO)
  }

  /// Whether what is printed may be coloured: standard output is a terminal, and nothing forbids it.
  public static var isColoured: Bool {
    isatty(STDOUT_FILENO) == 1 && allowsColour(ProcessInfo.processInfo.environment)
  }

  /// Source: no-color.org: NO_COLOR, when it is there and not empty, forbids colour.
  static func allowsColour(_ environment: [String: String]) -> Bool {
    (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// Writes a line of progress to standard error.
  public static func progress(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        // A closed pipe (`dashboard tail | head`) is the reader's way of saying that it has enough.
        if errno == EPIPE { exit(CommandExit.success.rawValue) }
        guard descriptor == STDOUT_FILENO else { exit(CommandExit.cannotWrite.rawValue) }
        CommandFailure("cannot write to standard output: \(String(cString: strerror(errno)))", exitCode: .cannotWrite)
          .end()
      }
    }
  }
}
