// HOT: the first look at every byte.

#include "CScan.h"

#include <string.h>

// Which characters of U+0080 to U+07FF are starters in composed form, by the last six bits of each
// from C2 on: Unicode 14, without what it leaves open. The combining marks are not, and three that are
// another character.
static const uint64_t plain[30] = {
    ~0ull, ~0ull, ~0ull, ~0ull, ~0ull, ~0ull, ~0ull, ~0ull, ~0ull, ~0ull,
    0, 0xbcef000000008000, 0xfffffffbffffd770, ~0ull, ~0ull,
    ~0ull, 0xffffffffffffff07, ~0ull, 0xfffeffffffffffff, 0xfffffffffe7fffff,
    0x400000000000e7ff, 0x1f87ffffff0049, 0xfffffffff800ffff, 0xfffeffff000007ff, ~0ull,
    0xffffc260603fffff, 0xfffffffdbfff, 0xffffffffffffe000, 0x3ffffffffffff, 0xc7f007ffffffffff};

// Reads one character beyond ASCII; 0 where it is not valid UTF-8 or may have to be composed.
//
// Of what is above U+07FF, the blocks named here are not composed and are common. All else is left to
// the validator and to ICU.
static size_t plain_character(const uint8_t *at, const uint8_t *end) {
  if (at[0] >= 0xC2 && at[0] < 0xE0) {
    if (end - at < 2 || (at[1] & 0xC0) != 0x80) return 0;
    return plain[at[0] - 0xC2] >> (at[1] & 0x3F) & 1 ? 2 : 0;
  }
  if (end - at < 3 || (at[1] & 0xC0) != 0x80 || (at[2] & 0xC0) != 0x80) return 0;
  // U+2010 to U+20BF, U+2500 to U+27BF: punctuation, superscripts, signs, shapes, dingbats.
  if (at[0] == 0xE2) {
    if (at[1] == 0x80) return at[2] >= 0x90 ? 3 : 0;
    return at[1] <= 0x82 || (at[1] >= 0x94 && at[1] <= 0x9E) ? 3 : 0;
  }
  // The Latin ligatures.
  return at[0] == 0xEF && at[1] == 0xAC && at[2] <= 0x86 ? 3 : 0;
}

// 32 bytes a step, four loads: memory speed.
static const uint8_t *skip_ascii(const uint8_t *at, const uint8_t *end) {
  while (end - at >= 32) {
    uint64_t a, b, c, d;
    memcpy(&a, at, 8);
    memcpy(&b, at + 8, 8);
    memcpy(&c, at + 16, 8);
    memcpy(&d, at + 24, 8);
    if ((a | b | c | d) & 0x8080808080808080ull) break;
    at += 32;
  }
  while (at < end && *at < 0x80) at++;
  return at;
}

size_t cscan_ascii_prefix(const uint8_t *text, size_t count) {
  return (size_t)(skip_ascii(text, text + count) - text);
}

size_t cscan_plain_prefix(const uint8_t *text, size_t count) {
  const uint8_t *at = text, *end = text + count;
  while ((at = skip_ascii(at, end)) < end) {
    size_t length = plain_character(at, end);
    if (length == 0) return (size_t)(at - text);
    at += length;
  }
  return count;
}
