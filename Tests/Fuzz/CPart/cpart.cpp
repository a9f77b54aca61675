// The C and C++ part alone, for clang's address and undefined behaviour sanitizers: Scripts/sanitize c.

#include "CICU.h"
#include "CTOML.h"
extern "C" {
#include "CGzip.h"
#include "CScan.h"
}

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

struct Found {
  std::vector<cscan_word> words;
  std::vector<uint32_t> marks, openings, compounds;
  cscan_found found{};

  explicit Found(size_t blocks)
      : words(blocks * 32 + 1), marks(blocks * 64), openings(blocks * 64), compounds(blocks * 64) {
    found.words = words.data();
    found.marks = marks.data();
    found.openings = openings.data();
    found.compounds = compounds.data();
  }
};

// Blocks are read up to 64 bytes behind the text, and not a byte farther.
void scan(const uint8_t *bytes, size_t count) {
  std::vector<uint8_t> text(bytes, bytes + count);
  text.resize(count + 64);
  size_t blocks = (count + 63) / 64;
  std::vector<cscan_masks> plain(blocks + 1), masks(blocks + 1);
  cscan_classify_with(CSCAN_PORTABLE, text.data(), blocks, plain.data());
  Found first(blocks + 1);
  cscan_carry start{};
  cscan_survey_with(CSCAN_PORTABLE, text.data(), 0, blocks, &start, &first.found);
  cscan_finish(text.data(), count, &start, &first.found);
  for (int set = 0; set <= cscan_best(); set++) {
    require(cscan_classify_with(set, text.data(), blocks, masks.data()) == 1);
    require(std::memcmp(plain.data(), masks.data(), blocks * sizeof(cscan_masks)) == 0);
    Found other(blocks + 1);
    cscan_carry carry{};
    for (size_t block = 0; block < blocks; block++) {
      cscan_survey_with(set, text.data(), block * 64, 1, &carry, &other.found);
    }
    cscan_finish(text.data(), count, &carry, &other.found);
    require(other.found.word_count == first.found.word_count);
    require(other.found.mark_count == first.found.mark_count);
    require(other.marks == first.marks && other.compounds == first.compounds);
  }
  require(cscan_ascii_prefix(text.data(), count) <= cscan_plain_prefix(text.data(), count));
  require(cscan_lines_end(text.data(), count, 1 + count % 9) <= count);
}

void inflate(const uint8_t *bytes, size_t count) {
  cgzip_reader *reader = cgzip_reader_new();
  uint8_t room[997];
  for (size_t at = 0; at < count; at += 61) {
    cgzip_reader_feed(reader, bytes + at, count - at < 61 ? count - at : 61);
    for (int i = 0; i < 2000 && cgzip_reader_read(reader, room, sizeof room) > 0; i++) {
    }
  }
  cgzip_reader_free(reader);
  std::vector<uint8_t> out(cgzip_bound(count));
  require(cgzip_compress(bytes, count, out.data(), out.size()) > 0);
}

void compose(const uint8_t *bytes, size_t count) {
  const char *text = reinterpret_cast<const char *>(bytes);
  cicu_compose(
      text, static_cast<int32_t>(count), [](void *, int32_t, int32_t, const char *, int32_t) {},
      nullptr);
  char name[64];
  int32_t confidence;
  uint32_t scalars[256];
  if (cicu_detect_charset(text, static_cast<int32_t>(count), name, &confidence)) {
    cicu_charset_table(name, scalars);
  }
}

void configure(const uint8_t *bytes, size_t count) {
  // The depth that is read has room on the stack without sanitizers only.
  std::vector<char> text(bytes, bytes + (count < 2048 ? count : 2048));
  text.push_back('\n');
  ctoml_document *document = ctoml_parse(text.data(), text.size());
  ctoml_place place;
  ctoml_error(document, &place);
  for (size_t i = 0; i < ctoml_count(document); i++) {
    ctoml_entry entry = ctoml_at(document, i);
    require(entry.depth >= 0 && entry.place.line > 0);
  }
  ctoml_free(document);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  scan(bytes, count);
  inflate(bytes, count);
  if (count % 8 == 0) compose(bytes, count);
  if (count % 4 == 1) configure(bytes, count);
  return 0;
}
