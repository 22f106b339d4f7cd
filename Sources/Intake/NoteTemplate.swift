import ClaimModel

/// A note with gaps, `{age}`, `{side}`, split once so that filling it copies bytes and nothing else.
struct NoteTemplate {
  /// What a gap is filled with.
  enum Gap: String, CaseIterable {
    /// `34-year-old woman`.
    case age
    /// `She` or `He`.
    case subject = "She"
    /// `she` or `he`.
    case pronoun = "she"
    /// `her` or `his`.
    case possessive = "her"
    /// `left` or `right`, the same in the whole note.
    case side
    /// 2 to 6.
    case days
    /// A normal temperature in degrees Fahrenheit.
    case temperature
    /// A fever in degrees Fahrenheit.
    case fever
    /// A normal blood pressure.
    case pressure
    /// A raised blood pressure.
    case highPressure
    /// A resting pulse.
    case pulse
    /// Centimeters of a wound that is short: 1.1 to 2.4.
    case length
    /// A hemoglobin A1c above target.
    case a1c
    /// Minutes spent, 20 to 29.
    case minutes
  }

  private enum Piece {
    case text(String)
    case gap(Gap)
  }

  private let pieces: [Piece]
  private let length: Int

  /// A template of text in which known gaps stand in braces.
  init(_ text: String) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      guard let gap = Gap(rawValue: name) else { preconditionFailure("no such gap in a note template: \(name)") }
      pieces.append(.text(String(rest[..<open])))
      pieces.append(.gap(gap))
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(.text(String(rest)))
    self.pieces = pieces
    self.length = text.utf8.count
  }

  /// Who the note is about, and the numbers in it.
  struct Filling {
    var age: Int
    var sex: Sex
    /// Where the numbers come from; each gap takes its own bits, so that gaps do not depend on one another's order.
    var bits: UInt64

    var minutes: Int { 20 + Int(bits >> 40) % 10 }

    func append(_ gap: Gap, to text: inout String) {
      switch gap {
      case .age:
        text += String(age)
        text += "-year-old "
        text += sex == .female ? (age < 18 ? "girl" : "woman") : (age < 18 ? "boy" : "man")
      case .subject: text += sex == .female ? "She" : "He"
      case .pronoun: text += sex == .female ? "she" : "he"
      case .possessive: text += sex == .female ? "her" : "his"
      case .side: text += bits & 1 == 0 ? "left" : "right"
      case .days: text += String(2 + Int(bits >> 1 & 0xff) % 5)
      case .temperature: Self.append(tenths: 978 + Int(bits >> 8 & 0xff) % 10, to: &text)
      case .fever: Self.append(tenths: 1006 + Int(bits >> 8 & 0xff) % 20, to: &text)
      case .pressure: appendPressure(systolic: 108, diastolic: 66, to: &text)
      case .highPressure: appendPressure(systolic: 144, diastolic: 90, to: &text)
      case .pulse: text += String(62 + Int(bits >> 16 & 0xff) % 24)
      case .length: Self.append(tenths: 11 + Int(bits >> 24 & 0xff) % 14, to: &text)
      case .a1c: Self.append(tenths: 72 + Int(bits >> 32 & 0xff) % 18, to: &text)
      case .minutes: text += String(minutes)
      }
    }

    private func appendPressure(systolic: Int, diastolic: Int, to text: inout String) {
      text += String(systolic + Int(bits >> 48 & 0xff) % 14)
      text += "/"
      text += String(diastolic + Int(bits >> 56 & 0xff) % 10)
    }

    private static func append(tenths: Int, to text: inout String) {
      text += String(tenths / 10)
      text += "."
      text += String(tenths % 10)
    }
  }

  /// The note filled in.
  func text(_ filling: Filling) -> String {
    var text = ""
    text.reserveCapacity(length + 64)
    for piece in pieces {
      switch piece {
      case .text(let words): text += words
      case .gap(let gap): filling.append(gap, to: &text)
      }
    }
    return text
  }
}
