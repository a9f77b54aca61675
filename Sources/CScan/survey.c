// HOT: every word of every text passes here.
//
// Finds words and marks in the masks of `cscan_classify` and hashes the words. In C, compiled once
// per instruction set, because the loops live on tzcnt and bzhi, which Swift's baseline lacks: in
// Swift the same work ran at 130 MB/s, here at several times that (Docs/performance.md).

#include "CScan.h"

#include <string.h>

// The hash of WordHash.swift; a test compares the two.
#define K1 0x9E3779B97F4A7C15ull
#define K2 0xD6E8FEB86659FD93ull

#define INLINE static inline __attribute__((always_inline))

INLINE uint64_t step(uint64_t hash, uint64_t chunk) {
  uint64_t mixed = (hash ^ chunk) * K1;
  return mixed ^ (mixed >> 29);
}

INLINE uint64_t finish(uint64_t hash, uint64_t length) {
  uint64_t mixed = (hash ^ length) * K2;
  return mixed ^ (mixed >> 32);
}

// At most 16 bytes from `at` on, zeros behind them; the bytes behind the word may be read.
INLINE void load_word(const uint8_t *at, uint64_t length, uint64_t *first, uint64_t *second) {
  uint64_t a, b;
  memcpy(&a, at, 8);
  memcpy(&b, at + 8, 8);
  uint64_t in_second = length > 8 ? length - 8 : 0;
  *first = length < 8 ? a & ~(~0ull << 8 * length) : a;
  *second = in_second < 8 ? b & ~(~0ull << 8 * in_second) : b;
}

INLINE cscan_familiar *familiar_entry(cscan_familiars table, uint64_t first, uint64_t second) {
  uint64_t mixed = (first ^ (second << 32 | second >> 32)) * K1;
  return &table.entries[mixed >> (64 - table.bits)];
}

// Words that are not familiar: one of eight in running text.
static __attribute__((noinline)) void note_word(
    const uint8_t *text, uint64_t start, uint64_t end, cscan_found *found) {
  const uint64_t fold = 0x2020202020202020ull, high = 0x8080808080808080ull;
  uint64_t hash = 0, all = 0, small = 0, first_capitals = 0, later_capitals = 0;
  for (uint64_t at = start; at < end; at += 8) {
    uint64_t left = end - at, chunk;
    uint64_t mask = left < 8 ? ~(~0ull << 8 * left) : ~0ull;
    memcpy(&chunk, text + at, 8);
    chunk &= mask;
    all |= chunk;
    small |= chunk & fold;
    if (at == start) {
      first_capitals = ~chunk & fold & mask;
    } else {
      later_capitals |= ~chunk & fold & mask;
    }
    hash = step(hash, chunk | (fold & mask));
  }
  uint64_t length = end - start;
  cscan_word *word = &found->words[found->word_count++];
  word->hash = finish(hash, length);
  // The tables of 4 and 1 MB are in no near cache: asked for now, an entry is there when Swift comes
  // to it.
  if (found->slots) {
    uint64_t slot = word->hash >> found->slot_shift;
    __builtin_prefetch(found->slots + slot);
    if (found->counts) __builtin_prefetch(found->counts + slot, 1);
  }
  word->start = (uint32_t)start;
  word->length = length > 65535 ? 65535 : (uint16_t)length;
  word->before = start > 0 ? text[start - 1] : '\n';
  if (all & high) {
    word->kind = CSCAN_WORD_HIGH;
  } else if (!(first_capitals | later_capitals)) {
    word->kind = CSCAN_WORD_SMALL;
  } else if (first_capitals == 0x20 && !later_capitals) {
    word->kind = CSCAN_WORD_TITLE;
  } else {
    word->kind = small ? CSCAN_WORD_MIXED : CSCAN_WORD_CAPITALS;
  }
}

INLINE void take_word(const uint8_t *text, uint64_t start, uint64_t end, cscan_found *found) {
  uint64_t length = end - start;
  if (found->familiar.entries && length <= 16) {
    uint64_t first, second;
    load_word(text + start, length, &first, &second);
    cscan_familiar *entry = familiar_entry(found->familiar, first, second);
    if (((entry->first ^ first) | (entry->second ^ second)) == 0) {
      entry->uses++;
      found->familiar_count++;
      return;
    }
  }
  note_word(text, start, end, found);
}

cscan_familiar cscan_enter(
    const uint8_t *text, const cscan_word *word, uint32_t slot, cscan_familiars table) {
  cscan_familiar entry = {.slot = slot};
  if (word->length > 16) return (cscan_familiar){0};
  load_word(text + word->start, word->length, &entry.first, &entry.second);
  cscan_familiar *place = familiar_entry(table, entry.first, entry.second);
  cscan_familiar old = *place;
  *place = entry;
  return old;
}

INLINE uint64_t position(uint64_t bits) { return (uint64_t)__builtin_ctzll(bits); }

INLINE void read_block(
    const uint8_t *text, uint64_t offset, const cscan_masks *m, cscan_carry *carry,
    cscan_found *found) {
  uint64_t word = m->letter | m->high;
  uint64_t turns = word ^ (word << 1 | carry->in_word);
  uint64_t start = carry->word_start;
  // Turns alternate between the start and the end of a word.
  if (carry->in_word && turns) {
    take_word(text, start, offset + position(turns), found);
    turns &= turns - 1;
    carry->in_word = 0;
  }
  while (turns) {
    start = offset + position(turns);
    turns &= turns - 1;
    if (!turns) {
      carry->word_start = start;
      carry->in_word = 1;
      break;
    }
    take_word(text, start, offset + position(turns), found);
    turns &= turns - 1;
  }

  uint64_t marks = m->odd | (m->stop & (m->blank << 1 | carry->last_blank)) |
                   (m->digit & (m->letter << 1 | carry->last_letter)) |
                   (m->letter & (m->digit << 1 | carry->last_digit)) |
                   (m->high & ~(m->high << 1 | carry->last_high));
  while (marks) {
    found->marks[found->mark_count++] = (uint32_t)(offset + position(marks));
    marks &= marks - 1;
  }
  uint64_t hyphens = m->hyphen & (word << 1 | carry->last_word);
  while (hyphens) {
    uint64_t at = offset + position(hyphens);
    uint8_t next = text[at + 1];
    if ((next | 0x20) - 'a' < 26u || next >= 0x80) {
      found->compounds[found->compound_count++] = (uint32_t)at;
    }
    hyphens &= hyphens - 1;
  }
  uint64_t white = m->blank | m->newline;
  uint64_t last_white = carry->after_first ? carry->last_white : 1;
  uint64_t openings = m->quote & (white << 1 | last_white);
  while (openings) {
    uint64_t at = offset + position(openings);
    uint8_t next = text[at + 1] | 0x20;
    if (next >= 'a' && next <= 'z') found->openings[found->opening_count++] = (uint32_t)at;
    openings &= openings - 1;
  }
  carry->after_first = 1;
  carry->last_white = white >> 63;
  carry->last_blank = m->blank >> 63;
  carry->last_letter = m->letter >> 63;
  carry->last_digit = m->digit >> 63;
  carry->last_word = word >> 63;
  carry->last_high = m->high >> 63;
}

INLINE void read_blocks(
    const uint8_t *text, size_t offset, size_t blocks, const cscan_masks *masks, cscan_carry *carry,
    cscan_found *found) {
  for (size_t i = 0; i < blocks; i++) read_block(text, offset + i * 64, &masks[i], carry, found);
}

static void read_portable(
    const uint8_t *text, size_t offset, size_t blocks, const cscan_masks *masks, cscan_carry *carry,
    cscan_found *found) {
  read_blocks(text, offset, blocks, masks, carry, found);
}

#if defined(__x86_64__)
__attribute__((target("bmi,bmi2,popcnt"))) static void read_bmi(
    const uint8_t *text, size_t offset, size_t blocks, const cscan_masks *masks, cscan_carry *carry,
    cscan_found *found) {
  read_blocks(text, offset, blocks, masks, carry, found);
}
#endif

int cscan_survey_with(
    int instructions, const uint8_t *text, size_t offset, size_t blocks, cscan_carry *carry,
    cscan_found *found) {
  if (instructions > cscan_best()) return 0;
  // 4 KiB of masks at a time stay in the first cache.
  cscan_masks masks[64];
  while (blocks > 0) {
    size_t some = blocks < 64 ? blocks : 64;
    cscan_classify_with(instructions, text + offset, some, masks);
#if defined(__x86_64__)
    if (instructions >= CSCAN_AVX2) {
      read_bmi(text, offset, some, masks, carry, found);
    } else {
      read_portable(text, offset, some, masks, carry, found);
    }
#else
    read_portable(text, offset, some, masks, carry, found);
#endif
    offset += some * 64;
    blocks -= some;
  }
  return 1;
}

void cscan_survey(
    const uint8_t *text, size_t offset, size_t blocks, cscan_carry *carry, cscan_found *found) {
  cscan_survey_with(cscan_best(), text, offset, blocks, carry, found);
}

void cscan_finish(const uint8_t *text, size_t count, cscan_carry *carry, cscan_found *found) {
  if (!carry->in_word || carry->word_start >= count) return;
  take_word(text, carry->word_start, count, found);
  carry->in_word = 0;
}
