#ifndef CSCAN_H
#define CSCAN_H

#include <stddef.h>
#include <stdint.h>

/// Which of 64 consecutive bytes belong to each class; bit 0 is the first byte.
typedef struct {
  uint64_t letter;   ///< A-Z a-z
  uint64_t quote;    ///< ' and "
  uint64_t digit;    ///< 0-9
  uint64_t blank;    ///< space, tab
  uint64_t newline;  ///< LF
  uint64_t high;     ///< bytes from 0x80: parts of characters beyond ASCII
  uint64_t stop;     ///< , - . ; :
  uint64_t odd;      ///< controls but TAB LF CR, and # $ % & * + / < = > @ [ \ ] ^ _ ` { | } ~ !
} cscan_masks;

/// Instruction sets that `cscan_classify_with` can be asked for.
enum { CSCAN_PORTABLE = 0, CSCAN_AVX2 = 1, CSCAN_AVX512 = 2 };

/// The best instruction set that this processor has.
int cscan_best(void);

/// Classifies `blocks` times 64 bytes with the best instruction set of this processor.
/// The caller's buffer must hold all 64 bytes of the last block.
void cscan_classify(const uint8_t *text, size_t blocks, cscan_masks *out);

/// The same with one instruction set, for tests; returns 0 where the processor lacks it.
int cscan_classify_with(int instructions, const uint8_t *text, size_t blocks, cscan_masks *out);

#endif
