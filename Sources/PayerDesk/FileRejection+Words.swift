import X12

/// What is wrong, and what to do about it.
typealias RejectionWords = (reason: String, remedy: String)

extension EnvelopeFault.Code {
  /// The segment that it is about; `nil` where there may be none.
  var segment: String? {
    switch self {
    case .controlNumberMismatch, .groupCountMismatch, .missingTrailer: "IEA"
    case .invalidContent, .invalidTerminator: nil
    default: "ISA"
    }
  }

  func words(_ stated: StatedTrailers?, groups: Int) -> RejectionWords {
    switch self {
    case .controlNumberMismatch:
      (
        "IEA02 says \(stated?.controlNumber ?? "another number"), ISA13 \(stated?.headerNumber ?? "this one")",
        "write the interchange's control number into both"
      )
    case .groupCountMismatch:
      ("IEA01 says \(stated?.count ?? "another number") of groups, counted \(groups)", "correct IEA01")
    case .missingTrailer: ("no IEA: the interchange does not end", "send the whole file")
    case .invalidHeader:
      (
        "no ISA of 106 characters with usable delimiters: not X12, or its fields are not of their fixed widths",
        "send an interchange that begins with ISA, each element filled up with blanks"
      )
    case .invalidContent:
      ("something stands where only groups (GS to GE) may stand", "remove it, or open a group before it")
    case .invalidTerminator: ("a segment does not end", "end each segment with the delimiter that follows ISA16")
    case .invalidUsage: ("ISA15 is neither P nor T", "write P for production or T for a test")
    case .invalidControlNumber: ("ISA13 is not nine digits", "number the interchange with nine digits")
    case .unsupportedVersion: ("ISA12 is not 00501", "send version 005010")
    case .invalidSenderQualifier: ("ISA05 is no qualifier", "write ZZ, or the qualifier of the sender's number")
    case .invalidSender: ("ISA06 is blank", "write who sends")
    case .invalidReceiverQualifier: ("ISA07 is no qualifier", "write ZZ, or the qualifier of the receiver's number")
    case .invalidReceiver: ("ISA08 is blank", "write to whom it goes")
    case .invalidAuthorizationQualifier: ("ISA01 is no qualifier", "write 00")
    case .invalidSecurityQualifier: ("ISA03 is no qualifier", "write 00")
    case .invalidAcknowledgmentRequest: ("ISA14 is neither 0 nor 1", "write 1 to be sent a TA1, else 0")
    case .invalidDate: ("ISA09 is no date", "write YYMMDD")
    case .invalidTime: ("ISA10 is no time", "write HHMM")
    }
  }
}

extension GroupFault {
  var segment: String {
    switch self {
    case .notSupported, .versionNotSupported, .invalidControlNumber, .duplicateControlNumber: "GS"
    default: "GE"
    }
  }

  func words(
    _ functionalID: String, _ version: String, _ stated: StatedTrailers?, transactions: Int
  ) -> RejectionWords {
    switch self {
    case .notSupported:
      (
        "a group of \(functionalID) \(version), not of 837P or 276",
        "send GS*HC with 005010X222A1, or GS*HR with 005010X212"
      )
    case .versionNotSupported:
      ("GS08 says \(version), ST03 another guide", "write the guide of the claims into both, 005010X222A1")
    case .missingTrailer: ("no GE: the group does not end", "send the whole file")
    case .controlNumberMismatch:
      (
        "GE02 says \(stated?.controlNumber ?? "another number"), GS06 \(stated?.headerNumber ?? "this one")",
        "write the group's control number into both"
      )
    case .transactionCountMismatch:
      ("GE01 says \(stated?.count ?? "another number") of transactions, counted \(transactions)", "correct GE01")
    case .invalidControlNumber: ("GS06 is not a number of up to nine digits", "number the group")
    case .duplicateControlNumber:
      ("another group of the interchange has the same GS06", "give each group a number of its own")
    }
  }
}

extension TransactionFault {
  var segment: String {
    switch self {
    case .missingTrailer, .controlNumberMismatch, .segmentCountMismatch: "SE"
    default: "ST"
    }
  }

  func words(
    _ setID: String, _ version: String, _ stated: StatedTrailers?, segments: Int
  ) -> RejectionWords {
    switch self {
    case .notSupported:
      (
        "a transaction \(setID) \(version), not an 837P or 276",
        "a payer takes 837P (005010X222A1) and 276 (005010X212)"
      )
    case .implementationNotSupported where version.isEmpty:
      ("ST03 is missing: the \(setID) does not name its guide", "write 005010X222A1 into ST03")
    case .implementationNotSupported:
      (
        "an \(setID) by the guide \(version), not an 837P or 276",
        "send 837P by 005010X222A1, 276 by 005010X212 (ST03)"
      )
    case .missingTrailer: ("no SE: the transaction does not end", "send the whole file")
    case .controlNumberMismatch:
      (
        "SE02 says \(stated?.controlNumber ?? "another number"), ST02 \(stated?.headerNumber ?? "this one")",
        "write the transaction's control number into both"
      )
    case .segmentCountMismatch:
      (
        "SE01 says \(stated?.count ?? "another number"), counted \(segments)",
        "write the number of segments, ST and SE among them"
      )
    case .invalidIdentifier: ("ST01 is missing", "write 837 or 276")
    case .invalidControlNumber: ("ST02 is not of 4 to 9 characters", "number the transaction, for instance 0001")
    case .duplicateControlNumber:
      ("another transaction of the group has the number \(stated?.headerNumber ?? "") too", "number them one by one")
    case .segmentsInError, .implementationSegmentsInError: ("segments are wrong", "correct them")
    }
  }
}

extension SegmentFault.Code {
  func words(_ segment: String) -> RejectionWords {
    switch self {
    case .unrecognized: ("there is no segment of this name", "remove it, or correct its name")
    case .unexpected: ("the segment is not expected here", "remove it, or send what must stand before it")
    case .missing: ("\(segment) is missing before this place", "add it")
    case .dependentMissing: ("\(segment) is missing, which other content calls for", "add it")
    case .tooManyLoops: ("the loop occurs too often", "divide the content")
    case .tooMany: ("the segment occurs too often", "remove what is too much")
    case .notInSet: ("the transaction has no segment of this name", "remove it")
    case .outOfSequence: ("the segment stands in the wrong place", "put it into the guide's order")
    default: ("the segment is wrong", "hold it against the guide")
    }
  }
}

extension ElementFault {
  func words(in segment: String) -> RejectionWords {
    // Levels are numbered; what is wrong with a number is told with the code for values.
    switch (segment, element, code) {
    case ("HL", 1, .invalidCode): ("is not the number of the next level", "number levels from 1, one by one")
    case ("HL", 2, .invalidCode): ("names no level before this one", "write the number of the level it belongs to")
    default: code.words
    }
  }
}

extension ElementFault.Code {
  fileprivate var words: RejectionWords {
    switch self {
    case .missing: ("is missing", "fill it in")
    case .conditionallyMissing: ("is missing, which the segment's other elements call for", "fill it in")
    case .tooManyElements: ("is one element too many", "remove it")
    case .tooManyComponents: ("has too many components", "remove what is too much")
    case .tooShort: ("is too short", "correct it")
    case .tooLong: ("is too long", "shorten it")
    case .invalidCharacter: ("holds a character that may not stand there", "correct it")
    case .invalidCode: ("is none of the codes that may stand there", "use one of the guide's")
    case .invalidDate: ("is no date", "write it as its format says, for instance CCYYMMDD")
    case .invalidTime: ("is no time", "write HHMM")
    case .excluded: ("may not stand together with another one", "remove one of the two")
    case .unused: ("is not used by the guide", "remove it")
    default: ("is wrong", "hold it against the guide")
    }
  }
}
