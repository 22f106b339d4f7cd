// A bare Aho-Corasick scan: finds every occurrence of a list of terms in a text, and does nothing with it.
//
//   scan TERMS TEXT SECONDS     both files with lines; letters are compared in lower case; prints megabytes in a second of processor time,
//                               how many terms were found, and the states of the automaton
//
// The automaton has a full table of next states for each state, over the letters, digits and the space: the fastest and
// largest form.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SYMBOLS = 38 };
static uint8_t symbol_of[256];
static int32_t (*next_state)[SYMBOLS];
static int32_t *fail, *hits;
static int32_t states = 1, capacity;

static void die(const char *message) {
  fprintf(stderr, "scan: %s\n", message);
  exit(1);
}

static char *read_file(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (!file) die(path);
  fseek(file, 0, SEEK_END);
  *size = (size_t)ftell(file);
  rewind(file);
  char *bytes = malloc(*size + 1);
  if (!bytes || fread(bytes, 1, *size, file) != *size) die(path);
  bytes[*size] = '\n';
  fclose(file);
  return bytes;
}

static void add(const char *term, size_t length) {
  int32_t state = 0;
  for (size_t i = 0; i < length; i++) {
    uint8_t symbol = symbol_of[(uint8_t)term[i]];
    if (!next_state[state][symbol]) {
      if (states == capacity) die("too many states");
      next_state[state][symbol] = states++;
    }
    state = next_state[state][symbol];
  }
  hits[state]++;
}

// Breadth first: a state's longest proper suffix is known before the states behind it.
static void link_failures(void) {
  int32_t *queue = malloc(sizeof(int32_t) * (size_t)states);
  if (!queue) die("no memory");
  int32_t head = 0, tail = 0;
  for (int symbol = 0; symbol < SYMBOLS; symbol++)
    if (next_state[0][symbol]) queue[tail++] = next_state[0][symbol];
  while (head < tail) {
    int32_t state = queue[head++];
    hits[state] += hits[fail[state]];
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      int32_t child = next_state[state][symbol];
      if (child) {
        fail[child] = next_state[fail[state]][symbol];
        queue[tail++] = child;
      } else {
        next_state[state][symbol] = next_state[fail[state]][symbol];
      }
    }
  }
  free(queue);
}

static double processor_seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  if (argc != 4) die("usage: scan TERMS TEXT SECONDS");
  memset(symbol_of, 36, sizeof symbol_of);
  for (int c = 'a'; c <= 'z'; c++) symbol_of[c] = symbol_of[c - 32] = (uint8_t)(c - 'a');
  for (int c = '0'; c <= '9'; c++) symbol_of[c] = (uint8_t)(26 + c - '0');
  size_t terms_size, text_size;
  char *terms = read_file(argv[1], &terms_size), *text = read_file(argv[2], &text_size);
  capacity = (int32_t)terms_size + 1;
  next_state = calloc((size_t)capacity, sizeof *next_state);
  fail = calloc((size_t)capacity, sizeof *fail);
  hits = calloc((size_t)capacity, sizeof *hits);
  if (!next_state || !fail || !hits) die("no memory");
  for (size_t start = 0; start < terms_size;) {
    size_t end = (size_t)((char *)memchr(terms + start, '\n', terms_size + 1 - start) - terms);
    if (end > start) add(terms + start, end - start);
    start = end + 1;
  }
  link_failures();
  double start = processor_seconds(), seconds = atof(argv[3]), elapsed;
  uint64_t scanned = 0, found = 0;
  do {
    int32_t state = 0;
    for (size_t i = 0; i < text_size; i++) {
      state = next_state[state][symbol_of[(uint8_t)text[i]]];
      found += (uint64_t)hits[state];
    }
    scanned += text_size;
    elapsed = processor_seconds() - start;
  } while (elapsed < seconds);
  printf("%.1f %llu %d\n", (double)scanned / elapsed / 1e6, (unsigned long long)(found / (scanned / text_size)), states);
}
