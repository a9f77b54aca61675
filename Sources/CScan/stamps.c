// Which lines may begin as what services stamp on pages does.

#include "CScan.h"

#include <string.h>

#define K1 0x9E3779B97F4A7C15ull

// Whether a filter has six letters, in any case, by the hash of `Boilerplate`: sixteen bits, so that the
// second of its two bits is the lowest one.
static inline uint64_t holds(const uint64_t *filter, const uint8_t *at) {
  uint64_t letters;
  memcpy(&letters, at, 8);
  letters = __builtin_bswap64(letters) >> 16;
  uint64_t hash = ((letters | 0x202020202020ull) * K1) >> 48;
  uint64_t word = filter[hash >> 6];
  return word >> (hash & 63) & word & 1;
}

// Without branches: nearly no line passes, but what dismisses it differs from line to line.
#define BEGIN                                                                                 \
  for (size_t from = 0; from < count; from += 64) {                                           \
    size_t some = count - from < 64 ? count - from : 64;                                      \
    uint64_t found = 0;                                                                       \
    for (size_t i = some; i-- > 0;) {                                                         \
      const uint8_t *at = text + lines[from + i].content_start;                               \
      uint64_t is_small = (uint8_t)(at[0] - 'a') < 26;                                        \
      uint64_t has_sign = (at[0] == '[') | ((uint8_t)(at[0] - '0') < 10 & at[8] == ',');      \
      found = found << 1 | has_sign | holds(first, at) | ((!is_small) & holds(next, at + 6)); \
    }                                                                                         \
    out[from / 64] = found;                                                                   \
  }

static void begin_portable(
    const uint8_t *text, const cscan_line *lines, size_t count, const uint64_t *first,
    const uint64_t *next, uint64_t *out) { BEGIN }

#if defined(__x86_64__)
#include "vectors.h"
__attribute__((target("avx2,bmi,bmi2,popcnt"))) static void begin_avx2(
    const uint8_t *text, const cscan_line *lines, size_t count, const uint64_t *first,
    const uint64_t *next, uint64_t *out) { BEGIN }
#endif

void cscan_begin_as_stamps(
    const uint8_t *text, const cscan_line *lines, size_t count, const uint64_t *first,
    const uint64_t *next, uint64_t *out) {
#if defined(__x86_64__)
  if (best_set() >= CSCAN_AVX2) return begin_avx2(text, lines, count, first, next, out);
#endif
  begin_portable(text, lines, count, first, next, out);
}
