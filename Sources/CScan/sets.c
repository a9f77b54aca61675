// Sets of letters that differ by a few: C, because without the instruction that counts bits, which Swift
// has no way to ask for, it took five times as long.

#include "CScan.h"

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
  if (cscan_best() >= CSCAN_AVX2) return near_avx2(sets, at, end, set, added, lost);
#endif
  return near_portable(sets, at, end, set, added, lost);
}
