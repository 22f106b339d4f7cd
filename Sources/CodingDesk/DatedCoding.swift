import CodeSets
import Coding

/// What the coding office works with for visits of one period: the code sets in effect, a coder and a recoder with them.
public struct DatedCoding: Sendable {
  let coder: Coder
  let codeSets: CodeBooks
  let recoding: Recoding

  /// The given coder, which has the given code sets.
  public init(coder: Coder, codeSets: CodeBooks) {
    self.coder = coder
    self.codeSets = codeSets
    recoding = Recoding(coder: coder, codeSets: codeSets)
  }

  /// A coder with the given code sets.
  public init(codeSets: CodeBooks) { self.init(coder: Coder(codeSets: codeSets), codeSets: codeSets) }
}
