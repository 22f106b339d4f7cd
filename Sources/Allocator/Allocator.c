// Links jemalloc, and with it a worker's memory comes from there: a worker allocates and frees tens of thousands of small
// pieces for each batch of messages, and the C library's own allocator took up to a fifth of its processor time.
#include "allocator.h"
#include <jemalloc/jemalloc.h>
#include <stdint.h>
#include <stdlib.h>

// A worker has one busy thread for each of its batch loops, and two that talk to the broker; more arenas would only keep
// more memory. What is freed lies together in large stretches, and jemalloc takes a small piece of memory from none that is more
// than 64 times as large: who reads one large file after the other then takes fresh memory, which the kernel has to clear, for
// each, and that took a tenth of the time. So it may be 65,536 times as large.
// MALLOC_CONF in the environment goes before this.
const char *malloc_conf = "narenas:2,lg_extent_max_active_fit:16";

static uint64_t allocated_by_this_thread(void) {
  uint64_t bytes = 0;
  size_t size = sizeof bytes;
  return mallctl("thread.allocated", &bytes, &size, 0, 0) ? 0 : bytes;
}

int superbill_allocates_with_jemalloc(void) {
  uint64_t before = allocated_by_this_thread();
  // The compiler must not find out that nobody uses it.
  void *volatile piece = malloc(1 << 16);
  uint64_t after = allocated_by_this_thread();
  free(piece);
  return after - before >= 1 << 16;
}
