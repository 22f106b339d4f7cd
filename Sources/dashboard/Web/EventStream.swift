import FlyingSocks
import Foundation

/// Server-sent events: a new one about every second, for as long as the reader stays.
///
/// Source: WHATWG HTML, section 9.2 (server-sent events).
struct EventStream: AsyncBufferedSequence {
  typealias Element = UInt8
  let feed: PageFeed

  func makeAsyncIterator() -> Iterator { Iterator(feed: feed) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    let feed: PageFeed
    private var number = 0
    private var rest: ArraySlice<UInt8> = []

    init(feed: PageFeed) { self.feed = feed }

    mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

    mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
      while rest.isEmpty {
        guard !feed.isOver else { return nil }
        if let (text, number) = feed.latest(after: number) {
          self.number = number
          rest = Array("id: \(number)\ndata: \(text)\n\n".utf8)[...]
        } else {
          try await Task.sleep(for: .milliseconds(100))
        }
      }
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }
  }
}
