#ifndef SUPERBILL_BYTE_BLOCKS_H
#define SUPERBILL_BYTE_BLOCKS_H

#include <stdbool.h>
#include <stdint.h>

// Compares 64 bytes at once. In C because Swift's vectors have no way from the answers, one a byte, to bits of a number,
// which every processor with vectors is quick at; written with clang's vectors, and so for any processor.

typedef int8_t superbill_bytes __attribute__((ext_vector_type(64)));
typedef uint8_t superbill_unsigned_bytes __attribute__((ext_vector_type(64)));
typedef bool superbill_answers __attribute__((ext_vector_type(64)));

// What stands in 64 bytes: a bit for each, the first the lowest.
struct superbill_marks {
  // The bytes that are the first wanted one, the second, and the third.
  uint64_t first;
  uint64_t second;
  uint64_t third;
  // Control characters (DEL too), what is beyond ASCII, and the byte that is not wanted.
  uint64_t odd;
};

static inline uint64_t superbill_bits(superbill_answers answers) {
  uint64_t bits;
  __builtin_memcpy(&bits, &answers, sizeof bits);
  return bits;
}

static inline struct superbill_marks superbill_mark(const uint8_t *block, uint8_t first, uint8_t second, uint8_t third,
                                                   uint8_t unwanted) {
  superbill_bytes bytes;
  __builtin_memcpy(&bytes, block, sizeof bytes);
  // Bytes beyond ASCII are negative, and so is what follows DEL, the last of ASCII.
  superbill_bytes following = (superbill_bytes)((superbill_unsigned_bytes)bytes + (uint8_t)1);
  struct superbill_marks marks = {
      superbill_bits(__builtin_convertvector(bytes == (int8_t)first, superbill_answers)),
      superbill_bits(__builtin_convertvector(bytes == (int8_t)second, superbill_answers)),
      superbill_bits(__builtin_convertvector(bytes == (int8_t)third, superbill_answers)),
      superbill_bits(__builtin_convertvector((following < (int8_t)33) | (bytes == (int8_t)unwanted), superbill_answers)),
  };
  return marks;
}

// Sixteen bytes as two words, the first byte the lowest of the first word.
struct superbill_words {
  uint64_t low;
  uint64_t high;
};

// Of sixteen bytes that can be read, so many of the first, and none behind them. Without a branch: how long the texts of a file
// are follows no pattern that a processor could foresee.
static inline struct superbill_words superbill_words(const uint8_t *bytes, int64_t count) {
  static const uint8_t kept[32] = {255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};
  struct superbill_words words, mask;
  __builtin_memcpy(&words, bytes, sizeof words);
  __builtin_memcpy(&mask, kept + 16 - count, sizeof mask);
  words.low &= mask.low;
  words.high &= mask.high;
  return words;
}

#endif
