#include "CRunMeter.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

// The address sanitizer's interface (compiler-rt, sanitizer/allocator_interface.h).
int __sanitizer_install_malloc_and_free_hooks(
    void (*malloc_hook)(const volatile void *, size_t), void (*free_hook)(const volatile void *));
size_t __sanitizer_get_allocated_size(const volatile void *p);

static int counting;
static int64_t held;
static int64_t most;

static void allocated(const volatile void *p, size_t size) {
  (void)p;
  if (!counting) return;
  held += (int64_t)size;
  if (held > most) most = held;
}

static void freed(const volatile void *p) {
  // Memory from before the start may be given back too: then less is held than nothing.
  if (counting && p) held -= (int64_t)__sanitizer_get_allocated_size(p);
}

static void out_of_time(int number) {
  (void)number;
  static const char words[] = "fuzz: the input took more processor time than any may\n";
  if (write(2, words, sizeof words - 1) < 0) _exit(70);
  abort();
}

void run_meter_install(void) {
  __sanitizer_install_malloc_and_free_hooks(allocated, freed);
  signal(SIGPROF, out_of_time);
}

static void limit(int seconds) {
  struct itimerval timer = {{0, 0}, {seconds, 0}};
  setitimer(ITIMER_PROF, &timer, NULL);
}

void run_meter_start(int limit_seconds) {
  limit(limit_seconds);
  held = 0;
  most = 0;
  counting = 1;
}

size_t run_meter_stop(void) {
  counting = 0;
  limit(0);
  return (size_t)most;
}

int64_t run_meter_microseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return (int64_t)time.tv_sec * 1000000 + time.tv_nsec / 1000;
}
