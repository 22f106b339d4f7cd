import Chaos
import Testing

@Suite struct PassageTests {
  private func filled(from end: Passage.End, _ bytes: [UInt8] = [1, 2, 3]) -> Passage {
    var passage = Passage()
    passage.received(bytes[...], from: end)
    return passage
  }

  @Test(arguments: Passage.End.allCases) func bytesGoToTheOtherEnd(end: Passage.End) {
    var passage = filled(from: end)
    #expect(passage.wantsToWrite(to: end.opposite))
    #expect(!passage.wantsToWrite(to: end))
    #expect(passage.bytes(for: end.opposite) == [1, 2, 3])
    passage.sent(2, to: end.opposite)
    #expect(passage.bytes(for: end.opposite) == [3])
  }

  @Test func aFullPipeTakesNoMore() {
    var passage = filled(from: .client, [UInt8](repeating: 0, count: Passage.capacity))
    #expect(!passage.wantsToRead(from: .client))
    #expect(passage.wantsToRead(from: .server))
    passage.sent(1, to: .server)
    #expect(passage.wantsToRead(from: .client))
  }

  @Test(arguments: Passage.End.allCases) func aStalledDirectionIsSilentAndTheOtherIsNot(end: Passage.End) {
    var passage = filled(from: end)
    passage.stall(from: [end])
    #expect(!passage.wantsToRead(from: end))
    #expect(!passage.wantsToWrite(to: end.opposite))
    #expect(passage.wantsToRead(from: end.opposite))
    passage.resume()
    #expect(passage.wantsToRead(from: end))
    #expect(passage.bytes(for: end.opposite) == [1, 2, 3])
  }

  @Test func anEndIsPassedOnAfterTheLastByte() {
    var passage = filled(from: .client)
    passage.ended(.client)
    #expect(!passage.wantsToEnd(.server))
    passage.sent(3, to: .server)
    #expect(passage.wantsToEnd(.server))
    passage.endPassedOn(to: .server)
    #expect(!passage.wantsToEnd(.server))
    #expect(!passage.isFinished)
    passage.ended(.server)
    #expect(passage.wantsToEnd(.client))
    passage.endPassedOn(to: .client)
    #expect(passage.isFinished)
  }

  @Test(arguments: Passage.End.allCases) func aBrokenEndBreaksTheOther(end: Passage.End) {
    var passage = filled(from: end)
    passage.failed(end)
    #expect(passage.isFinished)
  }

  @Test(arguments: Passage.End.allCases) func aBrokenEndIsNotHeardOfThroughASilence(end: Passage.End) {
    var passage = Passage()
    passage.stall(from: Set(Passage.End.allCases))
    passage.failed(end)
    #expect(passage.isClosed(end))
    #expect(!passage.isClosed(end.opposite))
    passage.resume()
    #expect(passage.isFinished)
  }

  @Test(arguments: Passage.End.allCases) func anAbandonedEndIsSwallowedUntilItLeaves(end: Passage.End) {
    var passage = filled(from: end)
    passage.abandon(end)
    #expect(passage.isAbandoned(end))
    #expect(!passage.isWhole)
    #expect(passage.isClosed(end.opposite))
    #expect(!passage.isClosed(end))
    passage.received([9], from: end)
    #expect(passage.wantsToRead(from: end))
    #expect(passage.bytes(for: end.opposite).isEmpty)
    #expect(!passage.wantsToEnd(end))
    passage.ended(end)
    #expect(passage.isFinished)
  }

  @Test func cuttingResetsBothEnds() {
    var passage = filled(from: .client)
    passage.cut()
    #expect(passage.isFinished)
    #expect(passage.isReset)
  }
}
