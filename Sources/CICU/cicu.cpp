#include "CICU.h"

#include <cstdio>
#include <cstring>
#include <string>

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

namespace {

/// Collects the changed stretches only, which ICU writes one after the other.
class ChangedBytes final : public icu::ByteSink {
 public:
  std::string bytes;
  void Append(const char *text, int32_t length) override { bytes.append(text, length); }
};

/// Combining marks behind one letter that are put in order: ICU takes quadratic time for it, and no
/// script has as many.
constexpr int longest_marks = 256;

/// Reports what NFC would change in `text[start..<end]`.
bool compose(
    const icu::Normalizer2 *nfc, const char *text, int32_t start, int32_t end, cicu_edit_sink sink,
    void *context) {
  UErrorCode status = U_ZERO_ERROR;
  icu::StringPiece piece(text + start, end - start);
  if (nfc->isNormalizedUTF8(piece, status)) return U_SUCCESS(status);
  ChangedBytes changed;
  icu::Edits edits;
  nfc->normalizeUTF8(U_OMIT_UNCHANGED_TEXT, piece, changed, &edits, status);
  if (U_FAILURE(status)) return false;
  auto each = edits.getCoarseChangesIterator();
  while (each.next(status)) {
    int32_t at = start + each.sourceIndex();
    sink(
        context, at, at + each.oldLength(), changed.bytes.data() + each.replacementIndex(),
        each.newLength());
  }
  return U_SUCCESS(status);
}

}  // namespace

struct cicu_transliterator {
  icu::Transliterator *instance;
};

extern "C" bool cicu_compose(
    const char *text, int32_t length, cicu_edit_sink sink, void *context) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return false;
  if (length <= 2 * longest_marks) return compose(nfc, text, 0, length, sink, context);
  // What stands before a letter with too many marks, and what stands behind them.
  int32_t start = 0, letter = 0, at = 0;
  int marks = 0;
  while (at < length) {
    int32_t here = at;
    UChar32 scalar;
    U8_NEXT(text, at, length, scalar);
    if (u_getCombiningClass(scalar) != 0) {
      marks++;
      continue;
    }
    if (marks > longest_marks) {
      if (!compose(nfc, text, start, letter, sink, context)) return false;
      start = here;
    }
    letter = here;
    marks = 0;
  }
  return compose(nfc, text, start, marks > longest_marks ? letter : length, sink, context);
}

extern "C" bool cicu_detect_charset(
    const char *bytes, int32_t length, char name[64], int32_t *confidence) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return false;
  ucsdet_setText(detector, bytes, length, &status);
  const UCharsetMatch *match = ucsdet_detect(detector, &status);
  bool found = U_SUCCESS(status) && match != nullptr;
  if (found) {
    std::snprintf(name, 64, "%s", ucsdet_getName(match, &status));
    *confidence = ucsdet_getConfidence(match, &status);
  }
  ucsdet_close(detector);
  return found && U_SUCCESS(status);
}

extern "C" bool cicu_charset_table(const char *name, uint32_t scalars[256]) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &status);
  if (U_FAILURE(status)) return false;
  bool single = ucnv_getMaxCharSize(converter) == 1;
  for (int byte = 0; single && byte < 256; byte++) {
    char source = static_cast<char>(byte);
    const char *at = &source;
    UErrorCode each = U_ZERO_ERROR;
    ucnv_reset(converter);
    UChar32 scalar = ucnv_getNextUChar(converter, &at, at + 1, &each);
    scalars[byte] = U_SUCCESS(each) ? static_cast<uint32_t>(scalar) : 0xFFFD;
  }
  ucnv_close(converter);
  return single;
}

extern "C" cicu_transliterator *cicu_transliterator_open(
    const char *rules, bool reverse, char message[256]) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place;
  icu::Transliterator *instance = icu::Transliterator::createFromRules(
      icu::UnicodeString("Emend"), icu::UnicodeString::fromUTF8(rules),
      reverse ? UTRANS_REVERSE : UTRANS_FORWARD, place, status);
  if (U_FAILURE(status) || instance == nullptr) {
    char before[64] = "";
    icu::UnicodeString(place.preContext).extract(0, 30, before, sizeof before, "UTF-8");
    std::snprintf(message, 256, "%s near \"%s\"", u_errorName(status), before);
    delete instance;
    return nullptr;
  }
  return new cicu_transliterator{instance};
}

extern "C" int32_t cicu_transliterate(
    const cicu_transliterator *transliterator, const char *text, int32_t length, char *out,
    int32_t capacity) {
  icu::UnicodeString work = icu::UnicodeString::fromUTF8(icu::StringPiece(text, length));
  transliterator->instance->transliterate(work);
  std::string result;
  work.toUTF8String(result);
  auto needed = static_cast<int32_t>(result.size());
  if (needed <= capacity) std::memcpy(out, result.data(), result.size());
  return needed;
}

extern "C" void cicu_transliterator_close(cicu_transliterator *transliterator) {
  delete transliterator->instance;
  delete transliterator;
}
