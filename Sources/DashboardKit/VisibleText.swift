/// The text with a dot for each control character: a terminal must not do what a peer wrote.
func visible(_ text: String) -> String {
  // Nearly all texts are printable ASCII.
  guard !text.utf8.allSatisfy({ (0x20..<0x7f).contains($0) }), text.unicodeScalars.contains(where: isControl) else {
    return text
  }
  var visible = ""
  for scalar in text.unicodeScalars { visible.unicodeScalars.append(isControl(scalar) ? "·" : scalar) }
  return visible
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}
