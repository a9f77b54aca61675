#ifndef CSCAN_VECTORS_H
#define CSCAN_VECTORS_H

#include "CScan.h"

#include <stdint.h>

// A block in clang's vector extensions, for bodies that are compiled once per instruction set.
typedef uint8_t v64 __attribute__((ext_vector_type(64)));
typedef uint8_t v64u __attribute__((ext_vector_type(64), aligned(1)));
typedef _Bool b64 __attribute__((ext_vector_type(64)));

#define MASK(x) __builtin_bit_cast(uint64_t, __builtin_convertvector((x), b64))
#define IN(v, lo, hi) (((v) - (uint8_t)(lo)) <= (v64)(uint8_t)((hi) - (lo)))
#define IS(v, byte) ((v) == (v64)(uint8_t)(byte))
// White space, and no byte at all: the padding's zeros.
#define WHITE(v) (IS(v, ' ') | IN(v, '\t', '\n') | IN(v, '\f', '\r') | IS(v, 0))
#define BLANK(v) (IS(v, ' ') | IS(v, '\t'))

// Four bytes of 64 lines, `four`, and one of the four as a block.
typedef uint32_t w64u __attribute__((ext_vector_type(64), aligned(4)));
#define BYTE(n) __builtin_convertvector(*(const w64u *)four >> (8 * (n)), v64)

// The 64 lines from one on as `some`, empty ones behind the last; `all` has a bit for each that there is.
#define SOME_LINES                                                                            \
    uint64_t all = ~0ull;                                                                     \
    const cscan_line *some = lines + from;                                                    \
    cscan_line last[64];                                                                      \
    if (count - from < 64) {                                                                  \
      memset(last, 0, sizeof last);                                                           \
      all >>= 64 - (count - from);                                                            \
      memcpy(last, some, (count - from) * sizeof *some);                                      \
      some = last;                                                                            \
    }                                                                                         \
    uint32_t four[64];

// White space, of one byte.
static inline int is_white(uint8_t byte) {
  const uint64_t white = 1ull << ' ' | 1ull << '\t' | 1ull << '\n' | 1ull << '\r' | 1ull << '\f' | 1;
  return byte <= ' ' && white >> byte & 1;
}

// What `cscan_best` says, or -1 where this thread has not asked: what is called for each line asks this.
extern _Thread_local int cscan_known_best;

static inline int best_set(void) { return cscan_known_best >= 0 ? cscan_known_best : cscan_best(); }

#endif
