// Where one of some bytes stands, or a byte beside another: what `memchr` would stop at more often.

#include "CScan.h"
#include "vectors.h"

// Passes blocks without a rare byte, four at once.
#define PASS(byte)                                                                            \
  for (; at + 256 <= count; at += 256) {                                                      \
    v64 any = EQUAL(at, byte) | EQUAL(at + 64, byte) | EQUAL(at + 128, byte) |                \
              EQUAL(at + 192, byte);                                                          \
    if (MASK(any)) break;                                                                     \
  }

#define EQUAL(at, byte) (v64)IS(*(const v64u *)(text + (at)), byte)

#define ANY                                                                                   \
  for (; at < end; at += 64) {                                                                \
    v64 v = *(const v64u *)(text + at);                                                       \
    uint64_t mask = MASK(                                                                     \
        IS(v, bytes[0]) | IS(v, bytes[1]) | IS(v, bytes[2]) | IS(v, bytes[3]) |               \
        IS(v, bytes[4]) | IS(v, bytes[5]) | IS(v, bytes[6]) | IS(v, bytes[7]));               \
    if (mask) {                                                                               \
      size_t place = at + (size_t)__builtin_ctzll(mask);                                      \
      return place < end ? place : end;                                                       \
    }                                                                                         \
  }                                                                                           \
  return end;

// A byte stands before the first place.
#define GLUED                                                                                 \
  size_t glued = 0;                                                                           \
  for (size_t at = 1; at < count && glued < most; at += 64) {                                 \
    PASS(mark)                                                                                \
    uint64_t marks = MASK(IS(*(const v64u *)(text + at), mark));                              \
    for (; marks; marks &= marks - 1) {                                                       \
      const uint8_t *here = text + at + __builtin_ctzll(marks);                               \
      glued += is_white(here[1]) && is_letter(here[-1]);                                      \
    }                                                                                         \
  }                                                                                           \
  return glued;

static inline int is_letter(uint8_t byte) { return (uint8_t)((byte | 0x20) - 'a') < 26; }

static size_t any_portable(
    const uint8_t *text, size_t at, size_t end, const uint8_t *bytes) { ANY }
static size_t glued_portable(
    const uint8_t *text, size_t count, uint8_t mark, size_t most) { GLUED }

#if defined(__x86_64__)
#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))
AVX2 static size_t any_avx2(
    const uint8_t *text, size_t at, size_t end, const uint8_t *bytes) { ANY }
AVX2 static size_t glued_avx2(
    const uint8_t *text, size_t count, uint8_t mark, size_t most) { GLUED }
#define BEST(function) (best_set() >= CSCAN_AVX2 ? function##_avx2 : function##_portable)
#else
#define BEST(function) function##_portable
#endif

size_t cscan_next_any(const uint8_t *text, size_t at, size_t end, const uint8_t *bytes) {
  return BEST(any)(text, at, end, bytes);
}

size_t cscan_glued(const uint8_t *text, size_t count, uint8_t mark, size_t most) {
  return BEST(glued)(text, count, mark, most);
}
