import ArgumentParser
import BillingDesk
import ClaimModel
import Foundation
import Office
import WorkerBootstrap

/// Who decides about something on the work list, and how it comes to the office's workers.
struct PersonOptions: ParsableArguments {
  @OptionGroup var store: StoreOptions
  @OptionGroup var broker: BrokerOptions
  @OptionGroup var clock: ClockOptions

  @Option(help: "Why, in your own words; they stay on the account.")
  var reason = ""

  @Option(help: ArgumentHelp("Who decides; by default who is logged in.", valueName: "name"))
  var by = NSUserName()

  @Flag(help: "Say what would come of it, and send nothing.")
  var preview = false

  func validate() throws {
    let isName = !by.isEmpty && by.count <= 64 && by.allSatisfy { $0.isLetter || $0.isNumber || "-_.@".contains($0) }
    guard isName else { throw ValidationError("--by '\(by)' is no name of letters, numbers, and - _ . @") }
    guard reason.count <= 500, !reason.contains(where: \.isNewline) else {
      throw ValidationError("--reason must be one line of at most 500 characters")
    }
  }

  /// Makes an order of what the store holds, prints what comes of it, and sends it.
  func give(_ order: (any Store, Timestamp) throws(WorkOrder.Fault) -> WorkOrder) throws {
    let now = try clock.clock().time(at: .now())
    let made = try orFailure(in: try store.open()) { store throws(WorkOrder.Fault) in try order(store, now) }
    for step in made.steps { Terminal.print(step) }
    if preview { return }
    let session = try broker.openSession(
      name: made.publication.message.appID, topology: .worker(of: .billing, payers: broker.payerIDs))
    defer { session.close() }
    do {
      if let failure = try session.awaitConfirms(try session.publish([made.publication])).first {
        throw CommandFailure("the broker did not take it: \(failure.reason)", exitCode: .unavailable)
      }
    } catch let error as BrokerError {
      throw CommandFailure(error.description, exitCode: .unavailable)
    }
    Terminal.progress("sent; a worker of the office does it, or parks it when the account has changed meanwhile")
  }
}

/// What `body` finds in a store, which is closed then; its faults end the command.
func orFailure<Value>(
  in store: any Store, _ body: (any Store) throws(WorkOrder.Fault) -> Value
) throws -> Value {
  defer { store.close() }
  do throws(WorkOrder.Fault) {
    return try body(store)
  } catch {
    if case .store = error { throw CommandFailure(error.description, exitCode: .unavailable) }
    throw CommandFailure(error.description, exitCode: .unsuccessful)
  }
}
