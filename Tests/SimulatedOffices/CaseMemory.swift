import Messages
import Office

/// The cases of an office as they were read out of their stored form, and their stored forms as they were made: both ask nothing
/// but what is read or stored, which is compared whole. So whoever reads the same bytes twice, the desk or those who watch it,
/// reads them once.
final class CaseMemory<Case: CaseBody & Equatable>: Sendable {
  private let cases: Remembered<CaseKey, [UInt8], Case>
  /// `nil` for cases that hold moments, which are hardly ever the same in two worlds, nor twice in one.
  private let forms: Remembered<CaseKey, Case, [UInt8]>?

  /// Remembers at most `limit` cases of one key, the latest, and as many stored forms if `keepsForms`.
  init(latest limit: Int, keepsForms: Bool) {
    cases = Remembered(latest: limit)
    forms = keepsForms ? Remembered(latest: limit) : nil
  }

  /// The case that `stored` holds.
  func body(_ key: CaseKey, _ stored: [UInt8]) throws(UndecodableMessage) -> Case {
    try cases.answer(to: stored, about: key) { stored throws(UndecodableMessage) in try Case(stored: stored) }
  }

  /// The stored form of a case.
  func stored(_ body: Case, of key: CaseKey) -> [UInt8] {
    forms?.answer(to: body, about: key) { $0.stored() } ?? body.stored()
  }
}
