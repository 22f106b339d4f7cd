import ClaimModel
import Office

/// The full-screen view as a value: events go in, a new state comes out; it reads no clock and does no I/O.
public struct ScreenState: Sendable {
  /// What happens.
  public enum Event: Sendable {
    /// A key was pressed.
    case key(Key)
    /// The terminal has another size.
    case size(columns: Int, rows: Int)
    /// Time went by.
    case time(Timestamp)
    /// The depths of all queues.
    case queues([QueueReading])
    /// Workers told about themselves.
    case heartbeats([WorkerReading])
    /// The journal goes on.
    case entries([JournalEntry])
    /// What is wrong with the way to the broker; `nil` when nothing is.
    case link(String?)
  }

  /// What is being typed at the bottom.
  enum Input: Hashable, Sendable {
    case filter(String)
    case command(String)
  }

  /// A page with its place in it.
  struct Page: Hashable, Sendable {
    var view: ScreenView
    var filter = ""
    /// The selected row; `nil` at the end of a page that follows its end.
    var selected: Int? = 0
    /// The first row that is seen.
    var top = 0
  }

  /// Everything that is known, as it comes in.
  public private(set) var live: LiveOffices
  /// What is shown while the view is paused.
  private var frozen: LiveOffices?
  private(set) var pages: [Page]
  private(set) var input: Input?
  /// A word to the user: what was wrong with an input.
  private(set) var notice: String?
  private(set) var link: String?
  private(set) var columns = 80
  private(set) var rows = 24
  private(set) var now: Timestamp
  /// What is looked at: the broker's address.
  let place: String
  /// Whether the user has had enough.
  public private(set) var isOver = false

  /// A view of the queues of `topology` at `place`.
  public init(topology: Topology, place: String, now: Timestamp, view: ScreenView = .overview) {
    live = LiveOffices(topology: topology)
    self.place = place
    self.now = now
    pages = [Page(view: view, selected: view.followsEnd ? nil : 0)]
  }

  /// What is shown: what is known, or was when the view was paused.
  var shown: LiveOffices { frozen ?? live }
  /// Whether what is shown stands still.
  public var isPaused: Bool { frozen != nil }
  /// The page that is shown.
  var page: Page { pages[pages.count - 1] }
  /// How many rows of a page are seen.
  var bodyHeight: Int { max(1, rows - 4) }

  /// Takes in what happened.
  public mutating func handle(_ event: Event) {
    switch event {
    case .key(let key): press(key)
    case .size(let columns, let rows):
      self.columns = min(max(columns, 20), 1_000)
      self.rows = min(max(rows, 6), 1_000)
      settle()
    case .time(let now): self.now = max(now, self.now)
    case .queues(let readings): live.take(readings, at: now)
    case .heartbeats(let heartbeats): live.take(heartbeats, at: now)
    case .entries(let entries):
      live.take(entries)
      settle()
    case .link(let words): link = words
    }
  }

  private mutating func press(_ key: Key) {
    notice = nil
    if input != nil { return type(key) }
    switch key {
    case .character("q"): isOver = true
    case .character("?"): open(Page(view: .help))
    case .character("/"): input = .filter(page.filter)
    case .character(":"): input = .command("")
    case .character("p"): frozen = frozen == nil ? live : nil
    case .character("j"), .down: move(by: 1)
    case .character("k"), .up: move(by: -1)
    case .pageDown, .character(" "): move(by: bodyHeight)
    case .pageUp: move(by: -bodyHeight)
    case .home, .character("g"): move(by: Int.min / 2)
    case .end, .character("G"): move(by: Int.max / 2)
    case .enter, .right, .character("l"): drill()
    case .escape, .left, .character("h"): back()
    default: break
    }
  }

  private mutating func type(_ key: Key) {
    guard let input else { return }
    var text =
      switch input {
      case .filter(let text), .command(let text): text
      }
    switch key {
    case .escape:
      self.input = nil
      return
    case .enter:
      self.input = nil
      if case .filter = input { return apply(filter: text) }
      return go(to: text)
    case .backspace: if !text.isEmpty { text.removeLast() }
    case .character(let character): if text.count < 400 { text.append(character) }
    default: break
    }
    if case .filter = input { self.input = .filter(text) } else { self.input = .command(text) }
  }

  private mutating func apply(filter text: String) {
    if let flaw = flaw(ofFilter: text) {
      notice = flaw
      input = .filter(text)
      return
    }
    pages[pages.count - 1].filter = text
    pages[pages.count - 1].selected = page.view.followsEnd ? nil : 0
    settle()
  }

  private mutating func go(to name: String) {
    if ["q", "quit"].contains(name.lowercased()) { return isOver = true }
    guard let view = ScreenView.named(name) else {
      notice = "':\(name)' is none of \(ScreenView.named.map(\.name).joined(separator: ", "))"
      return
    }
    pages = [Page(view: view, selected: view.followsEnd ? nil : 0)]
    settle()
  }

  private mutating func open(_ page: Page) {
    // Nobody goes so deep; a page that leads to itself must not fill the memory.
    guard pages.count < 50, page.view != self.page.view else { return }
    pages.append(page)
    settle()
  }

  private mutating func back() {
    if pages.count > 1 {
      pages.removeLast()
    } else if !page.filter.isEmpty {
      pages[0].filter = ""
    } else if page.view != .overview {
      pages = [Page(view: .overview)]
    }
    settle()
  }

  private mutating func drill() {
    let rows = pageRows
    guard let index = selection(of: rows.count), let target = rows[index].target else { return }
    open(Page(view: target, filter: rows[index].filter, selected: target.followsEnd ? nil : 0))
  }

  private mutating func move(by count: Int) {
    let total = pageRows.count
    guard let selected = selection(of: total) else { return }
    let wanted = min(max(selected + count, 0), total - 1)
    pages[pages.count - 1].selected = page.view.followsEnd && wanted == total - 1 ? nil : wanted
    settle()
  }

  /// The selected row among so many; `nil` when there is none.
  func selection(of count: Int) -> Int? { count == 0 ? nil : min(max(page.selected ?? count - 1, 0), count - 1) }

  /// Moves what is seen so that the selected row is.
  private mutating func settle() {
    let count = pageRows.count
    let height = listHeight
    guard let selected = selection(of: count) else { return pages[pages.count - 1].top = 0 }
    let top = min(max(page.top, selected - height + 1), selected)
    pages[pages.count - 1].top = max(0, min(top, count - height))
  }
}
