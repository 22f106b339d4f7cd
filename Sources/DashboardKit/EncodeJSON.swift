import Foundation

/// JSON with sorted keys and plain slashes.
func encodeJSON(_ value: some Encodable, pretty: Bool) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting =
    pretty
    ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    : [
      .sortedKeys, .withoutEscapingSlashes,
    ]
  guard let data = try? encoder.encode(value) else {
    preconditionFailure("a value of plain texts and numbers always encodes")
  }
  return String(decoding: data, as: UTF8.self)
}
