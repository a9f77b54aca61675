// The letters and words of a line, for those that may be running heads.

#include "CScan.h"
#include "vectors.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#define K1 0x9E3779B97F4A7C15ull

// Eight letters at a time, wherever in the line they stand.
typedef struct {
  uint64_t hash, some;
  unsigned bits;
} letters;

static inline __attribute__((always_inline)) void add(letters *all, uint64_t word, unsigned bits) {
  all->some |= word << all->bits;
  unsigned sum = all->bits + bits;
  if (sum >= 64) {
    all->hash = (all->hash ^ all->some) * K1;
    all->some = all->bits ? word >> (64 - all->bits) : 0;
    sum -= 64;
  }
  all->bits = sum;
}

#define HEAD                                                                                  \
  cscan_head head = {0, 0, 0};                                                                \
  uint64_t after_white = 1;                                                                   \
  for (size_t at = start; at < end; at += 64) {                                               \
    uint64_t inside = end - at >= 64 ? ~0ull : ~(~0ull << (end - at));                        \
    v64 v = *(const v64u *)(text + at);                                                       \
    uint64_t letter = MASK(IN(v | (v64)0x20, 'a', 'z') | IN(v, 0x80, 0xFF)) & inside;         \
    uint64_t white = MASK(WHITE(v));                                                          \
    uint64_t label = MASK(IS(v, ':') | IS(v, '=')) & inside;                                  \
    head.words += (uint32_t)__builtin_popcountll(                                             \
        ~white & inside & (white << 1 | after_white));                                        \
    after_white = white >> 63;                                                                \
    if (label & (white >> 1 | (uint64_t)is_white(text[at + 64]) << 63)) head.has_label = 1;   \
    head.letters += (uint32_t)__builtin_popcountll(letter);                                   \
  }                                                                                           \
  return head;

#define KEY                                                                                   \
  letters all = {0, 0, 0};                                                                    \
  uint64_t count = 0;                                                                         \
  for (size_t at = start; at < end; at += 64) {                                               \
    uint64_t inside = end - at >= 64 ? ~0ull : ~(~0ull << (end - at));                        \
    v64 v = *(const v64u *)(text + at);                                                       \
    v64 is_letter = (v64)IN(v | (v64)0x20, 'a', 'z');                                         \
    uint8_t folded[72];                                                                       \
    *(v64u *)folded = v | (is_letter & (v64)0x20);                                            \
    uint64_t letter = (MASK(is_letter) | MASK(IN(v, 0x80, 0xFF))) & inside;                   \
    count += (uint64_t)__builtin_popcountll(letter);                                          \
    uint64_t rest = letter | (MASK(IN(v, '0', '9')) & inside);                                \
    while (rest) {                                                                            \
      unsigned from = (unsigned)__builtin_ctzll(rest);                                        \
      uint64_t behind = ~(rest >> from);                                                      \
      unsigned length = behind ? (unsigned)__builtin_ctzll(behind) : 64;                      \
      if (length > 8) length = 8;                                                             \
      uint64_t word;                                                                          \
      memcpy(&word, folded + from, 8);                                                        \
      add(&all, word & ~0ull >> (64 - 8 * length), 8 * length);                               \
      rest &= ~(~(~0ull << length) << from);                                                  \
    }                                                                                         \
  }                                                                                           \
  uint64_t mixed = (all.hash ^ all.some) * K1;                                                \
  return (mixed ^ mixed >> 32) + count;

static cscan_head head_portable(const uint8_t *text, size_t start, size_t end) { HEAD }
static uint64_t key_portable(const uint8_t *text, size_t start, size_t end) { KEY }

#if defined(__x86_64__)
__attribute__((target("avx2,bmi,bmi2,popcnt"))) static cscan_head head_avx2(
    const uint8_t *text, size_t start, size_t end) { HEAD }
// The same key without a loop over words: eight bytes a step, of which the letters and digits are taken.
__attribute__((target("avx2,bmi,bmi2,popcnt"))) static uint64_t key_avx2(
    const uint8_t *text, size_t start, size_t end) {
  static const v64 places = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
      44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  uint8_t taken[7 + 64 + 8];
  uint64_t hash = 0, count = 0, word;
  size_t held = 0;
  for (size_t at = start; at < end; at += 64) {
    size_t length = end - at < 64 ? end - at : 64;
    v64 v = *(const v64u *)(text + at);
    v64 inside = (v64)(places < (v64)(uint8_t)length);
    v64 is_letter = (v64)IN(v | (v64)0x20, 'a', 'z');
    v64 letter = (is_letter | (v64)IN(v, 0x80, 0xFF)) & inside;
    count += (uint64_t)__builtin_popcountll(MASK(letter != (v64)0));
    uint64_t folded[8], wanted[8];
    *(v64u *)folded = v | (is_letter & (v64)0x20);
    *(v64u *)wanted = letter | ((v64)IN(v, '0', '9') & inside);
    for (size_t i = 0; i * 8 < length; i++) {
      word = _pext_u64(folded[i], wanted[i]);
      memcpy(taken + held, &word, 8);
      held += (size_t)__builtin_popcountll(wanted[i]) >> 3;
    }
    size_t used = 0;
    for (; used + 8 <= held; used += 8) {
      memcpy(&word, taken + used, 8);
      hash = (hash ^ word) * K1;
    }
    held -= used;
    memmove(taken, taken + used, 8);
  }
  word = 0;
  memcpy(&word, taken, held);
  uint64_t mixed = (hash ^ word) * K1;
  return (mixed ^ mixed >> 32) + count;
}
#endif

cscan_head cscan_read_head(const uint8_t *text, size_t start, size_t end) {
#if defined(__x86_64__)
  if (best_set() >= CSCAN_AVX2) return head_avx2(text, start, end);
#endif
  return head_portable(text, start, end);
}

uint64_t cscan_head_key(const uint8_t *text, size_t start, size_t end) {
#if defined(__x86_64__)
  if (best_set() >= CSCAN_AVX2) return key_avx2(text, start, end);
#endif
  return key_portable(text, start, end);
}
