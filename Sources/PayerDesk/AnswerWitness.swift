import Adjudication
import Messages
import Synchronization

/// Sees each answer before an injection loses it, doubles it or holds it back: what was decided, whatever becomes of the
/// telling.
final class AnswerWitness: Sendable {
  /// An answer as it was made.
  struct Answer {
    let type: MessageType
    let interchange: [UInt8]
    let fate: Injector.AnswerFate
  }

  private let answers = Mutex<[Answer]>([])

  func see(_ answer: Answer) { answers.withLock { $0.append(answer) } }

  /// What was seen since the last time.
  func take() -> [Answer] {
    answers.withLock { seen in
      defer { seen = [] }
      return seen
    }
  }
}
