import Foundation
import Synchronization

/// A command of ours that runs on a thread of its own beside the faults.
final class Errand: Sendable {
  private let errorFile: URL
  private let name: String
  private let result = Mutex<Result<Tool.Result, any Error>?>(nil)

  /// Starts it.
  init(_ offices: Offices, _ command: String, _ arguments: [String], _ errorFile: URL) {
    self.errorFile = errorFile
    name = command
    let tool = offices.command(command)
    let thread = Thread { [self] in
      let outcome = Result { try tool.run(arguments, errorFile: errorFile) }
      result.withLock { $0 = outcome }
    }
    thread.start()
  }

  /// Whether it has not ended.
  var isRunning: Bool { result.withLock { $0 == nil } }

  /// Why it did not end well; `nil` while it may yet.
  var problem: String? {
    result.withLock { result in
      switch result {
      case nil: nil
      case .success(let result) where result.status == 0: nil
      case .success(let result): "\(name) ended with \(result.status): \(result.errors.suffix(300)) \(result.output)"
      case .failure(let error): "\(name): \(error)"
      }
    }
  }

  /// The last line of progress.
  var lastLine: String? {
    guard let text = try? String(contentsOf: errorFile, encoding: .utf8) else { return nil }
    return text.split(separator: "\n").last.map(String.init)
  }
}
