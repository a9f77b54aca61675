// What stands at the ends of lines, 64 of them at a time.

#include "CScan.h"
#include "vectors.h"

#include <string.h>


// Bytes first, then bits of 64 of them.
#define ENDS                                                                                  \
  for (size_t from = 0; from < count; from += 64) {                                           \
    SOME_LINES                                                                                \
    uint8_t size[64], padded[64], lead[64];                                                   \
    for (size_t i = 0; i < 64; i++) {                                                         \
      uint32_t end = some[i].content_end;                                                     \
      memcpy(four + i, text + (end >= 2 ? end - 2 : 0), 4);                                   \
    }                                                                                         \
    for (size_t i = 0; i < 64; i++) {                                                         \
      uint32_t length = some[i].content_end - some[i].content_start;                          \
      size[i] = (uint8_t)(length < 255 ? length : 255);                                       \
      padded[i] = some[i].start != some[i].end;                                               \
      lead[i] = some[i].start != some[i].content_start;                                       \
    }                                                                                         \
    for (size_t i = 0; i < 64 && some[i].content_end < 2; i++) {                              \
      four[i] <<= 8 * (2 - some[i].content_end);                                              \
    }                                                                                         \
    v64 length = *(const v64u *)size, before = BYTE(0), end = BYTE(1), behind = BYTE(2);      \
    uint64_t content = MASK(length != (v64)0) & all;                                          \
    cscan_line_ends *out = ends + from / 64;                                                  \
    out->content = content;                                                                   \
    out->padded = MASK(*(const v64u *)padded != (v64)0) & ~content & all;                     \
    out->indented = MASK(*(const v64u *)lead != (v64)0) & content;                            \
    out->two = MASK(length >= (v64)2) & content;                                              \
    out->brief = MASK(length <= (v64)16) & content;                                           \
    out->small = MASK(length <= (v64)20) & content;                                           \
    out->broad = MASK(length <= (v64)180) & content;                                          \
    out->full = MASK(length >= (v64)40) & content;                                            \
    out->letter = MASK(IN(end | (v64)0x20, 'a', 'z')) & content;                              \
    out->figure = MASK(IN(end, '0', '9') | IS(end, ',')) & content;                           \
    out->sign = MASK(IS(end, '-') | IS(end, '=') | IS(end, '~') | IN(end, 0x80, 0xFF)) &      \
        content;                                                                              \
    out->stop = MASK(IS(end, '.') | IS(end, ',') | IS(end, '-') | IN(end, ':', ';') |         \
                     IS(end, '?') | IS(end, '!')) & content;                                  \
    out->dirty = MASK((IS(before, '-') | BLANK(before)) & (length > (v64)4)) & content;       \
    out->open = MASK(BLANK(behind)) & content;                                                \
  }

static void ends_portable(
    const uint8_t *text, const cscan_line *lines, size_t count, cscan_line_ends *ends) { ENDS }

#if defined(__x86_64__)
#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))
#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,bmi,bmi2,popcnt")))
AVX2 static void ends_avx2(
    const uint8_t *text, const cscan_line *lines, size_t count, cscan_line_ends *ends) { ENDS }
AVX512 static void ends_avx512(
    const uint8_t *text, const cscan_line *lines, size_t count, cscan_line_ends *ends) { ENDS }
#endif

void cscan_ends_of_lines(
    const uint8_t *text, const cscan_line *lines, size_t count, cscan_line_ends *ends) {
#if defined(__x86_64__)
  int best = best_set();
  if (best >= CSCAN_AVX512) return ends_avx512(text, lines, count, ends);
  if (best >= CSCAN_AVX2) return ends_avx2(text, lines, count, ends);
#endif
  ends_portable(text, lines, count, ends);
}
