import ClaimModel
import Office

/// A feed that somebody follows: when the broker is lost it is opened anew, as often and as long as that takes.
public final class LastingFeed<Feed> {
  private let follows: Bool
  private let stop: StopSignal
  private let open: () throws(BrokerError) -> Feed
  private let close: (Feed) -> Void
  private let tell: (BrokerError) -> Void
  private var feed: Feed?
  private var hasConnected = false

  /// A feed that `open` opens and `close` closes. `tell` hears once of each loss that is waited for. What `follows` not ends
  /// with its first error.
  public init(
    follows: Bool, until stop: StopSignal = StopSignal(), open: @escaping () throws(BrokerError) -> Feed,
    close: @escaping (Feed) -> Void, tell: @escaping (BrokerError) -> Void = { _ in }
  ) {
    self.follows = follows
    self.stop = stop
    self.open = open
    self.close = close
    self.tell = tell
  }

  /// Runs `body` with the feed, again with another one when the broker is lost meanwhile.
  /// - Returns: what `body` returns; `nil` when the signal was raised first.
  /// - Throws: `BrokerError` of a feed that is not followed, that could not be opened even once, or that a person must mend.
  ///   Who follows waits for what no office has declared yet.
  public func use<Result>(_ body: (Feed) throws(BrokerError) -> Result) throws(BrokerError) -> Result? {
    var backoff = Backoff(seed: 0)
    var isTold = false
    while !stop.isSet {
      do throws(BrokerError) {
        return try body(opened())
      } catch {
        end()
        guard follows, hasConnected || error.isMissing, error.code != .misconfigured else { throw error }
        if !isTold { tell(error) }
        isTold = true
        stop.wait(milliseconds: backoff.nextMilliseconds())
      }
    }
    return nil
  }

  /// Closes the feed.
  public func end() {
    if let feed { close(feed) }
    feed = nil
  }

  private func opened() throws(BrokerError) -> Feed {
    if let feed { return feed }
    let feed = try open()
    self.feed = feed
    hasConnected = true
    return feed
  }
}
