import Allocator
import Testing

@Suite struct AllocatorTests {
  /// What links WorkerBootstrap allocates with jemalloc, also when nothing else of it is called.
  @Test func memoryComesFromJemalloc() { #expect(superbill_allocates_with_jemalloc() != 0) }
}
