// HOT: every byte of every text passes here.
//
// One body in clang's vector extensions, compiled once per instruction set and chosen at run time.
// It is C because Swift has neither a movemask nor target attributes.

#include "CScan.h"
#include "vectors.h"

#define BODY                                                                                  \
  for (size_t i = 0; i < blocks; i++, text += 64, out++) {                                    \
    v64 v = *(const v64u *)text;                                                              \
    out->letter = MASK(IN(v | (v64)0x20, 'a', 'z'));                                          \
    out->quote = MASK(IS(v, '\'') | IS(v, '"'));                                              \
    out->digit = MASK(IN(v, '0', '9'));                                                       \
    out->blank = MASK(IS(v, ' ') | IS(v, '\t'));                                              \
    out->newline = MASK(IS(v, '\n'));                                                         \
    out->high = MASK(IN(v, 0x80, 0xFF));                                                      \
    out->stop = MASK(IN(v, ',', '.') | IN(v, ':', ';'));                                         \
    out->hyphen = MASK(IS(v, '-'));                                                           \
    out->odd = MASK(IN(v, '!', '!') | IN(v, '#', '&') | IN(v, '*', '+') | IS(v, '/') |        \
                    IN(v, '<', '>') | IS(v, '@') | IN(v, '[', '`') | IN(v, '{', 0x7F) |       \
                    (IN(v, 0, 0x1F) & ~(IN(v, '\t', '\n') | IS(v, '\r'))));                    \
  }

static void classify_portable(const uint8_t *text, size_t blocks, cscan_masks *out) { BODY }

#if defined(__x86_64__)
__attribute__((target("avx2,bmi,bmi2,popcnt")))
static void classify_avx2(const uint8_t *text, size_t blocks, cscan_masks *out) { BODY }

__attribute__((target("avx512f,avx512bw,avx512vl,bmi,bmi2,popcnt")))
static void classify_avx512(const uint8_t *text, size_t blocks, cscan_masks *out) { BODY }
#endif

static _Thread_local int limit = CSCAN_AVX512;
_Thread_local int cscan_known_best = -1;

void cscan_limit(int instructions) {
  limit = instructions;
  cscan_known_best = -1;
}

static int find_best(void) {
#if defined(__x86_64__)
  if (limit >= CSCAN_AVX512 && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl")) {
    return CSCAN_AVX512;
  }
  if (limit >= CSCAN_AVX2 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) {
    return CSCAN_AVX2;
  }
#endif
  return CSCAN_PORTABLE;
}

int cscan_best(void) { return cscan_known_best = find_best(); }

int cscan_classify_with(int instructions, const uint8_t *text, size_t blocks, cscan_masks *out) {
  if (instructions > best_set()) return 0;
  switch (instructions) {
#if defined(__x86_64__)
    case CSCAN_AVX512: classify_avx512(text, blocks, out); return 1;
    case CSCAN_AVX2: classify_avx2(text, blocks, out); return 1;
#endif
    default: classify_portable(text, blocks, out); return 1;
  }
}

void cscan_classify(const uint8_t *text, size_t blocks, cscan_masks *out) {
  // Asked anew for each call of 4 KiB and more: the answer is one load of a cached word.
  cscan_classify_with(best_set(), text, blocks, out);
}
