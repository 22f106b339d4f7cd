import Synchronization

/// Answers of a function that asks nothing but its argument, kept so that the same thing is worked out once: nearly all of
/// what many worlds do with the same visits is the same.
///
/// An answer is given again only to a question that is equal in all its parts, never to one of which only the hash is.
/// Locked, because worlds may run side by side.
final class Remembered<Subject: Hashable & Sendable, Question: Equatable & Sendable, Answer: Sendable>: Sendable {
  private struct Known: Sendable {
    var question: Question
    var answer: Answer
  }

  private let known = Mutex<[Subject: [Known]]>([:])
  private let limit: Int

  /// Remembers at most `limit` answers about one subject, the latest.
  init(latest limit: Int) { self.limit = limit }

  /// The answer to a question about a subject; asks `find` when the question is new.
  func answer<Failure: Error>(
    to question: Question, about subject: Subject, _ find: (Question) throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    for one in (known.withLock { $0[subject] }) ?? [] where one.question == question { return one.answer }
    let answer = try find(question)
    known.withLock { add(Known(question: question, answer: answer), to: &$0[subject, default: []]) }
    return answer
  }

  /// Remembers the answer to a question that somebody found otherwise, unless one is known.
  func note(_ answer: Answer, to question: Question, about subject: Subject) {
    known.withLock {
      if $0[subject]?.contains(where: { $0.question == question }) == true { return }
      add(Known(question: question, answer: answer), to: &$0[subject, default: []])
    }
  }

  private func add(_ one: Known, to answers: inout [Known]) {
    answers.insert(one, at: 0)
    if answers.count > limit { answers.removeLast() }
  }
}
