#ifndef SUPERBILL_ALLOCATOR_H
#define SUPERBILL_ALLOCATOR_H

// Whether this process's malloc is jemalloc's: linkers may leave out a library whose own functions nobody calls.
int superbill_allocates_with_jemalloc(void);

#endif
