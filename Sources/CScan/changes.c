// HOT: pairs of confusions, up to some hundred thousand a megabyte, nearly all of which make no word.
//
// In C, because the vectors of Swift have no gathers: four or eight hashes are made and asked for at once.

#include "CScan.h"
#include "vectors.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#define INLINE static inline __attribute__((always_inline))

// The second factor of WordHash.swift.
#define K2 0xD6E8FEB86659FD93ull
#define HAS_NO_SUM (1ull << 63)
// As HashFilter.swift has it.
#define SECOND_BIT 26

INLINE uint64_t finish(uint64_t sum, uint64_t length) {
  uint64_t mixed = (sum ^ length) * K2;
  return mixed ^ (mixed >> 32);
}

INLINE int may_hold(const cscan_filter *filter, uint64_t hash) {
  uint64_t bits = 1ull << (hash & 63) | 1ull << (hash >> SECOND_BIT & 63);
  return (filter->words[(hash & filter->mask) >> 6] & bits) == bits;
}

// What one change adds to those behind it.
typedef struct {
  const uint64_t *added;
  double most;
  uint64_t sum, longer;
} first_change;

// The changes from one on that may make a word behind another one, by bits; so for the others.
INLINE unsigned seconds_portable(
    const cscan_changes *changes, size_t at, first_change first, const cscan_filter *filter) {
  if (!(changes->costs[at] <= first.most)) return 0;
  if (changes->lengths[at] & HAS_NO_SUM) return 1;
  return may_hold(filter, finish(first.added[at] + first.sum, changes->lengths[at] + first.longer))
             ? 1 : 0;
}

// Rows that are looked at together, at most.
#define ROWS 8

// The first change of a pair begins where `at` says; one that is begun goes on behind `next`.
#define PAIRS(seconds, rows)                                                                    \
  size_t first = at->first, next = at->next, count = 0;                                         \
  for (; first < changes->count; first++, next = 0) {                                           \
    if (room - count < ROWS + 1) break;                                                         \
    if (next == 0) {                                                                            \
      next = changes->behind[first];                                                            \
      if (changes->looks[first]) {                                                              \
        uint64_t hash = finish(changes->alone[first], changes->lengths[first]);                 \
        out[count++] = (cscan_made){hash, (uint32_t)first, CSCAN_ALONE};                        \
      }                                                                                         \
    }                                                                                           \
    if (changes->lengths[first] & HAS_NO_SUM) continue;                                         \
    if (changes->most - changes->costs[first] < changes->cheapest) continue;                    \
    uint64_t longer = changes->lengths[first] - changes->length;                                \
    first_change one = {                                                                        \
        changes->added + (longer + changes->reach) * (changes->count + ROWS),                   \
        changes->most - changes->costs[first], changes->alone[first], longer};                  \
    for (; next < changes->count; next += rows) {                                               \
      if (room - count < ROWS) goto full;                                                       \
      unsigned found = seconds(changes, next, one, filter);                                     \
      for (; found; found &= found - 1) {                                                       \
        size_t second = next + (size_t)__builtin_ctz(found);                                    \
        uint64_t hash = finish(                                                                 \
            one.added[second] + one.sum, (changes->lengths[second] & ~HAS_NO_SUM) + longer);    \
        out[count++] = (cscan_made){hash, (uint32_t)first, (uint32_t)second};                   \
      }                                                                                         \
    }                                                                                           \
  }                                                                                             \
  full:                                                                                         \
  *at = (cscan_pair){first, next};                                                              \
  return count;

static size_t pairs_portable(
    const cscan_changes *changes, cscan_pair *at, const cscan_filter *filter, cscan_made *out,
    size_t room) {
  PAIRS(seconds_portable, 1)
}

static uint32_t letters_portable(
    uint64_t sum, uint64_t unit, uint64_t length, const cscan_filter *filter) {
  uint32_t found = 0;
  for (int letter = 0; letter < 26; letter++, sum += unit) {
    if (may_hold(filter, finish(sum, length))) found |= 1u << letter;
  }
  return found;
}

#if defined(__x86_64__)
#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))
#define AVX512 __attribute__((target("avx512f,avx512dq,avx512vl,bmi,bmi2,popcnt")))

// Which of four sums, mixed with their lengths, make a hash that the filter lets pass.
AVX2 INLINE __m256i held_avx2(__m256i word, const cscan_filter *filter) {
  const __m256i factor = _mm256_set1_epi64x((int64_t)K2);
  const __m256i crossed = _mm256_set1_epi64x((int64_t)(K2 << 32 | K2 >> 32));
  const __m256i six = _mm256_set1_epi64x(63), one = _mm256_set1_epi64x(1);
  // The product of 64 bits from those of 32.
  __m256i cross = _mm256_mullo_epi32(word, crossed);
  cross = _mm256_slli_epi64(_mm256_add_epi32(cross, _mm256_srli_epi64(cross, 32)), 32);
  __m256i mixed = _mm256_add_epi64(_mm256_mul_epu32(word, factor), cross);
  __m256i hash = _mm256_xor_si256(mixed, _mm256_srli_epi64(mixed, 32));
  __m256i place = _mm256_and_si256(hash, _mm256_set1_epi64x((int64_t)filter->mask));
  __m256i held = _mm256_i64gather_epi64(
      (const long long *)filter->words, _mm256_srli_epi64(place, 6), 8);
  __m256i bits = _mm256_or_si256(
      _mm256_sllv_epi64(one, _mm256_and_si256(hash, six)),
      _mm256_sllv_epi64(one, _mm256_and_si256(_mm256_srli_epi64(hash, SECOND_BIT), six)));
  return _mm256_cmpeq_epi64(_mm256_and_si256(held, bits), bits);
}

AVX2 INLINE unsigned seconds_avx2(
    const cscan_changes *changes, size_t at, first_change first, const cscan_filter *filter) {
  __m256d cheap = _mm256_cmp_pd(
      _mm256_loadu_pd(changes->costs + at), _mm256_set1_pd(first.most), _CMP_LE_OQ);
  if (!_mm256_movemask_pd(cheap)) return 0;
  __m256i lengths = _mm256_loadu_si256((const __m256i *)(changes->lengths + at));
  __m256i added = _mm256_loadu_si256((const __m256i *)(first.added + at));
  __m256i word = _mm256_xor_si256(
      _mm256_add_epi64(added, _mm256_set1_epi64x((int64_t)first.sum)),
      _mm256_add_epi64(lengths, _mm256_set1_epi64x((int64_t)first.longer)));
  __m256i found = held_avx2(word, filter);
  return (unsigned)_mm256_movemask_pd(
      _mm256_and_pd(cheap, _mm256_castsi256_pd(_mm256_or_si256(found, lengths))));
}

// As `held_avx2`, of eight, and only where `asked` has a bit.
AVX512 INLINE __mmask8 held_avx512(__mmask8 asked, __m512i word, const cscan_filter *filter) {
  const __m512i six = _mm512_set1_epi64(63), one = _mm512_set1_epi64(1);
  __m512i mixed = _mm512_mullo_epi64(word, _mm512_set1_epi64((int64_t)K2));
  __m512i hash = _mm512_xor_si512(mixed, _mm512_srli_epi64(mixed, 32));
  __m512i place = _mm512_and_si512(hash, _mm512_set1_epi64((int64_t)filter->mask));
  __m512i held = _mm512_mask_i64gather_epi64(
      _mm512_setzero_si512(), asked, _mm512_srli_epi64(place, 6), filter->words, 8);
  __m512i bits = _mm512_or_si512(
      _mm512_sllv_epi64(one, _mm512_and_si512(hash, six)),
      _mm512_sllv_epi64(one, _mm512_and_si512(_mm512_srli_epi64(hash, SECOND_BIT), six)));
  return _mm512_mask_cmpeq_epi64_mask(asked, _mm512_and_si512(held, bits), bits);
}

AVX512 INLINE unsigned seconds_avx512(
    const cscan_changes *changes, size_t at, first_change first, const cscan_filter *filter) {
  __mmask8 cheap = _mm512_cmp_pd_mask(
      _mm512_loadu_pd(changes->costs + at), _mm512_set1_pd(first.most), _CMP_LE_OQ);
  if (!cheap) return 0;
  __m512i lengths = _mm512_loadu_si512(changes->lengths + at);
  __m512i word = _mm512_xor_si512(
      _mm512_add_epi64(
          _mm512_loadu_si512(first.added + at), _mm512_set1_epi64((int64_t)first.sum)),
      _mm512_add_epi64(lengths, _mm512_set1_epi64((int64_t)first.longer)));
  return held_avx512(cheap, word, filter) | (cheap & _mm512_movepi64_mask(lengths));
}

AVX2 static size_t pairs_avx2(
    const cscan_changes *changes, cscan_pair *at, const cscan_filter *filter, cscan_made *out,
    size_t room) {
  PAIRS(seconds_avx2, 4)
}

AVX512 static size_t pairs_avx512(
    const cscan_changes *changes, cscan_pair *at, const cscan_filter *filter, cscan_made *out,
    size_t room) {
  PAIRS(seconds_avx512, 8)
}

AVX2 static uint32_t letters_avx2(
    uint64_t sum, uint64_t unit, uint64_t length, const cscan_filter *filter) {
  __m256i sums = _mm256_setr_epi64x(
      (int64_t)sum, (int64_t)(sum + unit), (int64_t)(sum + 2 * unit), (int64_t)(sum + 3 * unit));
  const __m256i step = _mm256_set1_epi64x((int64_t)(4 * unit));
  const __m256i mixed_in = _mm256_set1_epi64x((int64_t)length);
  uint32_t found = 0;
  for (int letter = 0; letter < 26; letter += 4, sums = _mm256_add_epi64(sums, step)) {
    __m256i held = held_avx2(_mm256_xor_si256(sums, mixed_in), filter);
    found |= (uint32_t)_mm256_movemask_pd(_mm256_castsi256_pd(held)) << letter;
  }
  return found & ((1u << 26) - 1);
}

AVX512 static uint32_t letters_avx512(
    uint64_t sum, uint64_t unit, uint64_t length, const cscan_filter *filter) {
  const __m512i places = _mm512_setr_epi64(0, 1, 2, 3, 4, 5, 6, 7);
  __m512i sums = _mm512_add_epi64(
      _mm512_set1_epi64((int64_t)sum),
      _mm512_mullo_epi64(places, _mm512_set1_epi64((int64_t)unit)));
  const __m512i step = _mm512_set1_epi64((int64_t)(8 * unit));
  const __m512i mixed_in = _mm512_set1_epi64((int64_t)length);
  uint32_t found = 0;
  for (int letter = 0; letter < 26; letter += 8, sums = _mm512_add_epi64(sums, step)) {
    __mmask8 asked = letter < 24 ? 0xFF : 0x03;
    found |= (uint32_t)held_avx512(asked, _mm512_xor_si512(sums, mixed_in), filter) << letter;
  }
  return found;
}
#endif

size_t cscan_find_changes(
    const cscan_changes *changes, cscan_pair *at, const cscan_filter *filter, cscan_made *out,
    size_t room) {
#if defined(__x86_64__)
  int best = best_set();
  if (best >= CSCAN_AVX512 && __builtin_cpu_supports("avx512dq")) {
    return pairs_avx512(changes, at, filter, out, room);
  }
  if (best >= CSCAN_AVX2) return pairs_avx2(changes, at, filter, out, room);
#endif
  return pairs_portable(changes, at, filter, out, room);
}

uint32_t cscan_letters(
    uint64_t sum, uint64_t unit, size_t length, const cscan_filter *filter) {
#if defined(__x86_64__)
  int best = best_set();
  if (best >= CSCAN_AVX512 && __builtin_cpu_supports("avx512dq")) {
    return letters_avx512(sum, unit, length, filter);
  }
  if (best >= CSCAN_AVX2) return letters_avx2(sum, unit, length, filter);
#endif
  return letters_portable(sum, unit, length, filter);
}
