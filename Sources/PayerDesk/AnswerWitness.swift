import Adjudication
import ClaimModel
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

  /// Trouble that was made with the decision on a claim.
  struct Trouble {
    let type: MessageType
    let rule: InjectionRule
    let claim: PatientControlNumber
  }

  private let answers = Mutex<[Answer]>([])
  private let troubles = Mutex<[Trouble]>([])

  func see(_ answer: Answer) { answers.withLock { $0.append(answer) } }

  func see(_ trouble: Trouble) { troubles.withLock { $0.append(trouble) } }

  /// What trouble was seen since the last time.
  func takeTroubles() -> [Trouble] {
    troubles.withLock { seen in
      defer { seen = [] }
      return seen
    }
  }

  /// What was seen since the last time.
  func take() -> [Answer] {
    answers.withLock { seen in
      defer { seen = [] }
      return seen
    }
  }
}
