// How much memory one run of a target held at most, counted by the address sanitizer's hooks.
#ifndef SUPERBILL_MEMORY_METER_H
#define SUPERBILL_MEMORY_METER_H

#include <stddef.h>
#include <stdint.h>

// Installs the hooks; once, before the first run.
void memory_meter_install(void);
// Starts to count from nothing.
void memory_meter_start(void);
// Stops counting; returns the most bytes that were held at once since the start.
size_t memory_meter_stop(void);
// Processor time of the calling thread in microseconds.
int64_t memory_meter_thread_microseconds(void);

// libFuzzer's loop (compiler-rt, FuzzerInterface.h).
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));

#endif
