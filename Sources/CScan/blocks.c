// What may stand in each block of 64 bytes, found in one pass: each search passes the blocks without.

#include "CScan.h"
#include "vectors.h"

// A kind of place: a byte whose halves are in the first two sets, and behind it one whose halves are in the
// last two. More bytes than are sought may fit, since a block is looked at again.
typedef struct {
  uint16_t high, low, next_high, next_low;
} kind;

#define N(half) (1u << 0x##half)
#define ANY 0xFFFF

// In the order of the CSCAN_BLOCK_ constants.
static const kind kinds[] = {
    {N(2), N(7), ANY, ANY},                                        // '
    {N(2), N(9), ANY, ANY},                                        // )
    {N(E), N(2), N(8), N(0)},                                      // the first bytes of typographic marks
    {N(3), N(1), N(2), N(0)},                                      // 1 and a space
    {N(3), N(1), N(3), N(9)},                                      // 19
    {N(7), N(4), N(2), N(E)},                                      // t.
    {N(4), N(9), ANY, ANY},                                        // I
    {N(5) | N(7), N(B) | N(C) | N(D), ANY, ANY},                   // [ ] |
    {N(2), N(1), ANY, ANY},                                        // !
    {N(3), N(A) | N(B) | N(F), ANY, ANY},                          // : ; ?
    // , . ? and what is no white space: in three parts, by its upper half.
    {N(2) | N(3), N(C) | N(E) | N(F), ANY & ~(N(0) | N(2)), ANY},
    {N(2) | N(3), N(C) | N(E) | N(F), N(2), ANY & ~N(0)},
    {N(2) | N(3), N(C) | N(E) | N(F), N(0), ANY & ~(N(0) | N(9) | N(A) | N(C) | N(D))},
    {N(2), N(C), N(0) | N(2), N(0) | N(A)},                        // , and a space or line feed
    {N(5), N(7), N(6), ANY},                                       // W and a small letter up to o
    {N(2) | N(3), N(B) | N(C) | N(E), N(3), ANY},                  // , . ; and a digit
};

// By each half of a byte and of the one behind it the kinds that it may be of, eight in a table.
typedef struct {
  _Alignas(16) uint8_t high[2][16], low[2][16], next_high[2][16], next_low[2][16];
} tables;

static tables make_tables(void) {
  tables made = {0};
  for (int i = 0; i < (int)(sizeof kinds / sizeof *kinds); i++) {
    uint8_t bit = (uint8_t)(1u << (i & 7));
    for (int half = 0; half < 16; half++) {
      if (kinds[i].high >> half & 1) made.high[i >> 3][half] |= bit;
      if (kinds[i].low >> half & 1) made.low[i >> 3][half] |= bit;
      if (kinds[i].next_high >> half & 1) made.next_high[i >> 3][half] |= bit;
      if (kinds[i].next_low >> half & 1) made.next_low[i >> 3][half] |= bit;
    }
  }
  return made;
}

static void blocks_portable(const uint8_t *text, size_t count, uint16_t *blocks) {
  const tables t = make_tables();
  // Of each byte, and of each behind another.
  uint16_t here[256], next[256];
  for (int byte = 0; byte < 256; byte++) {
    int high = byte >> 4, low = byte & 15;
    here[byte] = (uint16_t)((t.high[0][high] & t.low[0][low]) | (t.high[1][high] & t.low[1][low]) << 8);
    next[byte] = (uint16_t)((t.next_high[0][high] & t.next_low[0][low]) |
                            (t.next_high[1][high] & t.next_low[1][low]) << 8);
  }
  for (size_t at = 0; at < count; at += 64) {
    uint16_t found = 0;
    for (size_t i = at; i < at + 64; i++) found |= here[text[i]] & next[text[i + 1]];
    *blocks++ = found;
  }
}

typedef uint16_t w32 __attribute__((ext_vector_type(32)));
typedef uint16_t w32u __attribute__((ext_vector_type(32), aligned(1)));
typedef _Bool b32 __attribute__((ext_vector_type(32)));

// Blocks of which something is sought, 32 at a time, and the places in each. A body for each `wanted`: of one
// with branches the compiler makes masks a byte at a time.
#define PLACES(wanted_behind)                                                                 \
  size_t found = 0, block = *next;                                                            \
  while (block * 64 < count) {                                                                \
    size_t first = block & ~(size_t)31;                                                       \
    w32 some = *(const w32u *)(blocks + first) & (w32)place.blocks;                          \
    uint32_t wanted =                                                                         \
        __builtin_bit_cast(uint32_t, __builtin_convertvector(some != (w32)(uint16_t)0, b32)); \
    for (wanted &= ~0u << (block & 31); wanted; wanted &= wanted - 1) {                       \
      block = first + (size_t)__builtin_ctz(wanted);                                          \
      if (found + 64 > room) {                                                                \
        *next = block;                                                                        \
        return found;                                                                         \
      }                                                                                       \
      v64 here = *(const v64u *)(text + block * 64);                                          \
      v64 behind = *(const v64u *)(text + block * 64 + 1);                                    \
      (void)behind;                                                                           \
      uint64_t mask = MASK(IS(here, place.byte) & (wanted_behind));                           \
      for (; mask; mask &= mask - 1) {                                                        \
        size_t offset = block * 64 + (size_t)__builtin_ctzll(mask);                           \
        if (offset < count) places[found++] = (uint32_t)offset;                               \
      }                                                                                       \
    }                                                                                         \
    block = first + 32;                                                                       \
  }                                                                                           \
  *next = block;                                                                              \
  return found;

#define ARGUMENTS                                                                             \
  const uint8_t *text, size_t count, const uint16_t *blocks, cscan_place place, size_t *next, \
      uint32_t *places, size_t room
#define ALONE PLACES(IS(here, place.byte))
#define BEFORE_BYTE PLACES(IS(behind, place.other))
#define JOINED PLACES(~WHITE(behind))
#define AT(distance) ((v64)(*(const v64u *)(text + block * 64 + (distance))))
#define CAPITAL(v) IN(v, 'A', 'Z')
#define BEFORE_CAPITAL                                                                        \
  PLACES((IS(behind, ' ') | IS(behind, '\n')) & (CAPITAL(AT(2)) | CAPITAL(AT(3))))
#define BEFORE_DIGIT PLACES(IN(behind, '0', '9'))
#define BEFORE_SMALL PLACES(IN(behind, 'a', 'o'))

static size_t alone_portable(ARGUMENTS) { ALONE }
static size_t before_byte_portable(ARGUMENTS) { BEFORE_BYTE }
static size_t joined_portable(ARGUMENTS) { JOINED }
static size_t before_capital_portable(ARGUMENTS) { BEFORE_CAPITAL }
static size_t before_digit_portable(ARGUMENTS) { BEFORE_DIGIT }
static size_t before_small_portable(ARGUMENTS) { BEFORE_SMALL }

#if defined(__x86_64__)
#include <immintrin.h>
#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))
#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,bmi,bmi2,popcnt")))

#define TABLES(load)                                                                          \
  const tables made = make_tables();                                                          \
  const REGISTER half = SET1(15);                                                             \
  const REGISTER high0 = load(made.high[0]), high1 = load(made.high[1]);                      \
  const REGISTER low0 = load(made.low[0]), low1 = load(made.low[1]);                          \
  const REGISTER next_high0 = load(made.next_high[0]), next_high1 = load(made.next_high[1]);  \
  const REGISTER next_low0 = load(made.next_low[0]), next_low1 = load(made.next_low[1]);

// Adds the kinds that begin in some bytes.
#define ADD(address)                                                                          \
  do {                                                                                        \
    const REGISTER here = LOAD(address), next = LOAD((address) + 1);                          \
    const REGISTER high = AND(SHIFT(here), half), low = AND(here, half);                      \
    const REGISTER next_high = AND(SHIFT(next), half), next_low = AND(next, half);            \
    found0 = OR(found0, AND(AND(LOOK(high0, high), LOOK(low0, low)),                          \
                            AND(LOOK(next_high0, next_high), LOOK(next_low0, next_low))));    \
    found1 = OR(found1, AND(AND(LOOK(high1, high), LOOK(low1, low)),                          \
                            AND(LOOK(next_high1, next_high), LOOK(next_low1, next_low))));    \
  } while (0)

// All bytes of two registers, each in one.
AVX2 static inline uint16_t folded(__m128i found0, __m128i found1) {
  __m128i all = _mm_or_si128(_mm_unpacklo_epi64(found0, found1), _mm_unpackhi_epi64(found0, found1));
  all = _mm_or_si128(all, _mm_srli_epi64(all, 32));
  all = _mm_or_si128(all, _mm_srli_epi64(all, 16));
  all = _mm_or_si128(all, _mm_srli_epi64(all, 8));
  return (uint16_t)(_mm_extract_epi8(all, 0) | _mm_extract_epi8(all, 8) << 8);
}

#define REGISTER __m256i
#define SET1(byte) _mm256_set1_epi8(byte)
#define LOAD(address) _mm256_loadu_si256((const __m256i *)(address))
#define AND _mm256_and_si256
#define OR _mm256_or_si256
#define SHIFT(bytes) _mm256_srli_epi16(bytes, 4)
#define LOOK _mm256_shuffle_epi8
#define TWICE(table) _mm256_broadcastsi128_si256(_mm_load_si128((const __m128i *)(table)))

AVX2 static void blocks_avx2(const uint8_t *text, size_t count, uint16_t *blocks) {
  TABLES(TWICE)
  for (size_t at = 0; at < count; at += 64) {
    __m256i found0 = _mm256_setzero_si256(), found1 = found0;
    ADD(text + at);
    ADD(text + at + 32);
    *blocks++ = folded(
        _mm_or_si128(_mm256_castsi256_si128(found0), _mm256_extracti128_si256(found0, 1)),
        _mm_or_si128(_mm256_castsi256_si128(found1), _mm256_extracti128_si256(found1, 1)));
  }
}

#undef REGISTER
#undef SET1
#undef LOAD
#undef AND
#undef OR
#undef SHIFT
#undef LOOK
#define REGISTER __m512i
#define SET1(byte) _mm512_set1_epi8(byte)
#define LOAD(address) _mm512_loadu_si512(address)
#define AND _mm512_and_si512
#define OR _mm512_or_si512
#define SHIFT(bytes) _mm512_srli_epi16(bytes, 4)
#define LOOK _mm512_shuffle_epi8
#define FOUR_TIMES(table) _mm512_broadcast_i32x4(_mm_load_si128((const __m128i *)(table)))

AVX512 static void blocks_avx512(const uint8_t *text, size_t count, uint16_t *blocks) {
  TABLES(FOUR_TIMES)
  for (size_t at = 0; at < count; at += 64) {
    __m512i found0 = _mm512_setzero_si512(), found1 = found0;
    ADD(text + at);
    const __m256i half0 = _mm256_or_si256(
        _mm512_castsi512_si256(found0), _mm512_extracti64x4_epi64(found0, 1));
    const __m256i half1 = _mm256_or_si256(
        _mm512_castsi512_si256(found1), _mm512_extracti64x4_epi64(found1, 1));
    *blocks++ = folded(
        _mm_or_si128(_mm256_castsi256_si128(half0), _mm256_extracti128_si256(half0, 1)),
        _mm_or_si128(_mm256_castsi256_si128(half1), _mm256_extracti128_si256(half1, 1)));
  }
}

AVX2 static size_t alone_avx2(ARGUMENTS) { ALONE }
AVX2 static size_t before_byte_avx2(ARGUMENTS) { BEFORE_BYTE }
AVX2 static size_t joined_avx2(ARGUMENTS) { JOINED }
AVX2 static size_t before_capital_avx2(ARGUMENTS) { BEFORE_CAPITAL }
AVX2 static size_t before_digit_avx2(ARGUMENTS) { BEFORE_DIGIT }
AVX2 static size_t before_small_avx2(ARGUMENTS) { BEFORE_SMALL }
#define BEST(function) (best_set() >= CSCAN_AVX2 ? function##_avx2 : function##_portable)
#else
#define BEST(function) function##_portable
#endif

void cscan_blocks(const uint8_t *text, size_t count, uint16_t *blocks) {
#if defined(__x86_64__)
  int best = best_set();
  if (best >= CSCAN_AVX512) return blocks_avx512(text, count, blocks);
  if (best >= CSCAN_AVX2) return blocks_avx2(text, count, blocks);
#endif
  blocks_portable(text, count, blocks);
}

size_t cscan_places(ARGUMENTS) {
  switch (place.behind) {
    case CSCAN_BEHIND_BYTE: return BEST(before_byte)(text, count, blocks, place, next, places, room);
    case CSCAN_BEHIND_NO_WHITE: return BEST(joined)(text, count, blocks, place, next, places, room);
    case CSCAN_BEHIND_CAPITAL:
      return BEST(before_capital)(text, count, blocks, place, next, places, room);
    case CSCAN_BEHIND_DIGIT:
      return BEST(before_digit)(text, count, blocks, place, next, places, room);
    case CSCAN_BEHIND_SMALL:
      return BEST(before_small)(text, count, blocks, place, next, places, room);
    default: return BEST(alone)(text, count, blocks, place, next, places, room);
  }
}
