// HOT: pairs of confusions, up to some hundred thousand a megabyte, nearly all of which make no word.
//
// In C, because the vectors of Swift have no gathers: four or eight hashes are made and asked for at once.

#include "CScan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#define INLINE static inline __attribute__((always_inline))

// The second factor of WordHash.swift.
#define K2 0xD6E8FEB86659FD93ull
#define HAS_NO_SUM (1ull << 63)

// Finds the first change behind another one.
typedef struct {
  const uint64_t *added;
  double most;
  uint64_t sum, longer;  // of the first change
} first_change;

INLINE size_t next_portable(
    const cscan_changes *changes, size_t at, first_change first, const cscan_filter *filter) {
  for (; at < changes->count; at++) {
    if (!(changes->costs[at] <= first.most)) continue;
    if (changes->lengths[at] & HAS_NO_SUM) return at;
    uint64_t mixed = ((first.added[at] + first.sum) ^ (changes->lengths[at] + first.longer)) * K2;
    uint64_t hash = mixed ^ (mixed >> 32);
    uint64_t bits = 1ull << (hash & 63) | 1ull << (hash >> 32 & 63);
    if ((filter->words[(hash & filter->mask) >> 6] & bits) == bits) return at;
  }
  return changes->count;
}

#define PAIRS(next_second)                                                                     \
  size_t first = at->first, next = at->next;                                                   \
  for (; first < changes->count; first++, next = 0) {                                          \
    if (next == 0) {                                                                           \
      next = changes->behind[first];                                                           \
      if (changes->looks[first]) {                                                             \
        *at = (cscan_pair){.first = first, .next = next};                                      \
        return CSCAN_FIRST_ALONE;                                                              \
      }                                                                                        \
    }                                                                                          \
    if (changes->lengths[first] & HAS_NO_SUM) continue;                                        \
    if (changes->most - changes->costs[first] < changes->cheapest) continue;                   \
    uint64_t longer = changes->lengths[first] - changes->length;                               \
    first_change one = {                                                                       \
        changes->added + (longer + changes->reach) * (changes->count + 8),                     \
        changes->most - changes->costs[first], changes->alone[first], longer};                 \
    size_t second = next_second(changes, next, one, filter);                                   \
    if (second < changes->count) {                                                             \
      *at = (cscan_pair){first, second, second + 1};                                           \
      return CSCAN_PAIR;                                                                       \
    }                                                                                          \
  }                                                                                            \
  return CSCAN_NO_PAIR;

static int pairs_portable(
    const cscan_changes *changes, cscan_pair *at, const cscan_filter *filter) {
  PAIRS(next_portable)
}

#if defined(__x86_64__)
#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))
#define AVX512 __attribute__((target("avx512f,avx512dq,avx512vl,bmi,bmi2,popcnt")))

AVX2 INLINE size_t next_avx2(
    const cscan_changes *changes, size_t at, first_change first, const cscan_filter *filter) {
  const __m256d most = _mm256_set1_pd(first.most);
  const __m256i sum = _mm256_set1_epi64x((int64_t)first.sum);
  const __m256i longer = _mm256_set1_epi64x((int64_t)first.longer);
  const __m256i mask = _mm256_set1_epi64x((int64_t)filter->mask);
  const __m256i factor = _mm256_set1_epi64x((int64_t)K2);
  const __m256i crossed = _mm256_set1_epi64x((int64_t)(K2 << 32 | K2 >> 32));
  const __m256i six = _mm256_set1_epi64x(63), one = _mm256_set1_epi64x(1);
  for (; at < changes->count; at += 4) {
    __m256d cheap = _mm256_cmp_pd(_mm256_loadu_pd(changes->costs + at), most, _CMP_LE_OQ);
    if (!_mm256_movemask_pd(cheap)) continue;
    __m256i lengths = _mm256_loadu_si256((const __m256i *)(changes->lengths + at));
    __m256i added = _mm256_loadu_si256((const __m256i *)(first.added + at));
    __m256i word = _mm256_xor_si256(
        _mm256_add_epi64(added, sum), _mm256_add_epi64(lengths, longer));
    // The product of 64 bits from those of 32.
    __m256i cross = _mm256_mullo_epi32(word, crossed);
    cross = _mm256_slli_epi64(_mm256_add_epi32(cross, _mm256_srli_epi64(cross, 32)), 32);
    __m256i mixed = _mm256_add_epi64(_mm256_mul_epu32(word, factor), cross);
    // Which is the upper half of the hash as well.
    __m256i upper = _mm256_srli_epi64(mixed, 32);
    __m256i hash = _mm256_xor_si256(mixed, upper);
    __m256i held = _mm256_i64gather_epi64(
        (const long long *)filter->words,
        _mm256_srli_epi64(_mm256_and_si256(hash, mask), 6), 8);
    __m256i bits = _mm256_or_si256(
        _mm256_sllv_epi64(one, _mm256_and_si256(hash, six)),
        _mm256_sllv_epi64(one, _mm256_and_si256(upper, six)));
    __m256i found = _mm256_cmpeq_epi64(_mm256_and_si256(held, bits), bits);
    int which = _mm256_movemask_pd(
        _mm256_and_pd(cheap, _mm256_castsi256_pd(_mm256_or_si256(found, lengths))));
    if (which) return at + (size_t)__builtin_ctz((unsigned)which);
  }
  return changes->count;
}

AVX512 INLINE size_t next_avx512(
    const cscan_changes *changes, size_t at, first_change first, const cscan_filter *filter) {
  const __m512d most = _mm512_set1_pd(first.most);
  const __m512i sum = _mm512_set1_epi64((int64_t)first.sum);
  const __m512i longer = _mm512_set1_epi64((int64_t)first.longer);
  const __m512i mask = _mm512_set1_epi64((int64_t)filter->mask);
  const __m512i factor = _mm512_set1_epi64((int64_t)K2);
  const __m512i six = _mm512_set1_epi64(63), one = _mm512_set1_epi64(1);
  for (; at < changes->count; at += 8) {
    __mmask8 cheap =
        _mm512_cmp_pd_mask(_mm512_loadu_pd(changes->costs + at), most, _CMP_LE_OQ);
    if (!cheap) continue;
    __m512i lengths = _mm512_loadu_si512(changes->lengths + at);
    __m512i word = _mm512_xor_si512(
        _mm512_add_epi64(_mm512_loadu_si512(first.added + at), sum),
        _mm512_add_epi64(lengths, longer));
    __m512i mixed = _mm512_mullo_epi64(word, factor);
    __m512i upper = _mm512_srli_epi64(mixed, 32);
    __m512i hash = _mm512_xor_si512(mixed, upper);
    __m512i held = _mm512_mask_i64gather_epi64(
        _mm512_setzero_si512(), cheap, _mm512_srli_epi64(_mm512_and_si512(hash, mask), 6),
        filter->words, 8);
    __m512i bits = _mm512_or_si512(
        _mm512_sllv_epi64(one, _mm512_and_si512(hash, six)),
        _mm512_sllv_epi64(one, _mm512_and_si512(upper, six)));
    __mmask8 found = _mm512_mask_cmpeq_epi64_mask(cheap, _mm512_and_si512(held, bits), bits);
    found |= cheap & _mm512_movepi64_mask(lengths);
    if (found) return at + (size_t)__builtin_ctz(found);
  }
  return changes->count;
}

AVX2 static int pairs_avx2(
    const cscan_changes *changes, cscan_pair *at, const cscan_filter *filter) {
  PAIRS(next_avx2)
}
AVX512 static int pairs_avx512(
    const cscan_changes *changes, cscan_pair *at, const cscan_filter *filter) {
  PAIRS(next_avx512)
}
#endif

int cscan_next_changes(const cscan_changes *changes, cscan_pair *at, const cscan_filter *filter) {
#if defined(__x86_64__)
  int best = cscan_best();
  if (best >= CSCAN_AVX512 && __builtin_cpu_supports("avx512dq")) {
    return pairs_avx512(changes, at, filter);
  }
  if (best >= CSCAN_AVX2) return pairs_avx2(changes, at, filter);
#endif
  return pairs_portable(changes, at, filter);
}
