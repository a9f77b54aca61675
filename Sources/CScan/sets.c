// Sets of letters that differ by a few, and counts that are set among some: C, because without the instruction that counts bits, which Swift
// has no way to ask for, it took five times as long.

#include "CScan.h"
#include "vectors.h"

#define NEAR                                                                                  \
  for (; at < end; at++) {                                                                    \
    if (__builtin_popcountll(sets[at] & ~set) <= added &&                                     \
        __builtin_popcountll(set & ~sets[at]) <= lost) {                                      \
      break;                                                                                  \
    }                                                                                         \
  }                                                                                           \
  return at;

static size_t near_portable(
    const uint64_t *sets, size_t at, size_t end, uint64_t set, int added, int lost) { NEAR }

#if defined(__x86_64__)
__attribute__((target("avx2,bmi,bmi2,popcnt"))) static size_t near_avx2(
    const uint64_t *sets, size_t at, size_t end, uint64_t set, int added, int lost) { NEAR }
#endif

size_t cscan_next_near(
    const uint64_t *sets, size_t at, size_t end, uint64_t set, int added, int lost) {
#if defined(__x86_64__)
  if (best_set() >= CSCAN_AVX2) return near_avx2(sets, at, end, set, added, lost);
#endif
  return near_portable(sets, at, end, set, added, lost);
}

typedef uint16_t w32 __attribute__((ext_vector_type(32)));
typedef uint16_t w32u __attribute__((ext_vector_type(32), aligned(2)));
typedef _Bool b32 __attribute__((ext_vector_type(32)));

// Of 32 counts those of two at least, a bit for each.
#define TWICE(counts)                                                                         \
  (uint64_t) __builtin_bit_cast(                                                              \
      uint32_t, __builtin_convertvector(*(const w32u *)(counts) > (w32)(uint16_t)1, b32))

#define REPEATED                                                                              \
  for (; at < end; at = (at | 63) + 1) {                                                      \
    size_t first = at & ~(size_t)63;                                                          \
    uint64_t some = among[at >> 6] & ~0ull << (at & 63);                                      \
    some &= TWICE(counts + first) | TWICE(counts + first + 32) << 32;                         \
    if (some) return first + (size_t)__builtin_ctzll(some);                                   \
  }                                                                                           \
  return end;

static size_t repeated_portable(
    const uint16_t *counts, const uint64_t *among, size_t at, size_t end) { REPEATED }

#if defined(__x86_64__)
__attribute__((target("avx2,bmi,bmi2,popcnt"))) static size_t repeated_avx2(
    const uint16_t *counts, const uint64_t *among, size_t at, size_t end) { REPEATED }
#endif

size_t cscan_next_repeated(
    const uint16_t *counts, const uint64_t *among, size_t at, size_t end) {
#if defined(__x86_64__)
  if (best_set() >= CSCAN_AVX2) return repeated_avx2(counts, among, at, end);
#endif
  return repeated_portable(counts, among, at, end);
}
