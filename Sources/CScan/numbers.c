// What bytes may be in the number of a page, and whether a line may have one.

#include "CScan.h"

#define M (CSCAN_NUMBER_MARK | CSCAN_NUMBER_SPECK)
#define P CSCAN_NUMBER_PART
#define MP (M | P)
#define S CSCAN_NUMBER_SPECK
#define D (P | CSCAN_NUMBER_DIGIT)
#define L CSCAN_NUMBER_WORD
#define LP (L | P)
#define W CSCAN_NUMBER_WHITE

const uint8_t cscan_number_bytes[256] = {
    [0] = W, ['\t'] = W, ['\n'] = W, ['\f'] = W, ['\r'] = W, [' '] = W, ['!'] = P, ['"'] = MP,
    ['\''] = MP, ['('] = MP, [')'] = MP, ['*'] = MP, ['+'] = S, [','] = MP, ['-'] = MP,
    ['.'] = MP, ['/'] = S, ['0'] = D, ['1'] = D, ['2'] = D, ['3'] = D, ['4'] = D, ['5'] = D,
    ['6'] = D, ['7'] = D, ['8'] = D, ['9'] = D, [':'] = S, [';'] = S, ['<'] = MP, ['='] = S,
    ['>'] = MP, ['A'] = L, ['B'] = LP, ['C'] = L, ['D'] = L, ['E'] = L, ['F'] = L, ['G'] = L,
    ['H'] = L, ['I'] = P, ['J'] = L, ['K'] = L, ['L'] = P, ['M'] = L, ['N'] = L, ['O'] = LP,
    ['P'] = L, ['Q'] = L, ['R'] = L, ['S'] = LP, ['T'] = L, ['U'] = L, ['V'] = P, ['W'] = L,
    ['X'] = P, ['Y'] = L, ['Z'] = LP, ['['] = MP, ['\\'] = S, [']'] = MP, ['^'] = S, ['_'] = S,
    ['a'] = L, ['b'] = LP, ['c'] = L, ['d'] = L, ['e'] = L, ['f'] = L, ['g'] = LP, ['h'] = L,
    ['i'] = P, ['j'] = L, ['k'] = L, ['l'] = P, ['m'] = L, ['n'] = L, ['o'] = LP, ['p'] = L,
    ['q'] = L, ['r'] = L, ['s'] = LP, ['t'] = L, ['u'] = L, ['v'] = P, ['w'] = L, ['x'] = P,
    ['y'] = L, ['z'] = LP, ['{'] = MP, ['|'] = MP, ['}'] = MP, ['~'] = MP, [0x80] = MP,
    [0x93] = MP, [0x94] = MP, [0x98] = MP, [0x99] = MP, [0x9C] = MP, [0x9D] = MP, [0x9E] = MP,
    [0xA2] = S, [0xAB] = S, [0xB0] = S, [0xB7] = S, [0xBB] = S, [0xC2] = S, [0xE2] = MP,
};

// One more than the digit; 0 where a byte is none.
const uint8_t cscan_number_digits[256] = {
    ['0'] = 1, ['1'] = 2, ['2'] = 3, ['3'] = 4, ['4'] = 5, ['5'] = 6, ['6'] = 7, ['7'] = 8,
    ['8'] = 9, ['9'] = 10, ['O'] = 1, ['o'] = 1, ['l'] = 2, ['I'] = 2, ['i'] = 2, ['!'] = 2,
    ['Z'] = 3, ['z'] = 3, ['S'] = 6, ['s'] = 6, ['b'] = 7, ['B'] = 9, ['g'] = 10,
};

static int may_be_number(unsigned held) {
  return held & CSCAN_NUMBER_DIGIT || !(held & CSCAN_NUMBER_WORD);
}

int cscan_may_have_number(const uint8_t *text, size_t start, size_t end, size_t longest_alone) {
  const unsigned outside = CSCAN_NUMBER_WHITE | CSCAN_NUMBER_SPECK;
  const int is_short = end - start <= longest_alone;
  size_t at = start;
  unsigned held = 0, byte = 0;
  while (at < end && cscan_number_bytes[text[at]] & outside) at++;
  if (at == end) return 0;
  for (; at < end; at++) {
    byte = cscan_number_bytes[text[at]];
    if (!(byte & CSCAN_NUMBER_PART)) break;
    held |= byte;
  }
  if ((at == end || byte & CSCAN_NUMBER_WHITE) && (is_short || may_be_number(held))) return 1;
  // Some byte is no speck.
  while (cscan_number_bytes[text[end - 1]] & outside) end--;
  // Behind specks that are no part of a number the whole line may be one: `'O»`.
  for (held = 0; end > start; end--) {
    byte = cscan_number_bytes[text[end - 1]];
    if (!(byte & CSCAN_NUMBER_PART)) break;
    held |= byte;
  }
  return (end == start || byte & CSCAN_NUMBER_WHITE) && (is_short || may_be_number(held));
}
