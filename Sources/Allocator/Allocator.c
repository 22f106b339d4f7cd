// Links jemalloc, and with it a worker's memory comes from there: a worker allocates and frees tens of thousands of small
// pieces for each batch of messages, and the C library's own allocator took up to a fifth of its processor time.
#include "allocator.h"
#include <jemalloc/jemalloc.h>

// A worker has one busy thread for each of its batch loops, and two that talk to the broker; more arenas would only keep
// more memory. MALLOC_CONF in the environment goes before this.
const char *malloc_conf = "narenas:2";

const char *superbill_allocator_version(void) {
  const char *version = "";
  size_t size = sizeof version;
  return mallctl("version", &version, &size, 0, 0) ? "" : version;
}
