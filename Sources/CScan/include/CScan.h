#ifndef CSCAN_H
#define CSCAN_H

#include <stddef.h>
#include <stdint.h>

/// Asks for a line of the cache that will be read soon.
static inline void cscan_fetch(const void *address) { __builtin_prefetch(address); }

/// Which of 64 consecutive bytes belong to each class; bit 0 is the first byte.
typedef struct {
  uint64_t letter;   ///< A-Z a-z
  uint64_t quote;    ///< ' and "
  uint64_t digit;    ///< 0-9
  uint64_t blank;    ///< space, tab
  uint64_t newline;  ///< LF
  uint64_t high;     ///< bytes from 0x80: parts of characters beyond ASCII
  uint64_t stop;     ///< , - . ; :
  uint64_t hyphen;   ///< -
  uint64_t odd;      ///< controls but TAB LF CR, and # $ % & * + / < = > @ [ \ ] ^ _ ` { | } ~ !
} cscan_masks;

/// One word of a text: a run of letters and bytes beyond ASCII, without the usual punctuation (U+2000 to
/// U+203F).
typedef struct {
  /// `WordHash` of the bytes with ASCII letters made small; meaningless where `kind` is HIGH.
  uint64_t hash;
  uint32_t start;
  /// In bytes, at most 65535.
  uint16_t length;
  uint8_t kind;    ///< one of the CSCAN_WORD_ constants
  uint8_t before;  ///< the byte before the word, a line feed at the start of the text
} cscan_word;

enum {
  CSCAN_WORD_SMALL = 0,    ///< small letters only
  CSCAN_WORD_TITLE = 1,    ///< a capital, then small letters
  CSCAN_WORD_CAPITALS = 2, ///< two or more capitals only
  CSCAN_WORD_MIXED = 3,    ///< any other mixture
  CSCAN_WORD_HIGH = 4,     ///< has bytes beyond ASCII
  /// From here on: a word that was entered as a suspect, of the kind 0 or a later one, and is counted there.
  /// It has no `before`.
  CSCAN_WORD_SUSPECT = 8
};

/// What one call leaves to the next; starts as all zero.
typedef struct {
  uint64_t word_start;  ///< where the unfinished word begins
  uint8_t in_word;
  uint8_t after_first;  ///< set once a block has been read: the text's start counts as white
  uint8_t last_word, last_white, last_blank, last_letter, last_digit, last_high, last_punctuation;
} cscan_carry;

/// A word of at most 16 bytes, as written, that is known where it stands again.
typedef struct {
  /// Its bytes, zeros behind them. Those of `first` stand complemented in a suspect, so that no word is
  /// taken for an ordinary one where it stands again.
  uint64_t first, second;
  uint32_t slot;           ///< of the lexicon in the lower CSCAN_SLOT_BITS, and above them `suspect`
  uint32_t uses;           ///< since it was entered or they were last counted
} cscan_familiar;

/// CSCAN_NO_SLOT stands for a word that the lexicon does not have.
enum { CSCAN_SLOT_BITS = 28, CSCAN_NO_SLOT = (1 << CSCAN_SLOT_BITS) - 1 };

/// A table of familiar words: 2 to the power of `bits` entries, at first with a `second` of 1, which no word has.
/// NULL for none.
typedef struct {
  cscan_familiar *entries;
  uint64_t bits;
  int is_counting;  ///< whether uses are counted: else nothing is written
} cscan_familiars;

/// What a call found; the caller provides room for 32 words and 64 of all else a block, and four
/// marks more.
typedef struct {
  /// All words in text order but the familiar ones that are no suspects.
  cscan_word *words;
  uint32_t *marks;      ///< see `Survey.marks`
  uint32_t *openings;   ///< quotation marks between white space and a letter
  uint32_t *compounds;  ///< hyphens between letters or bytes beyond ASCII
  size_t word_count, mark_count, opening_count, compound_count;
  /// Counts the words that are in it; without a table every word is wanted.
  cscan_familiars familiar;
  size_t familiar_count;  ///< words counted there, without suspects
  /// The lexicon's slots of 8 bytes, and how far a hash is shifted to give a slot: they are fetched
  /// into the cache while the rest of the batch is read. NULL where nothing is looked up.
  const uint64_t *slots;
  uint64_t slot_shift;
  /// The document's counts by slot, of 2 bytes, fetched likewise. NULL where nothing is counted.
  const uint16_t *counts;
} cscan_found;

/// Reads `blocks` times 64 bytes from `offset` on. `text` is the start of the whole text, which has
/// at least 64 zero bytes behind it.
void cscan_survey(
    const uint8_t *text, size_t offset, size_t blocks, cscan_carry *carry, cscan_found *found);

/// The same with one instruction set, for tests; returns 0 where the processor lacks it.
int cscan_survey_with(
    int instructions, const uint8_t *text, size_t offset, size_t blocks, cscan_carry *carry,
    cscan_found *found);

/// Enters a word, so that it is counted in the table from now on. A word that was used since it was
/// entered, or since another last asked for its place, keeps it.
/// @param suspect 0 for a word that needs no look, else one more than the kind of suspect that it is; a single
/// letter is one between white space only
/// @return what the table knew of the word that has or had its place: its uses are to be counted.
cscan_familiar cscan_enter(
    const uint8_t *text, const cscan_word *word, uint32_t slot, uint32_t suspect,
    cscan_familiars table);

/// The `WordHash` of a word that was entered.
uint64_t cscan_familiar_hash(cscan_familiar entry);

/// Takes in the word that is unfinished at the end of the text, if there is one.
void cscan_finish(const uint8_t *text, size_t count, cscan_carry *carry, cscan_found *found);

/// Instruction sets that `cscan_classify_with` can be asked for.
enum { CSCAN_PORTABLE = 0, CSCAN_AVX2 = 1, CSCAN_AVX512 = 2 };

/// The best instruction set that this processor has, up to the limit.
int cscan_best(void);

/// From now on this thread uses no better instruction set than this one: for tests.
void cscan_limit(int instructions);

/// Classifies `blocks` times 64 bytes with the best instruction set of this processor.
/// The caller's buffer must hold all 64 bytes of the last block.
void cscan_classify(const uint8_t *text, size_t blocks, cscan_masks *out);

/// The same with one instruction set, for tests; returns 0 where the processor lacks it.
int cscan_classify_with(int instructions, const uint8_t *text, size_t blocks, cscan_masks *out);

/// Whether bytes hold no text: a picture, a program, zeros, noise. See `Text.isBinary`.
int cscan_is_binary(const uint8_t *text, size_t count);

/// The length of the part at the start of `text` that is valid UTF-8 and in composed form as far as
/// can be told without large tables: ASCII, letters below U+0800, the usual punctuation.
size_t cscan_plain_prefix(const uint8_t *text, size_t count);

/// The length of the part at the start of `text` that is ASCII.
size_t cscan_ascii_prefix(const uint8_t *text, size_t count);

/// The offset behind the `lines`th line feed, or `count` where there are fewer.
size_t cscan_lines_end(const uint8_t *text, size_t count, size_t lines);

/// The first set from `at` on that has at most `added` bits which another one lacks, and lacks at most
/// `lost` of those it has; `end` where there is none.
size_t cscan_next_near(
    const uint64_t *sets, size_t at, size_t end, uint64_t set, int added, int lost);

/// A filter of hashes: two bits a hash in one word. See `HashFilter`.
typedef struct {
  const uint64_t *words;
  uint64_t mask;  ///< of a hash, for its place among all bits
} cscan_filter;

/// What may be changed in a word, in columns with eight rows behind the last one that cost more than any
/// other.
typedef struct {
  const double *costs;
  const uint64_t *lengths;  ///< of the word with the change; with the highest bit set there are no sums
  const uint64_t *alone;    ///< the sum of the word with the change
  /// By distance, -`reach` first: what the change adds to a sum behind one that moves it so far. The
  /// columns follow each other.
  const uint64_t *added;
  const uint32_t *behind;   ///< the first change that stands behind it
  const uint8_t *looks;     ///< whether it may make a word by itself
  size_t count;
  uint64_t length, reach;
  double most;      ///< what two changes may cost
  double cheapest;  ///< what one costs at least
} cscan_changes;

/// Where a search for pairs of changes stands; starts as all zero.
typedef struct {
  size_t first;
  size_t next;  ///< where it goes on behind `first`; 0 where that is not looked at yet
} cscan_pair;

/// One change, or two, that may make a word.
typedef struct {
  uint64_t hash;    ///< of the word; without meaning where a change has no sum
  uint32_t first;
  uint32_t second;  ///< CSCAN_ALONE where there is none; behind a change without a sum none is sought
} cscan_made;

#define CSCAN_ALONE UINT32_MAX

/// The next changes, alone or two together, that may make a word: the filter lets the hash pass, or there
/// is none. There is room for sixteen at least.
/// @return how many; 0 where none is left.
size_t cscan_find_changes(
    const cscan_changes *changes, cscan_pair *at, const cscan_filter *filter, cscan_made *out,
    size_t room);

/// The small letters, `a` as the lowest bit, that may make a word of a length: the filter lets the hash pass.
/// @param sum that of the word with an `a`
/// @param unit what the next letter adds to it
uint32_t cscan_letters(uint64_t sum, uint64_t unit, size_t length, const cscan_filter *filter);

/// The first offset from `at` on of one of eight bytes, or `end`; some of the eight may be the same. The text
/// has at least 64 zero bytes behind it; so for what follows.
size_t cscan_next_any(const uint8_t *text, size_t at, size_t end, const uint8_t *bytes);

/// The first slot from `at` on that has a bit in `among` and a count of two at least, or `end`, which is a
/// multiple of 64.
size_t cscan_next_repeated(
    const uint16_t *counts, const uint64_t *among, size_t at, size_t end);

/// How often a mark stands between a letter and white space, the end of the text among it; some number
/// from `most` on where it is no less often.
size_t cscan_glued(const uint8_t *text, size_t count, uint8_t mark, size_t most);

/// What a part of a line says of the running head that it may be.
typedef struct {
  uint32_t letters;    ///< letters and bytes beyond ASCII
  uint32_t words;      ///< runs of bytes other than white space
  uint32_t has_label;  ///< whether a colon or an equals sign stands before white space
} cscan_head;

/// Reads the bytes from `start` to `end` of a text with at least 64 zero bytes behind it.
cscan_head cscan_read_head(const uint8_t *text, size_t start, size_t end);

/// A hash of the letters, in small, bytes beyond ASCII and digits of the same, and of no other byte.
uint64_t cscan_head_key(const uint8_t *text, size_t start, size_t end);

/// What a byte may be where the number of a page stands, as bits; characters beyond ASCII by their bytes.
enum {
  CSCAN_NUMBER_MARK = 1 << 0,   ///< a mark around it
  CSCAN_NUMBER_SPECK = 1 << 1,  ///< dirt before or behind it; marks, too
  CSCAN_NUMBER_PART = 1 << 2,   ///< part of it: what a digit was read as, a numeral or a mark
  CSCAN_NUMBER_DIGIT = 1 << 3,
  CSCAN_NUMBER_WORD = 1 << 4,   ///< a letter that no numeral below 100 has
  CSCAN_NUMBER_WHITE = 1 << 5,
};
extern const uint8_t cscan_number_bytes[256];
extern const uint8_t cscan_number_digits[256];

/// The bits of a byte.
static inline uint8_t cscan_number_byte(uint8_t byte) { return cscan_number_bytes[byte]; }

/// The digit that a byte is or was read for; -1 where it is none.
static inline int cscan_number_digit(uint8_t byte) { return cscan_number_digits[byte] - 1; }

/// Whether the first or the last word from `start` to `end`, but for specks, may be a number: it is made of
/// parts, and holds a digit or is a numeral; up to `longest_alone` bytes may also be one with specks inside.
int cscan_may_have_number(const uint8_t *text, size_t start, size_t end, size_t longest_alone);

/// The offset of the last line feed or form feed, or SIZE_MAX where there is none.
size_t cscan_last_break(const uint8_t *text, size_t count);

/// One line: byte offsets of its start, of its content without the white space at both ends, and of
/// its line feed or the end of the text.
typedef struct {
  uint32_t start, content_start, content_end, end;
} cscan_line;

/// The most lines that `cscan_lines` writes. `text` has at least 64 zero bytes behind it.
size_t cscan_count_lines(const uint8_t *text, size_t count);

/// Writes the lines of a text with at least 64 zero bytes behind it.
/// @return how many; SIZE_MAX where there is no room for all.
size_t cscan_lines(const uint8_t *text, size_t count, cscan_line *lines, size_t room);

/// The same with one instruction set, for tests; returns SIZE_MAX where the processor lacks it.
size_t cscan_lines_with(
    int instructions, const uint8_t *text, size_t count, cscan_line *lines, size_t room);

/// Writes the lines of a part of a text that begins with a line; `is_ended` says whether a line feed
/// stands at its end.
/// @return how many.
size_t cscan_lines_between(
    const uint8_t *text, size_t start, size_t end, int is_ended, cscan_line *lines);

/// Says of each line by a bit in each of six sets whether it is blank, whether its content begins with
/// something else than an ASCII letter, whether one byte stands before its content, and whether that begins
/// with one of `[{<#=-`, may begin with the label of a note, or with a misread one. A set has a word for
/// 64 lines.
void cscan_line_kinds(
    const uint8_t *text, const cscan_line *lines, size_t count, uint64_t *blank, uint64_t *odd,
    uint64_t *led, uint64_t *marked, uint64_t *labelled, uint64_t *misread);

/// What can be said of the ends of 64 lines, a bit for each line. All but `padded` are of lines with content.
typedef struct {
  uint64_t content;
  uint64_t padded;            ///< blank lines that have bytes
  uint64_t indented;          ///< white space before the content
  uint64_t two, full;         ///< content of at least two, of at least forty bytes
  uint64_t brief, small, broad;  ///< content of at most sixteen, at most twenty, at most 180 bytes
  uint64_t letter;            ///< ends in an ASCII letter
  uint64_t figure;            ///< ends in a digit or a comma
  uint64_t sign;              ///< ends in `-`, `=`, `~` or a byte beyond ASCII
  uint64_t stop;              ///< ends in one of `.,-;:?!`
  uint64_t dirty;             ///< five bytes or more, a hyphen or a blank the last but one
  uint64_t open;              ///< a blank stands behind the content
} cscan_line_ends;

/// Writes what stands at the ends of lines, for each 64 of them.
void cscan_ends_of_lines(
    const uint8_t *text, const cscan_line *lines, size_t count, cscan_line_ends *ends);

/// Says of each line by a bit whether it may begin as a stamp does: others cannot. The filters, of 65,536
/// bits, have the first six letters of stamps and the six behind them. See `Boilerplate`.
void cscan_begin_as_stamps(
    const uint8_t *text, const cscan_line *lines, size_t count, const uint64_t *first,
    const uint64_t *next, uint64_t *out);

/// What may begin in a block of 64 bytes, as bits.
enum {
  CSCAN_BLOCK_APOSTROPHE = 1 << 0,
  CSCAN_BLOCK_CLOSE_BRACKET = 1 << 1,
  CSCAN_BLOCK_TYPOGRAPHIC = 1 << 2,    ///< the first byte of a typographic mark
  CSCAN_BLOCK_ONE = 1 << 3,            ///< `1` before a space
  CSCAN_BLOCK_YEAR = 1 << 4,           ///< `19`
  CSCAN_BLOCK_T_STOP = 1 << 5,         ///< `t.`
  CSCAN_BLOCK_I = 1 << 6,
  CSCAN_BLOCK_STROKE = 1 << 7,         ///< `[`, `]`, `|`
  CSCAN_BLOCK_EXCLAMATION = 1 << 8,
  CSCAN_BLOCK_COLON = 1 << 9,          ///< `:`, `;`, `?`
  CSCAN_BLOCK_JOINED = 7 << 10,        ///< `,`, `.` or `?` with no white space behind
  CSCAN_BLOCK_SPACED_COMMA = 1 << 13,  ///< `,` before a space or line feed
  CSCAN_BLOCK_W = 1 << 14,             ///< `W` before a small letter up to o
  CSCAN_BLOCK_FIGURE = 1 << 15         ///< `,`, `.` or `;` before a digit
};

/// For each block of a text the bits of what begins in it, and of a few things more.
void cscan_blocks(const uint8_t *text, size_t count, uint16_t *blocks);

/// A byte that is sought.
typedef struct {
  uint16_t blocks;  ///< the bits of the blocks that it stands in
  uint8_t byte;
  uint8_t behind;   ///< what has to stand behind it, one of the CSCAN_BEHIND_ constants
  uint8_t other;    ///< the byte behind it
} cscan_place;

/// A space or line feed stands behind it, and a capital is the second or the third byte.
enum {
  CSCAN_BEHIND_ANY = 0,
  CSCAN_BEHIND_BYTE = 1,
  CSCAN_BEHIND_NO_WHITE = 2,
  CSCAN_BEHIND_CAPITAL = 3,
  CSCAN_BEHIND_DIGIT = 4,
  CSCAN_BEHIND_SMALL = 5
};

/// Writes the offsets of a byte that is sought, from the block `next` on, which becomes the first that is
/// left: less than all where there is room for less than 64 more. The blocks are made up to a multiple of
/// 32 by zeros, and at least 66 stand behind the text.
/// \return how many.
size_t cscan_places(
    const uint8_t *text, size_t count, const uint16_t *blocks, cscan_place sought, size_t *next,
    uint32_t *places, size_t room);

#endif
