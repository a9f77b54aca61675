#ifndef CGZIP_H
#define CGZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// gzip (RFC 1952) through zlib. Wrapped because zlib's entry points are macros that Swift does
// not see, and so that a stream of several members reads as one.

/// A gzip stream that is being read.
typedef struct cgzip_reader cgzip_reader;

/// Returns NULL when there is no memory.
cgzip_reader *cgzip_reader_new(void);
void cgzip_reader_free(cgzip_reader *reader);

/// Gives the reader its next bytes; they must stay valid until all are read.
void cgzip_reader_feed(cgzip_reader *reader, const uint8_t *bytes, size_t count);

/// Writes up to `capacity` bytes of what the stream holds and returns their number; 0 when it
/// needs more bytes, -1 when the stream is damaged.
int64_t cgzip_reader_read(cgzip_reader *reader, uint8_t *out, size_t capacity);

/// Whether the stream may end here: no member is open.
bool cgzip_reader_is_complete(const cgzip_reader *reader);

/// Room that `cgzip_compress` may need for `count` bytes.
size_t cgzip_bound(size_t count);

/// Compresses all of `bytes` into one member without name and time, so that equal texts give
/// equal files. Returns the number of bytes, 0 when there is no memory.
size_t cgzip_compress(const uint8_t *bytes, size_t count, uint8_t *out, size_t capacity);

#endif
