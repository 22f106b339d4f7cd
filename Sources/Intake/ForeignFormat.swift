/// Formats that a note may come in and that are not read.
enum ForeignFormat {
  /// What the bytes are, in words; `nil` if they may be plain text.
  static func of(_ bytes: [UInt8]) -> String? {
    let start = JSONSyntax.byteOrderMark(of: bytes)
    let head = bytes[start...].drop { $0 <= 0x20 && $0 != 0 }.prefix(16)
    for (mark, name) in marks where head.starts(with: mark.utf8) { return name }
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) { return "UTF-16" }
    return bytes.contains(0) ? "binary" : nil
  }

  /// How files of each format begin.
  private static let marks: [(String, String)] = [
    ("%PDF-", "a PDF"), ("PK\u{3}\u{4}", "an archive or an office document"), ("{\\rtf", "rich text"),
    ("<?xml", "XML"), ("<!DOCTYPE", "HTML"), ("<html", "HTML"), ("<ClinicalDocument", "XML"),
  ]
}
