// Where lines end, and what of them is content.

#include "CScan.h"
#include "vectors.h"

#include <string.h>

// What comparisons of bytes give.
typedef char k64 __attribute__((ext_vector_type(64)));

// Whole blocks of 64 bytes up to the one in which the `lines`th line feed stands.
#define SKIP                                                                                  \
  size_t at = 0;                                                                              \
  for (; count - at >= 64; at += 64) {                                                        \
    size_t here = (size_t)__builtin_popcountll(feeds(text + at));                             \
    if (here >= *lines) break;                                                                \
    *lines -= here;                                                                           \
  }                                                                                           \
  return at;

// All lines but the one behind the last line feed.
#define READ                                                                                  \
  size_t found = 0;                                                                           \
  uint32_t start = 0;                                                                         \
  for (size_t at = 0; at < count; at += 64) {                                                 \
    uint64_t mask = feeds(text + at);                                                         \
    for (; mask; mask &= mask - 1) {                                                          \
      uint32_t end = (uint32_t)at + (uint32_t)__builtin_ctzll(mask);                          \
      if (found == room) return SIZE_MAX;                                                     \
      lines[found++] = line(text, start, end);                                                \
      start = end + 1;                                                                        \
    }                                                                                         \
  }                                                                                           \
  *rest = start;                                                                              \
  return found;

// The last block of 64 bytes, from the end back, with a break in it.
#define BACK                                                                                  \
  while (count >= 64) {                                                                       \
    v64 v = *(const v64u *)(text + count - 64);                                               \
    uint64_t mask = MASK(IS(v, '\n') | IS(v, '\f'));                                          \
    if (mask) return count - 1 - (size_t)__builtin_clzll(mask);                               \
    count -= 64;                                                                              \
  }                                                                                           \
  while (count > 0) {                                                                         \
    count--;                                                                                  \
    if (text[count] == '\n' || text[count] == '\f') return count;                             \
  }                                                                                           \
  return SIZE_MAX;

#define COUNT                                                                                 \
  size_t found = 0;                                                                           \
  for (size_t at = 0; at < count; at += 64) {                                                 \
    found += (size_t)__builtin_popcountll(feeds(text + at));                                  \
  }                                                                                           \
  return found;

// What may stand behind the number of a note, read right and misread.
#define CLOSES(v) (IS(v, '.') | IS(v, ')'))
#define ENDS(v) (CLOSES(v) | IS(v, ','))
// Raised digits begin with these.
#define RAISED(v) (IS(v, 0xC2) | IS(v, 0xE2))

// Bytes first, then bits of 64 of them. What the label of a note is `NoteLabels` says: here lines are
// left out that cannot begin with one by their first four bytes, in valid UTF-8.
#define KINDS                                                                                 \
  for (size_t from = 0; from < count; from += 64) {                                           \
    SOME_LINES                                                                                \
    uint8_t content[64], lead[64];                                                            \
    for (size_t i = 0; i < 64; i++) memcpy(four + i, text + some[i].content_start, 4);        \
    for (size_t i = 0; i < 64; i++) {                                                         \
      content[i] = some[i].content_start != some[i].content_end;                              \
      lead[i] = some[i].content_start - some[i].start == 1;                                   \
    }                                                                                         \
    uint64_t has_content = MASK(*(const v64u *)content != (v64)0);                            \
    v64 first = BYTE(0), second = BYTE(1), third = BYTE(2), fourth = BYTE(3);                 \
    k64 letter = IN(first | (v64)0x20, 'a', 'z');                                             \
    uint64_t has_letter = MASK(letter);                                                       \
    blank[from / 64] = all & ~has_content;                                                    \
    odd[from / 64] = has_content & ~has_letter;                                               \
    led[from / 64] = MASK(*(const v64u *)lead != (v64)0);                                     \
    marked[from / 64] = has_content &                                                         \
        MASK(IS(first, '[') | IS(first, '{') | IS(first, '<') | IS(first, '#') |              \
             IS(first, '=') | IS(first, '-'));                                                \
    k64 digit = IN(first, '0', '9'), digit2 = IN(second, '0', '9'), digit3 = IN(third, '0', '9');\
    k64 blank2 = BLANK(second), blank3 = BLANK(third);                                        \
    k64 numbered = digit & (ENDS(second) | (blank2 & IS(third, '.')) |                        \
        (digit2 & (ENDS(third) | (blank3 & IS(fourth, '.')) |                                 \
            (digit3 & (ENDS(fourth) | BLANK(fourth))))));                                     \
    k64 raised = (IS(first, 0xC2) & (IS(second, 0xB9) | IN(second, 0xB2, 0xB3))) |            \
        (IS(first, 0xE2) & IS(second, 0x81));                                                 \
    k64 dirty = ~(letter | digit | IN(first, 0x80, 0xFF)) &                                   \
        ((digit2 & (digit3 | blank3 | ENDS(third))) | RAISED(second) |                        \
            (blank2 & (digit3 | blank3 | RAISED(third))));                                    \
    labelled[from / 64] = has_content & MASK(numbered | raised | dirty);                      \
    misread[from / 64] = has_content & MASK(CLOSES(second) | CLOSES(third) | CLOSES(fourth)); \
  }

static inline __attribute__((always_inline)) uint64_t feeds(const uint8_t *at) {
  v64 v = *(const v64u *)at;
  return MASK(IS(v, '\n'));
}

static inline cscan_line line(const uint8_t *text, uint32_t start, uint32_t end) {
  uint32_t content_end = end, content_start = start;
  while (content_end > start && is_white(text[content_end - 1])) content_end--;
  while (content_start < content_end && is_white(text[content_start])) content_start++;
  return (cscan_line){start, content_start, content_end, end};
}

static size_t skip_portable(const uint8_t *text, size_t count, size_t *lines) { SKIP }
static size_t count_portable(const uint8_t *text, size_t count) { COUNT }
static size_t read_portable(
    const uint8_t *text, size_t count, cscan_line *lines, size_t room, uint32_t *rest) { READ }
static size_t back_portable(const uint8_t *text, size_t count) { BACK }
static void kinds_portable(
    const uint8_t *text, const cscan_line *lines, size_t count, uint64_t *blank, uint64_t *odd,
    uint64_t *led, uint64_t *marked, uint64_t *labelled, uint64_t *misread) { KINDS }

#if defined(__x86_64__)
#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))
#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,bmi,bmi2,popcnt")))
AVX2 static size_t skip_avx2(const uint8_t *text, size_t count, size_t *lines) { SKIP }
AVX2 static size_t count_avx2(const uint8_t *text, size_t count) { COUNT }
AVX2 static size_t read_avx2(
    const uint8_t *text, size_t count, cscan_line *lines, size_t room, uint32_t *rest) { READ }
AVX2 static size_t back_avx2(const uint8_t *text, size_t count) { BACK }
AVX2 static void kinds_avx2(
    const uint8_t *text, const cscan_line *lines, size_t count, uint64_t *blank, uint64_t *odd,
    uint64_t *led, uint64_t *marked, uint64_t *labelled, uint64_t *misread) { KINDS }
AVX512 static void kinds_avx512(
    const uint8_t *text, const cscan_line *lines, size_t count, uint64_t *blank, uint64_t *odd,
    uint64_t *led, uint64_t *marked, uint64_t *labelled, uint64_t *misread) { KINDS }
#define BEST(function) (best_set() >= CSCAN_AVX2 ? function##_avx2 : function##_portable)
#else
#define BEST(function) function##_portable
#endif

size_t cscan_lines_end(const uint8_t *text, size_t count, size_t lines) {
  size_t at = BEST(skip)(text, count, &lines);
  for (; at < count; at++) {
    if (text[at] == '\n' && --lines == 0) return at + 1;
  }
  return count;
}

size_t cscan_last_break(const uint8_t *text, size_t count) { return BEST(back)(text, count); }

size_t cscan_count_lines(const uint8_t *text, size_t count) {
  return BEST(count)(text, count) + 1;
}

size_t cscan_lines_with(
    int instructions, const uint8_t *text, size_t count, cscan_line *lines, size_t room) {
  if (instructions > best_set()) return SIZE_MAX;
  uint32_t rest = 0;
#if defined(__x86_64__)
  size_t found = (instructions >= CSCAN_AVX2 ? read_avx2 : read_portable)(text, count, lines, room, &rest);
#else
  size_t found = read_portable(text, count, lines, room, &rest);
#endif
  if (found == SIZE_MAX || rest == count) return found;
  if (found == room) return SIZE_MAX;
  lines[found++] = line(text, rest, (uint32_t)count);
  return found;
}

size_t cscan_lines(const uint8_t *text, size_t count, cscan_line *lines, size_t room) {
  return cscan_lines_with(best_set(), text, count, lines, room);
}

size_t cscan_lines_between(
    const uint8_t *text, size_t start, size_t end, int is_ended, cscan_line *lines) {
  size_t found = 0;
  const uint8_t *feed;
  while (start < end && (feed = memchr(text + start, '\n', end - start))) {
    size_t at = (size_t)(feed - text);
    lines[found++] = line(text, (uint32_t)start, (uint32_t)at);
    start = at + 1;
  }
  if (is_ended || start < end) lines[found++] = line(text, (uint32_t)start, (uint32_t)end);
  return found;
}

void cscan_line_kinds(
    const uint8_t *text, const cscan_line *lines, size_t count, uint64_t *blank, uint64_t *odd,
    uint64_t *led, uint64_t *marked, uint64_t *labelled, uint64_t *misread) {
#if defined(__x86_64__)
  if (best_set() >= CSCAN_AVX512) {
    kinds_avx512(text, lines, count, blank, odd, led, marked, labelled, misread);
    return;
  }
#endif
  BEST(kinds)(text, lines, count, blank, odd, led, marked, labelled, misread);
}
