// What is no text at all: told before anything is looked for in it.

#include "CScan.h"
#include "vectors.h"

// Bytes that are judged by themselves, and characters for each control character, at most.
enum { PIECE = 4096, LEAST = 20 };

#define BINARY                                                                                \
  size_t at = 0;                                                                              \
  while (at + PIECE <= count) {                                                               \
    int controls = 0, characters = 0;                                                         \
    for (size_t end = at + PIECE; at < end; at += 64) {                                       \
      v64 v = *(const v64u *)(text + at);                                                     \
      controls += __builtin_popcountll(MASK(IN(v, 0, 6) | IN(v, 0x0E, 0x1A) | IS(v, 0x7F)));  \
      characters += __builtin_popcountll(~MASK(IN(v, 0x80, 0xBF)));                           \
    }                                                                                         \
    if (controls * LEAST < characters) return 0;                                              \
  }                                                                                           \
  return at > 0;

static int binary_portable(const uint8_t *text, size_t count) { BINARY }

#if defined(__x86_64__)
__attribute__((target("avx2,bmi,bmi2,popcnt"))) static int binary_avx2(
    const uint8_t *text, size_t count) { BINARY }
#endif

int cscan_is_binary(const uint8_t *text, size_t count) {
#if defined(__x86_64__)
  if (best_set() >= CSCAN_AVX2) return binary_avx2(text, count);
#endif
  return binary_portable(text, count);
}
