// HOT: every word of every text passes here.
//
// Finds words and marks in the masks of `cscan_classify` and hashes the words. In C, compiled once
// per instruction set, because the loops live on tzcnt and bzhi, which Swift's baseline lacks: in
// Swift the same work ran at 130 MB/s, here at several times that (Docs/performance.md).

#include "CScan.h"
#include "vectors.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// The hash of WordHash.swift; a test compares the two.
#define K1 0x9E3779B97F4A7C15ull
#define K2 0xD6E8FEB86659FD93ull
#define INLINE static inline __attribute__((always_inline))

INLINE uint64_t finish(uint64_t hash, uint64_t length) {
  uint64_t mixed = (hash ^ length) * K2;
  return mixed ^ (mixed >> 32);
}

// Which bits of two words of eight bytes belong to a word of so many bytes; none for a longer one.
#define BYTES(n) (n >= 8 ? ~0ull : ~(~0ull << 8 * (n & 7)))
#define PAIR(n) {BYTES(n), n <= 8 ? 0 : BYTES(n - 8)}
static const uint64_t word_bits[18][2] = {
    PAIR(0),  PAIR(1),  PAIR(2),  PAIR(3),  PAIR(4),  PAIR(5),  PAIR(6),  PAIR(7),  PAIR(8),
    PAIR(9),  PAIR(10), PAIR(11), PAIR(12), PAIR(13), PAIR(14), PAIR(15), PAIR(16), {0, 0}};

// The 16 bytes from `at` on as far as they belong to a word; zeros for a longer word.
INLINE void load_word(const uint8_t *at, uint64_t length, uint64_t *first, uint64_t *second) {
  const uint64_t *bits = word_bits[length < 17 ? length : 17];
  memcpy(first, at, 8);
  memcpy(second, at + 8, 8);
  *first &= bits[0];
  *second &= bits[1];
}

INLINE cscan_familiar *familiar_entry(cscan_familiars table, uint64_t first, uint64_t second) {
  uint64_t mixed = (first ^ (second << 32 | second >> 32)) * K1;
  return &table.entries[mixed >> (64 - table.bits)];
}

// The hash of a word of at most 16 bytes, of which zeros stand behind.
INLINE uint64_t short_hash(uint64_t first, uint64_t second, uint64_t length) {
  const uint64_t fold = 0x2020202020202020ull;
  return finish(
      (first | (fold & word_bits[length][0])) * K1 +
          (second | (fold & word_bits[length][1])) * (K1 * K1),
      length);
}

// Words that are not familiar: one of eight in running text.
static __attribute__((noinline)) void note_word(
    const uint8_t *text, uint64_t start, uint64_t end, cscan_found *found) {
  const uint64_t fold = 0x2020202020202020ull, high = 0x8080808080808080ull;
  uint64_t hash = 0, power = K1, all = 0, small = 0, first_capitals = 0, later_capitals = 0;
  for (uint64_t at = start; at < end; at += 8) {
    uint64_t left = end - at, chunk;
    uint64_t mask = BYTES(left);
    memcpy(&chunk, text + at, 8);
    chunk &= mask;
    all |= chunk;
    small |= chunk & fold;
    if (at == start) {
      first_capitals = ~chunk & fold & mask;
    } else {
      later_capitals |= ~chunk & fold & mask;
    }
    hash += (chunk | (fold & mask)) * power;
    power *= K1;
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

uint64_t cscan_familiar_hash(cscan_familiar entry) {
  if (entry.slot >> CSCAN_SLOT_BITS) entry.first = ~entry.first;
  uint64_t length = entry.second ? 16 - (uint64_t)__builtin_clzll(entry.second) / 8
                                 : 8 - (uint64_t)__builtin_clzll(entry.first) / 8;
  return short_hash(entry.first, entry.second, length);
}

cscan_familiar cscan_enter(
    const uint8_t *text, const cscan_word *word, uint32_t slot, uint32_t suspect,
    cscan_familiars table) {
  cscan_familiar entry = {.slot = suspect << CSCAN_SLOT_BITS | slot};
  if (word->length > 16) return (cscan_familiar){0};
  load_word(text + word->start, word->length, &entry.first, &entry.second);
  cscan_familiar *place = familiar_entry(table, entry.first, entry.second);
  if (suspect) entry.first = ~entry.first;
  cscan_familiar old = *place;
  if (old.uses > 0) {
    place->uses = 0;
  } else {
    *place = entry;
  }
  return old;
}

// Blocks whose words are found before any is looked up.
#define BATCH 16

// Which bytes of blocks belong to words. The usual punctuation beyond ASCII, E2 80 and a third byte, does
// not. `over` has the bytes at a block's start that belong to such a character of the block before.
#define WORDS                                                                                       \
  for (size_t i = 0; i < blocks; i++, text += 64) {                                                 \
    uint64_t high = masks[i].high;                                                                  \
    words[i] = masks[i].letter | high;                                                              \
    if (!high) continue;                                                                            \
    v64 v = *(const v64u *)text;                                                                    \
    uint64_t leads = MASK(IS(v, 0xE2)), thirds = high & ~MASK(IN(v, 0xC0, 0xFF));                   \
    uint64_t begins = leads & MASK(IS(v, 0x80)) >> 1 & thirds >> 2;                                 \
    /* The last two need what stands behind the block. */                                           \
    for (int place = 62; place < 64; place++) {                                                     \
      if (leads >> place & 1 && text[place + 1] == 0x80 && text[place + 2] >> 6 == 2) {             \
        begins |= 1ull << place;                                                                    \
      }                                                                                             \
    }                                                                                               \
    words[i] &= ~(begins | begins << 1 | begins << 2 | over);                                       \
    over = begins >> 62 | begins >> 63;                                                             \
  }                                                                                                 \
  return (uint8_t)over;

static uint8_t words_of(
    const uint8_t *text, size_t blocks, const cscan_masks *masks, uint64_t over, uint64_t *words) {
  WORDS
}

#if defined(__x86_64__)
__attribute__((noinline, target("avx512f,avx512bw,avx512vl"))) static uint8_t words_of_avx512(
    const uint8_t *text, size_t blocks, const cscan_masks *masks, uint64_t over, uint64_t *words) {
  WORDS
}
#endif

// Writes the offsets at which words begin and end, by turns.
INLINE size_t turns_of(
    uint64_t offset, size_t blocks, const uint64_t *words, uint64_t in_word, uint32_t *out) {
  size_t count = 0;
  for (size_t i = 0; i < blocks; i++, offset += 64) {
    uint64_t word = words[i];
    uint64_t turns = word ^ (word << 1 | in_word);
    in_word = word >> 63;
    size_t some = (size_t)__builtin_popcountll(turns);
    uint32_t *to = out + count;
    // Twenty-four at once: most blocks have fewer, and none of them costs a branch.
    for (int k = 0; k < 24; k++) {
      to[k] = (uint32_t)(offset + (uint64_t)__builtin_ctzll(turns | 1ull << 63));
      turns &= turns - 1;
    }
    for (size_t k = 24; k < some; k++) {
      to[k] = (uint32_t)(offset + (uint64_t)__builtin_ctzll(turns));
      turns &= turns - 1;
    }
    count += some;
  }
  return count;
}

#if defined(__x86_64__)
// The same with the instruction that writes the lanes of a mask side by side.
__attribute__((noinline, target("avx512f,bmi,bmi2,popcnt"))) static size_t turns_of_avx512(
    uint64_t offset, size_t blocks, const uint64_t *words, uint64_t in_word, uint32_t *out) {
  const __m512i step = _mm512_set1_epi32(16);
  __m512i places = _mm512_add_epi32(
      _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
      _mm512_set1_epi32((int)offset));
  uint32_t *to = out;
  for (size_t i = 0; i < blocks; i++) {
    uint64_t word = words[i];
    uint64_t turns = word ^ (word << 1 | in_word);
    in_word = word >> 63;
    for (int quarter = 0; quarter < 4; quarter++) {
      _mm512_storeu_si512(to, _mm512_maskz_compress_epi32((__mmask16)turns, places));
      to += __builtin_popcount((uint16_t)turns);
      turns >>= 16;
      places = _mm512_add_epi32(places, step);
    }
  }
  return (size_t)(to - out);
}
#endif

typedef struct {
  uint64_t first, second;
  cscan_familiar *entry;
} cscan_sought;

// Counts the words that are familiar and no suspects, and lists the others.
// @return how many the others are.
INLINE size_t count_words(
    const cscan_sought *sought, size_t words, uint32_t *others, int is_counting) {
  size_t count = 0;
  for (size_t i = 0; i < words; i++) {
    cscan_sought word = sought[i];
    uint64_t differs = (word.entry->first ^ word.first) | (word.entry->second ^ word.second);
    // No entry is all zero, as a word of more than 16 bytes is here.
    uint32_t is_familiar = differs == 0;
    if (is_counting) word.entry->uses += is_familiar;
    others[count] = (uint32_t)i;
    count += 1 - is_familiar;
  }
  return count;
}

// A familiar word that needs a look wherever it stands, a letter only between white space.
INLINE void note_suspect(
    const uint8_t *text, uint64_t start, uint64_t end, cscan_sought sought, cscan_found *found) {
  uint64_t length = end - start;
  if (length == 1 && ((start > 0 && !is_white(text[start - 1])) || !is_white(text[end]))) {
    found->familiar_count++;
    return;
  }
  cscan_word *word = &found->words[found->word_count++];
  word->hash = short_hash(sought.first, sought.second, length);
  word->start = (uint32_t)start;
  word->length = (uint16_t)length;
  word->kind = (uint8_t)(CSCAN_WORD_SUSPECT - 1 + (sought.entry->slot >> CSCAN_SLOT_BITS));
}

INLINE void take_words(const uint8_t *text, const uint32_t *turns, size_t words, cscan_found *found) {
  cscan_sought sought[BATCH * 32 + 1];
  uint32_t others[BATCH * 32 + 1];
  // Held: read through `found` it was loaded again for each word.
  cscan_familiars table = found->familiar;
  if (table.entries) {
    // All are asked for before one is compared: the table is in no near cache.
    for (size_t i = 0; i < words; i++) {
      uint64_t start = turns[2 * i], length = turns[2 * i + 1] - start;
      cscan_sought *word = &sought[i];
      load_word(text + start, length, &word->first, &word->second);
      word->entry = familiar_entry(table, word->first, word->second);
      __builtin_prefetch(word->entry, 1);
    }
    size_t count = table.is_counting ? count_words(sought, words, others, 1)
                                     : count_words(sought, words, others, 0);
    found->familiar_count += words - count;
    for (size_t i = 0; i < count; i++) {
      cscan_sought word = sought[others[i]];
      uint64_t start = turns[2 * others[i]], end = turns[2 * others[i] + 1];
      if (word.entry->first == ~word.first && word.entry->second == word.second) {
        if (table.is_counting) word.entry->uses++;
        note_suspect(text, start, end, word, found);
      } else {
        note_word(text, start, end, found);
      }
    }
  } else {
    for (size_t i = 0; i < words; i++) note_word(text, turns[2 * i], turns[2 * i + 1], found);
  }
}

INLINE uint64_t position(uint64_t bits) { return (uint64_t)__builtin_ctzll(bits); }

INLINE void read_block(
    const uint8_t *text, uint64_t offset, const cscan_masks *m, cscan_carry *carry,
    cscan_found *found) {
  uint64_t word = m->letter | m->high;
  uint64_t marks = m->odd | (m->stop & (m->blank << 1 | carry->last_blank)) |
                   (m->digit & (m->letter << 1 | carry->last_letter)) |
                   (m->letter & (m->digit << 1 | carry->last_digit)) |
                   (m->high & ~(m->high << 1 | carry->last_high));
  // Four at once: few blocks have more, and none of them costs a branch.
  uint32_t *to = found->marks + found->mark_count;
  found->mark_count += (size_t)__builtin_popcountll(marks);
  for (int k = 0; k < 4; k++) {
    to[k] = (uint32_t)(offset + position(marks | 1ull << 63));
    marks &= marks - 1;
  }
  for (to += 4; marks; marks &= marks - 1) *to++ = (uint32_t)(offset + position(marks));
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

typedef uint8_t words_finder(
    const uint8_t *, size_t, const cscan_masks *, uint64_t, uint64_t *);
typedef size_t turns_finder(uint64_t, size_t, const uint64_t *, uint64_t, uint32_t *);

INLINE void read_blocks(
    words_finder *find_words, turns_finder *find_turns, const uint8_t *text, size_t offset, size_t blocks,
    const cscan_masks *masks, cscan_carry *carry, cscan_found *found) {
  uint32_t turns[BATCH * 64 + 32];
  while (blocks > 0) {
    size_t some = blocks < BATCH ? blocks : BATCH;
    uint64_t words[BATCH];
    carry->last_punctuation =
        find_words(text + offset, some, masks, carry->last_punctuation, words);
    turns[0] = (uint32_t)carry->word_start;
    size_t count = carry->in_word + find_turns(offset, some, words, carry->in_word, turns + carry->in_word);
    take_words(text, turns, count / 2, found);
    carry->in_word = count & 1;
    if (carry->in_word) carry->word_start = turns[count - 1];
    for (size_t i = 0; i < some; i++) read_block(text, offset + i * 64, &masks[i], carry, found);
    offset += some * 64;
    masks += some;
    blocks -= some;
  }
}

#define ARGUMENTS                                                                           \
  const uint8_t *text, size_t offset, size_t blocks, const cscan_masks *masks,              \
      cscan_carry *carry, cscan_found *found

static void read_portable(ARGUMENTS) {
  read_blocks(words_of, turns_of, text, offset, blocks, masks, carry, found);
}

#if defined(__x86_64__)
__attribute__((target("bmi,bmi2,popcnt"))) static void read_bmi(ARGUMENTS) {
  read_blocks(words_of, turns_of, text, offset, blocks, masks, carry, found);
}

__attribute__((target("bmi,bmi2,popcnt"))) static void read_avx512(ARGUMENTS) {
  read_blocks(words_of_avx512, turns_of_avx512, text, offset, blocks, masks, carry, found);
}
#endif

int cscan_survey_with(
    int instructions, const uint8_t *text, size_t offset, size_t blocks, cscan_carry *carry,
    cscan_found *found) {
  if (instructions > best_set()) return 0;
  void (*read)(ARGUMENTS) = read_portable;
#if defined(__x86_64__)
  if (instructions >= CSCAN_AVX2) read = read_bmi;
  if (instructions >= CSCAN_AVX512) read = read_avx512;
#endif
  // 4 KiB of masks at a time stay in the first cache.
  cscan_masks masks[64];
  while (blocks > 0) {
    size_t some = blocks < 64 ? blocks : 64;
    // A batch is too short for the processor to see what comes next; behind the text nothing is read.
    uintptr_t next = (uintptr_t)text + offset + some * 64;
    for (size_t i = 0; i < some; i++) __builtin_prefetch((const void *)(next + i * 64));
    cscan_classify_with(instructions, text + offset, some, masks);
    read(text, offset, some, masks, carry, found);
    offset += some * 64;
    blocks -= some;
  }
  return 1;
}

void cscan_survey(
    const uint8_t *text, size_t offset, size_t blocks, cscan_carry *carry, cscan_found *found) {
  cscan_survey_with(best_set(), text, offset, blocks, carry, found);
}

void cscan_finish(const uint8_t *text, size_t count, cscan_carry *carry, cscan_found *found) {
  if (!carry->in_word || carry->word_start >= count) return;
  uint32_t turns[2] = {(uint32_t)carry->word_start, (uint32_t)count};
  take_words(text, turns, 1, found);
  carry->in_word = 0;
}
