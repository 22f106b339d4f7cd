/// A line of elements that are taken from its head in constant time.
struct FirstInFirstOut<Element> {
  private var elements: [Element?] = []
  private var head = 0

  var count: Int { elements.count - head }
  var isEmpty: Bool { head == elements.count }
  var first: Element? { isEmpty ? nil : elements[head] }

  mutating func append(_ element: Element) { elements.append(element) }

  mutating func popFirst() -> Element? {
    guard head < elements.count else { return nil }
    let element = elements[head].take()
    head += 1
    if head == elements.count {
      elements.removeAll(keepingCapacity: true)
      head = 0
    } else if head > 64, head * 2 > elements.count {
      elements.removeFirst(head)
      head = 0
    }
    return element
  }

  /// Puts an element at a place counted from the head.
  mutating func insert(_ element: Element, at place: Int) { elements.insert(element, at: head + place) }

  /// The element at a place counted from the head.
  subscript(place: Int) -> Element? { elements[head + place] }

  mutating func removeAll() {
    elements.removeAll()
    head = 0
  }
}
