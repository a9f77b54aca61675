#ifndef CTOML_H
#define CTOML_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// TOML through toml++. Wrapped because it is a library of C++ templates, and because the packages for
// Swift do not tell where in the file a value stands.

typedef enum {
  CTOML_STRING,
  CTOML_INTEGER,
  CTOML_BOOLEAN,
  CTOML_ARRAY,
  CTOML_TABLE,
  // A date, a time, a number with a fraction.
  CTOML_OTHER,
} ctoml_kind;

/// A place in the file; both count from 1, columns in characters.
typedef struct {
  uint32_t line;
  uint32_t column;
} ctoml_place;

/// A value. Behind an array or a table stand its members, one deeper.
typedef struct {
  int depth;
  ctoml_kind kind;
  /// The key, NULL for an element of an array; not ended by a zero.
  const char *key;
  size_t key_length;
  ctoml_place key_place;
  ctoml_place place;
  /// Of a string; not ended by a zero.
  const char *text;
  size_t text_length;
  /// Of an integer, or 0 and 1 of a boolean.
  int64_t number;
} ctoml_entry;

/// A parsed file, which owns what its entries point to.
typedef struct ctoml_document ctoml_document;

/// Values that are deeper than this are left out.
enum { ctoml_depth_limit = 3 };

/// Parses a file. The stack that this takes grows with its length: 500 bytes for two of the file.
ctoml_document *ctoml_parse(const char *text, size_t length);
void ctoml_free(ctoml_document *document);

/// What is wrong, and where; NULL when nothing is.
const char *ctoml_error(const ctoml_document *document, ctoml_place *place);

/// The values in the order of their keys.
size_t ctoml_count(const ctoml_document *document);
ctoml_entry ctoml_at(const ctoml_document *document, size_t index);

#ifdef __cplusplus
}
#endif

#endif
