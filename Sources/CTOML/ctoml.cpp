#include "CTOML.h"

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
// It asserts that a table's name begins well, and behind that reports one that does not: `[!]` is to be
// an error, not the end of the program. Nor may it build on what it would have asserted.
#undef NDEBUG
#define TOML_ASSERT(expr) static_assert(true)
#include <toml++/toml.h>

#include <string>
#include <string_view>
#include <vector>

struct ctoml_document {
  toml::parse_result result;
  std::string error;
  std::vector<ctoml_entry> entries;
};

static ctoml_place place(const toml::source_region &source) {
  return {source.begin.line, source.begin.column};
}

static void add(ctoml_document &document, const toml::key *key, const toml::node &node, int depth) {
  if (depth > ctoml_depth_limit) return;
  ctoml_entry entry = {};
  entry.depth = depth;
  entry.kind = CTOML_OTHER;
  entry.place = place(node.source());
  if (key) {
    entry.key = key->str().data();
    entry.key_length = key->str().size();
    entry.key_place = place(key->source());
  }
  if (const auto *text = node.as_string()) {
    entry.kind = CTOML_STRING;
    entry.text = text->get().data();
    entry.text_length = text->get().size();
  } else if (const auto *number = node.as_integer()) {
    entry.kind = CTOML_INTEGER;
    entry.number = number->get();
  } else if (const auto *flag = node.as_boolean()) {
    entry.kind = CTOML_BOOLEAN;
    entry.number = flag->get();
  } else if (node.is_array()) {
    entry.kind = CTOML_ARRAY;
  } else if (node.is_table()) {
    entry.kind = CTOML_TABLE;
  }
  document.entries.push_back(entry);
  if (const auto *array = node.as_array()) {
    for (const auto &element : *array) add(document, nullptr, element, depth + 1);
  } else if (const auto *table = node.as_table()) {
    for (const auto &[member, value] : *table) add(document, &member, value, depth + 1);
  }
}

ctoml_document *ctoml_parse(const char *text, size_t length) {
  auto *document = new ctoml_document{toml::parse(std::string_view(text, length)), {}, {}};
  if (document->result) {
    for (const auto &[key, value] : document->result.table()) add(*document, &key, value, 0);
  } else {
    document->error = std::string(document->result.error().description());
  }
  return document;
}

void ctoml_free(ctoml_document *document) { delete document; }

const char *ctoml_error(const ctoml_document *document, ctoml_place *where) {
  if (document->result) return nullptr;
  *where = place(document->result.error().source());
  return document->error.c_str();
}

size_t ctoml_count(const ctoml_document *document) { return document->entries.size(); }

ctoml_entry ctoml_at(const ctoml_document *document, size_t index) {
  return document->entries[index];
}
