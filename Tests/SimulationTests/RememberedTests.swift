import Testing

@testable import SimulatedOffices

@Suite struct RememberedTests {
  @Test func worksOutTheSameQuestionOnce() {
    let remembered = Remembered<String, [Int], Int>(latest: 2)
    var asked: [[Int]] = []
    func sum(_ numbers: [Int]) -> Int {
      remembered.answer(to: numbers, about: "sum") {
        asked.append($0)
        return $0.reduce(0, +)
      }
    }
    #expect([[1, 2], [3], [1, 2], [3]].map(sum) == [3, 3, 3, 3])
    #expect(asked == [[1, 2], [3]], "equal questions are answered from memory, others are not")
    #expect(sum([4]) == 4)
    #expect(sum([1, 2]) == 3)
    #expect(asked == [[1, 2], [3], [4], [1, 2]], "the oldest answer makes room for the latest")
  }

  @Test func remembersNoFailure() throws {
    struct Failure: Error {}
    let remembered = Remembered<Int, Int, Int>(latest: 1)
    #expect(throws: Failure.self) {
      try remembered.answer(to: 1, about: 1) { _ throws(Failure) in throw Failure() }
    }
    #expect(remembered.answer(to: 1, about: 1) { $0 } == 1)
  }
}
