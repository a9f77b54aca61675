#ifndef DICTIONARIES_H
#define DICTIONARIES_H

#include <stddef.h>

/// The compiled English lexicon (see LexiconCompiler.swift for its form), aligned to 64 bytes.
const void *emend_lexicon_table(void);
size_t emend_lexicon_size(void);

/// A text table by its path below Dictionaries/, or NULL; its length in bytes goes to `length`.
const char *emend_table(const char *path, size_t *length);

#endif
