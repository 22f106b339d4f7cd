import DashboardKit
import Testing

/// Keys out of the bytes of a terminal.
@Suite struct KeyReaderTests {
  static let sequences: [(String, [Key])] = [
    ("j", [.character("j")]), ("\u{1b}[A", [.up]), ("\u{1b}OB", [.down]), ("\u{1b}[5~", [.pageUp]),
    ("\u{1b}[6~", [.pageDown]), ("\u{1b}[1;5C", [.right]), ("\u{1b}[H", [.home]), ("\u{1b}[4~", [.end]),
    ("\r", [.enter]), ("\u{7f}", [.backspace]), ("ä€", [.character("ä"), .character("€")]), ("\u{1b}[15~", []),
    ("\u{1b}q", [.escape, .character("q")]), ("\u{1}", []),
  ]

  /// However the bytes come in pieces.
  @Test(arguments: 0..<100) func keysDoNotDependOnPieces(seed: Int) {
    var dice = Dice(seed)
    let chosen = (0..<6).map { _ in dice.one(of: Self.sequences) }
    var reader = KeyReader()
    var keys: [Key] = []
    var bytes = chosen.flatMap { Array($0.0.utf8) }[...]
    while !bytes.isEmpty {
      let piece = bytes.prefix(1 + dice.below(4))
      keys += reader.keys(Array(piece))
      bytes = bytes.dropFirst(piece.count)
    }
    #expect(keys == chosen.flatMap(\.1))
  }

  @Test func loneEscapeIsKnownWhenNothingFollows() {
    var reader = KeyReader()
    #expect(reader.keys([27]).isEmpty)
    #expect(reader.flush() == [.escape] && reader.flush().isEmpty)
  }

  @Test(arguments: 0..<300) func noBytesTrap(seed: Int) {
    var dice = Dice(seed)
    var reader = KeyReader()
    for _ in 0..<20 { _ = reader.keys((0..<dice.below(12)).map { _ in UInt8(dice.below(256)) }) }
    _ = reader.flush()
  }
}
