import ClaimModel

/// The sections of `icd10cm.bin`; the format is described in `Scripts/import-icd10cm`.
///
/// `@unchecked Sendable` because the pointers lead into `file`, which is read-only and kept alive with them. Indexes
/// found in the file are trusted: the checksum has shown that they are what the importer wrote.
final class ICD10CMLayout: @unchecked Sendable {
  static let none: UInt32 = 0xffff_ffff

  /// A row's title: where it stands in the text, and what a 7th character adds.
  struct Title: BitwiseCopyable {
    var offset: UInt32
    var length: UInt16
    var suffix: UInt16
  }

  /// An instructional note.
  struct Note: BitwiseCopyable {
    var row: UInt32
    var kindAndLength: UInt32
    var offset: UInt32
  }

  /// An Excludes1 reference: from a row to a range of rows.
  struct Exclusion: BitwiseCopyable {
    var row: UInt32
    var first: UInt32
    var end: UInt32
  }

  /// The siblings of a row whose side is unspecified.
  struct Sides: BitwiseCopyable {
    var row: UInt32
    var right: UInt32
    var left: UInt32
    var both: UInt32
  }

  /// Text that a 7th character adds to a title.
  struct Suffix: BitwiseCopyable {
    var offset: UInt32
    var length: UInt32
  }

  /// A word, and the one by which terms name what it means.
  struct TermWord: BitwiseCopyable {
    var word: UInt64
    var standIn: UInt64
  }

  let file: MappedFile
  let release: CalendarDate
  let billableCount: Int
  let codes: UnsafeBufferPointer<UInt64>
  let titles: UnsafeBufferPointer<Title>
  let parents: UnsafeBufferPointer<UInt32>
  let ends: UnsafeBufferPointer<UInt32>
  let defaults: UnsafeBufferPointer<UInt32>
  let flags: UnsafeBufferPointer<UInt8>
  let notes: UnsafeBufferPointer<Note>
  let exclusions: UnsafeBufferPointer<Exclusion>
  let text: UnsafeBufferPointer<UInt8>
  let suffixes: UnsafeBufferPointer<Suffix>
  let terms: UnsafeBufferPointer<UInt64>
  let termFilter: UnsafeBufferPointer<UInt8>
  let wordFilter: UnsafeBufferPointer<UInt8>
  let sides: UnsafeBufferPointer<Sides>
  let termWords: UnsafeBufferPointer<TermWord>
  let pairFilter: UnsafeBufferPointer<UInt8>
  /// The codes that have exclusions.
  let excluders: RowSet
  /// A bit for each word that stands for another one in ``termWords``, of the highest thirteen of its hash.
  let standIns: [UInt64]

  init(path: String) throws(CodeSetError) {
    let file = try MappedFile(path: path)
    let bytes = file.bytes
    func number(_ offset: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    guard bytes.count >= 32 + 16 * 16, bytes.prefix(8).elementsEqual("SBICD10\0".utf8) else {
      throw CodeSetError(.malformed, path + ": not an ICD-10-CM resource")
    }
    guard number(8) == 5, number(24) == 16, 1.littleEndian == 1 else {
      throw CodeSetError(.malformed, path + ": written by another version of import-icd10cm")
    }
    guard ICD10CMLayout.checksum(bytes) == number(28), let release = CalendarDate(yyyymmdd: String(number(12))) else {
      throw CodeSetError(.malformed, path + ": damaged")
    }
    // The checksum covers the directory, so that a section outside the file would be the importer's bug.
    func section<Element: BitwiseCopyable>(_ id: Int) -> UnsafeBufferPointer<Element> {
      let entry = 32 + 16 * (id - 1)
      let slice = bytes[Int(number(entry + 4))..<Int(number(entry + 4) + number(entry + 8))]
      return UnsafeRawBufferPointer(rebasing: slice).bindMemory(to: Element.self)
    }
    self.file = file
    self.release = release
    billableCount = Int(number(20))
    codes = section(1)
    titles = section(2)
    parents = section(3)
    ends = section(4)
    defaults = section(5)
    flags = section(6)
    notes = section(7)
    exclusions = section(8)
    text = section(9)
    suffixes = section(10)
    terms = section(11)
    termFilter = section(12)
    wordFilter = section(13)
    sides = section(14)
    termWords = section(15)
    pairFilter = section(16)
    var standIns = [UInt64](repeating: 0, count: 128)
    for entry in termWords where entry.word != 0 { standIns[Int(entry.word >> 57)] |= 1 << (entry.word >> 51 & 63) }
    self.standIns = standIns
    excluders = RowSet(exclusions.map { Int32($0.row) })
  }

  /// The words by which terms name a side of the body.
  struct SideWords: Sendable {
    private let right = Words.hash("right")
    private let left = Words.hash("left")
    private let both = Words.hash("bilateral")

    @inline(__always)
    func contains(_ word: UInt64) -> Bool { word == right || word == left || word == both }
  }

  let sideWords = SideWords()

  /// The words at the given place of the text section.
  func string(offset: UInt32, length: Int) -> String {
    String(decoding: text[Int(offset)..<Int(offset) + length], as: UTF8.self)
  }

  private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    let prime: UInt64 = 0x9e37_79b9_7f4a_7c15
    let words = (bytes.count - 32) / 8
    var lanes = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    func word(_ index: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: 32 + 8 * index, as: UInt64.self) }
    var index = 0
    while index + 4 <= words {
      lanes.0 = (lanes.0 &+ word(index)) &* prime
      lanes.1 = (lanes.1 &+ word(index + 1)) &* prime
      lanes.2 = (lanes.2 &+ word(index + 2)) &* prime
      lanes.3 = (lanes.3 &+ word(index + 3)) &* prime
      index += 4
    }
    if index < words { lanes.0 = (lanes.0 &+ word(index)) &* prime }
    if index + 1 < words { lanes.1 = (lanes.1 &+ word(index + 1)) &* prime }
    if index + 2 < words { lanes.2 = (lanes.2 &+ word(index + 2)) &* prime }
    return UInt32(truncatingIfNeeded: (lanes.0 ^ lanes.1 ^ lanes.2 ^ lanes.3) >> 32)
  }
}
