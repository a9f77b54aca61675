#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Receives one stretch of the text and what is to stand in its place, both in UTF-8.
typedef void (*cicu_edit_sink)(
    void *context, int32_t start, int32_t end, const char *replacement, int32_t length);

/// Reports, in text order, every stretch of UTF-8 that Unicode NFC would change; letters with more than 256
/// combining marks are passed over. Returns false when ICU fails.
///
/// Wrapped because ICU reports where it changed UTF-8 only to C++ (`icu::Edits`), and because
/// its C functions carry a version in their names.
bool cicu_compose(const char *text, int32_t length, cicu_edit_sink sink, void *context);

/// Guesses the charset of `length` bytes: writes its ICU name (at most 63 bytes and a NUL) and
/// the detector's confidence (0 to 100). Returns false when the detector has no guess.
///
/// Slow: 0.4 ms a KB up to 3 ms; never for text that is valid UTF-8.
bool cicu_detect_charset(const char *bytes, int32_t length, char name[64], int32_t *confidence);

/// Fills in which Unicode scalar each byte stands for in a single-byte charset.
/// Returns false when ICU does not know the charset or it is not single-byte; bytes without a
/// meaning come out as U+FFFD.
bool cicu_charset_table(const char *name, uint32_t scalars[256]);

/// A transliterator made from rules, not from ICU's registry, which costs 9 ms to open.
typedef struct cicu_transliterator cicu_transliterator;

/// Compiles rules in ICU's syntax; `NULL` when they do not parse, with the place in `message`
/// (at most 255 bytes and a NUL).
cicu_transliterator *cicu_transliterator_open(const char *rules, bool reverse, char message[256]);

/// Transliterates UTF-8 into `out` (capacity bytes); returns the length that the result needs,
/// which may exceed the capacity (nothing is then written), or -1 when ICU fails.
int32_t cicu_transliterate(
    const cicu_transliterator *transliterator, const char *text, int32_t length, char *out,
    int32_t capacity);

void cicu_transliterator_close(cicu_transliterator *transliterator);

#ifdef __cplusplus
}
#endif

#endif
