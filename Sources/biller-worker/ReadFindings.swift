import ArgumentParser
import WorkerBootstrap

/// Says on standard error what whoever reads a list or report made of a store must know of it.
///
/// - Parameters:
///   - accounts: How many accounts were read. None are there in another office's store, or in one that was just made because
///     its name is wrong.
///   - unreadable: How many accounts or payments cannot be read; where there are any the exit code tells it, too.
func tellOfStore(accounts: Int, unreadable: Int) throws {
  if accounts == 0, unreadable == 0 {
    Terminal.progress("there is no account in this store: is it the billing office's?")
  }
  guard unreadable > 0 else { return }
  Terminal.progress("\(unreadable) accounts or payments cannot be read and are left out")
  throw ExitCode(CommandExit.unsuccessful.rawValue)
}
