// Where a byte stands beside another: what `memchr` would stop at a hundred times as often.

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

// The first place on or behind `at` where the byte is one and what stands behind it is as wanted, of
// which nothing is asked in blocks without the byte.
#define NEXT(byte, wanted)                                                                    \
  for (; at < count; at += 64) {                                                              \
    uint64_t mask = MASK(IS(*(const v64u *)(text + at), byte));                               \
    if (!mask) continue;                                                                      \
    v64 behind = *(const v64u *)(text + at + 1);                                              \
    mask &= MASK(wanted);                                                                     \
    if (mask) {                                                                               \
      size_t place = at + (size_t)__builtin_ctzll(mask);                                      \
      return place < count ? place : count;                                                   \
    }                                                                                         \
  }                                                                                           \
  return count;

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

#define JOINED NEXT(byte, ~WHITE(behind))
#define PAIR PASS(first) NEXT(first, IS(behind, second))

// Two bytes stand before the first place.
#define SPACING                                                                               \
  cscan_habit habit = {0, 0};                                                                 \
  size_t at = 2;                                                                              \
  for (; at < count; at += 64) {                                                              \
    PASS(mark)                                                                                \
    uint64_t marks = MASK(IS(*(const v64u *)(text + at), mark));                              \
    for (; marks; marks &= marks - 1) {                                                       \
      const uint8_t *here = text + at + __builtin_ctzll(marks);                               \
      if (!is_white(here[1])) continue;                                                       \
      habit.glued += is_letter(here[-1]);                                                     \
      habit.spaced += here[-1] == ' ' && is_letter(here[-2]);                                 \
    }                                                                                         \
    if (habit.glued >= most) break;                                                           \
  }                                                                                           \
  return habit;

static inline int is_letter(uint8_t byte) { return (uint8_t)((byte | 0x20) - 'a') < 26; }

static size_t joined_portable(const uint8_t *text, size_t at, size_t count, uint8_t byte) { JOINED }
static size_t pair_portable(
    const uint8_t *text, size_t at, size_t count, uint8_t first, uint8_t second) { PAIR }
static size_t any_portable(
    const uint8_t *text, size_t at, size_t end, const uint8_t *bytes) { ANY }
static cscan_habit spacing_portable(
    const uint8_t *text, size_t count, uint8_t mark, size_t most) { SPACING }

#if defined(__x86_64__)
#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))
AVX2 static size_t joined_avx2(const uint8_t *text, size_t at, size_t count, uint8_t byte) { JOINED }
AVX2 static size_t pair_avx2(
    const uint8_t *text, size_t at, size_t count, uint8_t first, uint8_t second) { PAIR }
AVX2 static size_t any_avx2(
    const uint8_t *text, size_t at, size_t end, const uint8_t *bytes) { ANY }
AVX2 static cscan_habit spacing_avx2(
    const uint8_t *text, size_t count, uint8_t mark, size_t most) { SPACING }
#define BEST(function) (cscan_best() >= CSCAN_AVX2 ? function##_avx2 : function##_portable)
#else
#define BEST(function) function##_portable
#endif

size_t cscan_next_joined(const uint8_t *text, size_t at, size_t count, uint8_t byte) {
  return BEST(joined)(text, at, count, byte);
}

size_t cscan_next_pair(
    const uint8_t *text, size_t at, size_t count, uint8_t first, uint8_t second) {
  return BEST(pair)(text, at, count, first, second);
}

size_t cscan_next_any(const uint8_t *text, size_t at, size_t end, const uint8_t *bytes) {
  return BEST(any)(text, at, end, bytes);
}

cscan_habit cscan_spacing(const uint8_t *text, size_t count, uint8_t mark, size_t most) {
  cscan_habit habit = BEST(spacing)(text, count, mark, most);
  // The second byte has one before it, the first has none.
  if (count > 1 && text[1] == mark && is_letter(text[0]) && is_white(text[2])) habit.glued++;
  return habit;
}
