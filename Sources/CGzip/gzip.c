#include "CGzip.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

struct cgzip_reader {
  z_stream stream;
  const uint8_t *next;
  size_t left;
  // Between members, or before the first.
  bool is_complete;
  // A member has ended, and no other has begun.
  bool has_ended;
  bool has_failed;
  // Behind the last member: zeros that fill up the last block of a tape belong to none.
  bool is_padding;
};

// 15 bits of window; 16 more ask zlib for gzip's head and trailer.
enum { gzip_window = 15 + 16 };

cgzip_reader *cgzip_reader_new(void) {
  cgzip_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  if (inflateInit2(&reader->stream, gzip_window) != Z_OK) {
    free(reader);
    return NULL;
  }
  reader->is_complete = true;
  return reader;
}

void cgzip_reader_free(cgzip_reader *reader) {
  if (!reader) return;
  inflateEnd(&reader->stream);
  free(reader);
}

void cgzip_reader_feed(cgzip_reader *reader, const uint8_t *bytes, size_t count) {
  reader->next = bytes;
  reader->left = count;
}

int64_t cgzip_reader_read(cgzip_reader *reader, uint8_t *out, size_t capacity) {
  if (reader->has_failed) return -1;
  z_stream *stream = &reader->stream;
  size_t room = capacity < 1u << 30 ? capacity : 1u << 30;
  stream->next_out = out;
  stream->avail_out = (uInt)room;
  while (stream->avail_out > 0) {
    if (reader->is_padding || (reader->has_ended && reader->left > 0 && reader->next[0] == 0)) {
      reader->is_padding = true;
      for (; reader->left > 0; reader->next++, reader->left--) {
        if (reader->next[0] != 0) reader->has_failed = true;
      }
      if (reader->has_failed && stream->avail_out == room) return -1;
      break;
    }
    size_t given = reader->left < 1u << 30 ? reader->left : 1u << 30;
    stream->next_in = (Bytef *)reader->next;
    stream->avail_in = (uInt)given;
    if (given > 0) reader->is_complete = reader->has_ended = false;
    int status = inflate(stream, Z_NO_FLUSH);
    size_t taken = given - stream->avail_in;
    reader->next += taken;
    reader->left -= taken;
    if (status == Z_STREAM_END) {
      inflateReset(stream);
      reader->is_complete = reader->has_ended = true;
      if (reader->left == 0) break;
    } else if (status == Z_BUF_ERROR || (status == Z_OK && reader->left == 0)) {
      if (stream->avail_out > 0) break;
    } else if (status != Z_OK) {
      reader->has_failed = true;
      // What came out before the damage still counts.
      return stream->avail_out < room ? (int64_t)(room - stream->avail_out) : -1;
    }
  }
  return (int64_t)(room - stream->avail_out);
}

bool cgzip_reader_is_complete(const cgzip_reader *reader) { return reader->is_complete; }

size_t cgzip_bound(size_t count) { return compressBound(count) + 32; }

size_t cgzip_compress(const uint8_t *bytes, size_t count, uint8_t *out, size_t capacity) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (deflateInit2(&stream, 6, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
  size_t read = 0, written = 0;
  int status = Z_OK;
  while (status == Z_OK) {
    size_t given = count - read < 1u << 30 ? count - read : 1u << 30;
    size_t room = capacity - written < 1u << 30 ? capacity - written : 1u << 30;
    stream.next_in = (Bytef *)bytes + read;
    stream.avail_in = (uInt)given;
    stream.next_out = out + written;
    stream.avail_out = (uInt)room;
    status = deflate(&stream, read + given == count ? Z_FINISH : Z_NO_FLUSH);
    read += given - stream.avail_in;
    written += room - stream.avail_out;
  }
  deflateEnd(&stream);
  return status == Z_STREAM_END ? written : 0;
}
