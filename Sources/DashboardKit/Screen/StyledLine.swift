/// How a piece of text looks.
public enum Style: Hashable, Sendable {
  /// As the terminal has it.
  case plain
  /// Bold, for titles.
  case bold
  /// Dim, for what matters less.
  case dim
  /// The selected row.
  case selected
  /// Something to look at.
  case alarm
  /// Something to keep an eye on.
  case warning
  /// Something good.
  case good
  /// Names of columns and the like.
  case accent

  /// The sequence that begins it (ECMA-48, SGR); without colours only weight and inversion.
  func sequence(isColoured: Bool) -> String {
    switch self {
    case .plain: ""
    case .bold: "\u{1b}[1m"
    case .dim: "\u{1b}[2m"
    case .selected: "\u{1b}[7m"
    case .alarm: isColoured ? "\u{1b}[31m" : "\u{1b}[1m"
    case .warning: isColoured ? "\u{1b}[33m" : ""
    case .good: isColoured ? "\u{1b}[32m" : ""
    case .accent: isColoured ? "\u{1b}[36m" : ""
    }
  }
}

/// A line of a screen: pieces of text, each with its look. Whatever a peer wrote holds no control characters here.
public struct StyledLine: Hashable, Sendable {
  private var pieces: [Piece] = []

  private struct Piece: Hashable, Sendable {
    var text: String
    var style: Style
  }

  /// A line of one piece.
  public init(_ text: String = "", _ style: Style = .plain) {
    if !text.isEmpty { pieces = [Piece(text: visible(text), style: style)] }
  }

  /// Its characters.
  public var plain: String { pieces.map(\.text).joined() }

  /// Its characters without the spaces at its end.
  public var trimmed: String {
    var text = plain
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Both, one after the other.
  public static func + (left: StyledLine, right: StyledLine) -> StyledLine {
    var line = left
    line.pieces += right.pieces
    return line
  }

  /// The line with exactly so many characters: cut, or filled with spaces.
  func fitted(_ width: Int) -> StyledLine {
    var line = StyledLine()
    var left = max(0, width)
    for piece in pieces where left > 0 {
      let text = String(piece.text.prefix(left))
      left -= text.count
      line.pieces.append(Piece(text: text, style: piece.style))
    }
    if left > 0 {
      line.pieces.append(Piece(text: String(repeating: " ", count: left), style: line.pieces.last?.style ?? .plain))
    }
    return line
  }

  /// The line as a terminal takes it.
  public func terminalText(isColoured: Bool) -> String {
    pieces.map { piece in
      let begin = piece.style.sequence(isColoured: isColoured)
      return begin.isEmpty ? piece.text : begin + piece.text + "\u{1b}[0m"
    }.joined()
  }
}

/// Numbers as a row of blocks, the largest as the highest; nothing where all are 0.
func sparkline(_ values: [Int], _ width: Int) -> String {
  let blocks = Array("▁▂▃▄▅▆▇█")
  // As many looks to a column as make a minute of all columns; the highest counts.
  let looks = max(1, (LiveOffices.historyLimit + width - 1) / width)
  let recent = stride(from: values.count, to: 0, by: -looks).reversed().map { end in
    values[max(0, end - looks)..<end].max() ?? 0
  }
  guard let most = recent.max(), most > 0 else { return "" }
  return String(
    recent.map { value in
      value <= 0 ? " " : blocks[min(7, (value * 8 - 1) / most)]
    })
}
