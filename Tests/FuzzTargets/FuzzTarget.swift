/// A door through which bytes come in from outside, and what must hold whatever they are.
public struct FuzzTarget: Sendable {
  /// What the target is called: on the command line, and the folder of its inputs.
  public let name: String
  /// The longest input that is worth trying.
  public let longestInput: Int
  /// Inputs to start from, made by our own code.
  public let seeds: @Sendable () throws -> [[UInt8]]
  /// Lets the bytes in.
  ///
  /// Returns when they were read or refused; throws ``BrokenRule`` when something does not hold.
  public let run: @Sendable ([UInt8]) throws -> Void

  init(
    _ name: String, longestInput: Int, seeds: @escaping @Sendable () throws -> [[UInt8]],
    run: @escaping @Sendable ([UInt8]) throws -> Void
  ) {
    self.name = name
    self.longestInput = longestInput
    self.seeds = seeds
    self.run = run
  }

  /// All targets.
  public static let all: [FuzzTarget] = [
    .claims, .implementationAcknowledgment, .claimAcknowledgment, .remittance, .statusRequest, .statusResponse,
    .anyX12, .fhirBundle, .clinicalNote,
    .coding, .deliveries, .messages, .storedCases, .offices,
  ]

  /// The target of the given name.
  public static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

/// Something that must hold whatever bytes come in does not hold.
public struct BrokenRule: Error, CustomStringConvertible {
  /// What was expected.
  public let description: String

  init(_ description: String) { self.description = description }
}

/// Throws when a rule does not hold.
func require(_ holds: Bool, _ rule: @autoclosure () -> String) throws {
  if !holds { throw BrokenRule(rule()) }
}

/// An input that holds several things: each is one byte of kind, two bytes of length (low first) and the thing itself.
struct Chunks {
  /// A thing and its kind.
  struct Chunk {
    var kind: UInt8
    var bytes: [UInt8]
  }

  /// The chunks of an input; the last may be cut short.
  static func read(_ bytes: [UInt8]) -> [Chunk] {
    var chunks: [Chunk] = []
    var rest = bytes[...]
    while rest.count >= 3 {
      let header = Array(rest.prefix(3))
      rest = rest.dropFirst(3)
      let body = rest.prefix(Int(header[1]) | Int(header[2]) << 8)
      chunks.append(Chunk(kind: header[0], bytes: Array(body)))
      rest = rest.dropFirst(body.count)
    }
    return chunks
  }

  /// An input of the given chunks.
  static func write(_ chunks: [Chunk]) -> [UInt8] {
    chunks.flatMap { chunk in
      [chunk.kind, UInt8(truncatingIfNeeded: chunk.bytes.count), UInt8(truncatingIfNeeded: chunk.bytes.count >> 8)]
        + chunk.bytes
    }
  }
}
