import ArgumentParser
import Foundation
import Logging

/// What the exit codes of all commands mean.
public enum CommandExit: Int32, Sendable {
  /// Everything asked for was done.
  case success = 0
  /// The work was done and its outcome is not what was asked for: a claim denied, a visit not final.
  case unsuccessful = 1
  /// The broker or the store cannot be reached, or refuses us.
  case unavailable = 2
  /// An input cannot be read.
  case badInput = 65
  /// Standard output cannot be written; EX_IOERR of sysexits.h.
  case cannotWrite = 74
  /// A worker ended before it had drained; what it had not acknowledged is delivered again.
  case cutShort = 75
}

/// An error that ends a command: one line on standard error and an exit code.
public struct CommandFailure: Error, CustomStringConvertible {
  /// The line.
  public let description: String
  /// The exit code.
  public let exitCode: CommandExit

  /// A failure with one line of explanation.
  public init(_ description: String, exitCode: CommandExit) {
    self.description = description
    self.exitCode = exitCode
  }

  /// Prints the line and ends the process.
  public func end() -> Never {
    FileHandle.standardError.write(Data((text + "\n").utf8))
    exit(exitCode.rawValue)
  }

  /// Writes the line as the last of a worker's log, and ends the process.
  fileprivate func end(_ worker: some WorkerCommand) -> Never {
    worker.worker.log.logFormat.writeLast(
      description, text: text, worker: worker.worker.processName(in: worker.office),
      metadata: ["exit-code": .stringConvertible(Int(exitCode.rawValue))])
    exit(exitCode.rawValue)
  }

  private var text: String { "\(CommandFailure.programName): \(description)" }

  private static var programName: String {
    CommandLine.arguments.first.map { URL(fileURLWithPath: $0).lastPathComponent } ?? "superbill"
  }
}

/// A command that runs the workers of an office, and logs how they fare.
public protocol WorkerCommand: AsyncParsableCommand {
  /// How they run.
  var worker: WorkerOptions { get }
  /// Whose workers they are, as their names begin: `coding`, `payer.ACMEHLTH`.
  var office: String { get }
}

extension AsyncParsableCommand {
  /// Parses the command line and runs the command; failures of ours end it with one line, a worker's in its log's format,
  /// and their exit code.
  public static func start() async {
    var worker: (any WorkerCommand)?
    do {
      var command = try parseAsRoot()
      worker = command as? any WorkerCommand
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as CommandFailure {
      if let worker { failure.end(worker) }
      failure.end()
    } catch {
      exit(withError: error)
    }
  }
}
