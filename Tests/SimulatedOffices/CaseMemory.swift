import Messages
import Office

/// The cases of an office as they were stored or read out of their stored form, and their stored forms as they were made: both
/// ask nothing but what is read or stored, which is compared whole. So whoever reads bytes that were written or read before, the
/// desk or those who watch it, need not read them again. That they would be read as what was written ``ReluctantDesk`` holds
/// against reading them.
final class CaseMemory<Case: CaseBody & Equatable>: Sendable {
  private let cases: Remembered<CaseKey, [UInt8], Case>
  private let forms: FormMemory<Case>?

  /// Remembers at most `limit` cases of one key, the latest; stored forms are remembered by `forms`.
  init(latest limit: Int, forms: FormMemory<Case>? = nil) {
    cases = Remembered(latest: limit)
    self.forms = forms
  }

  /// The case that `stored` holds.
  func body(_ key: CaseKey, _ stored: [UInt8]) throws(UndecodableMessage) -> Case {
    try cases.answer(to: stored, about: key) { stored throws(UndecodableMessage) in try Case(stored: stored) }
  }

  /// The stored form of a case.
  func stored(_ body: Case, of key: CaseKey) -> [UInt8] {
    let stored = forms?.stored(body, of: key) ?? body.stored()
    cases.note(body, to: stored, about: key)
    return stored
  }
}

/// Stored forms as they were made, each by the whole case.
final class FormMemory<Case: CaseBody & Equatable>: Sendable {
  private let forms: Remembered<CaseKey, Case, [UInt8]>
  /// Whether a case is kept in mind: not one that holds moments, which are hardly ever the same in two worlds, nor twice in one.
  private let isKept: @Sendable (Case) -> Bool

  /// Remembers at most `limit` stored forms of one key, the latest.
  init(latest limit: Int, isKept: @escaping @Sendable (Case) -> Bool = { _ in true }) {
    forms = Remembered(latest: limit)
    self.isKept = isKept
  }

  /// The stored form of a case; `nil` for one that is not kept in mind.
  func stored(_ body: Case, of key: CaseKey) -> [UInt8]? {
    isKept(body) ? forms.answer(to: body, about: key) { $0.stored() } : nil
  }
}
