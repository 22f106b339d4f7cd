#ifndef SUPERBILL_ALLOCATOR_H
#define SUPERBILL_ALLOCATOR_H

// The version of the jemalloc that this process allocates with.
const char *superbill_allocator_version(void);

#endif
