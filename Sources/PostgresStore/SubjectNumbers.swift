/// What a transaction knows of the numbers of subjects.
struct SubjectNumbers {
  private var numbers: [String: Int64] = [:]
  private var absent: Set<String> = []

  /// The number of a subject; `nil` when it has none or was not looked up.
  subscript(name: String) -> Int64? { numbers[name] }

  /// Notes what a look showed: a number, or that there is none.
  mutating func note(_ name: String, _ number: Int64?) {
    if let number {
      numbers[name] = number
      absent.remove(name)
    } else if numbers[name] == nil {
      absent.insert(name)
    }
  }

  /// Notes that those of `names` that have no number here have none in the database.
  mutating func noteAbsent(_ names: [String]) { for name in names { note(name, nil) } }

  /// Those of `names` that were not looked up.
  func unknown(of names: [String]) -> [String] {
    Set(names.lazy.filter { numbers[$0] == nil && !absent.contains($0) }).sorted()
  }

  /// Those of `names` that have no number, in an order that is the same for all workers.
  func absent(of names: [String]) -> [String] { Set(names.lazy.filter { absent.contains($0) }).sorted() }
}
