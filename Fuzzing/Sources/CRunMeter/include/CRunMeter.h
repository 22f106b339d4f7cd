// What one run of a target costs: the most memory that was held, counted by the address sanitizer's hooks, and processor
// time.
#ifndef SUPERBILL_RUN_METER_H
#define SUPERBILL_RUN_METER_H

#include <stddef.h>
#include <stdint.h>

// Installs the hooks; once, before the first run.
void run_meter_install(void);
// Starts to count from nothing. A run that then takes more than this many seconds of processor time ends the process as
// a crash. libFuzzer's own limit goes by the clock on the wall, which says little beside other programs.
void run_meter_start(int limit_seconds);
// Stops counting; returns the most bytes that were held at once since the start.
size_t run_meter_stop(void);
// Processor time of the calling thread in microseconds.
int64_t run_meter_microseconds(void);

// libFuzzer's loop (compiler-rt, FuzzerInterface.h).
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));

#endif
