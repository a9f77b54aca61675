// Embeds the compiled lexicon and the text tables. `#embed` costs nothing at start-up and, unlike a
// resource bundle, moves with the program.

#include "Dictionaries.h"

#include <string.h>

__attribute__((aligned(64))) static const unsigned char lexicon[] = {
#embed "compiled/en.lexicon"
};

const void *emend_lexicon_table(void) { return lexicon; }
size_t emend_lexicon_size(void) { return sizeof lexicon; }

// One array for each text table that the program reads at run time, and its row in `tables`.
static const unsigned char en_abbreviations[] = {
#embed "en/abbreviations.tsv"
};
static const unsigned char en_compounds[] = {
#embed "en/compounds.tsv"
};
static const unsigned char en_confusables[] = {
#embed "en/confusables.tsv"
};
static const unsigned char en_confusions[] = {
#embed "en/confusions.tsv"
};
static const unsigned char en_function_words[] = {
#embed "en/function-words.tsv"
};
static const unsigned char en_hyphenated[] = {
#embed "en/hyphenated.tsv"
};
static const unsigned char en_prefixes[] = {
#embed "en/prefixes.tsv"
};
static const unsigned char hyphens_function_words[] = {
#embed "hyphens/function-words.tsv"
};
static const unsigned char hyphens_parts[] = {
#embed "hyphens/parts.tsv"
};
static const unsigned char names_authority[] = {
#embed "names/authority.tsv"
};
static const unsigned char furniture_boilerplate[] = {
#embed "furniture/boilerplate.tsv"
};
static const unsigned char rules[] = {
#embed "rules.tsv"
};
static const unsigned char romanisation_schemes[] = {
#embed "romanisation/schemes.tsv"
};
static const unsigned char romanisation_ala_lc[] = {
#embed "romanisation/ala-lc.rules"
};
static const unsigned char romanisation_alalc_1997[] = {
#embed "romanisation/alalc-rus-cyrl-latn-1997.rules"
};
static const unsigned char romanisation_bgnpcgn_1947[] = {
#embed "romanisation/bgnpcgn-rus-cyrl-latn-1947.rules"
};
static const unsigned char romanisation_bs_2979[] = {
#embed "romanisation/bs-rus-cyrl-latn-2979.rules"
};
static const unsigned char romanisation_duden[] = {
#embed "romanisation/duden-rus-cyrl-latn.rules"
};
static const unsigned char romanisation_french[] = {
#embed "romanisation/french-rus-cyrl-latn.rules"
};
static const unsigned char romanisation_gost_7_79_b[] = {
#embed "romanisation/gost-rus-cyrl-latn-7-79-b.rules"
};
static const unsigned char romanisation_icao[] = {
#embed "romanisation/icao-rus-cyrl-latn.rules"
};
static const unsigned char romanisation_iso_9_1995[] = {
#embed "romanisation/iso-rus-cyrl-latn-9-1995.rules"
};
static const unsigned char romanisation_iso_r9_1968[] = {
#embed "romanisation/iso-rus-cyrl-latn-r9-1968.rules"
};
static const unsigned char romanisation_polish[] = {
#embed "romanisation/polish-rus-cyrl-latn.rules"
};
static const unsigned char romanisation_popular[] = {
#embed "romanisation/popular.rules"
};

static const struct {
  const char *path;
  const unsigned char *bytes;
  size_t length;
} tables[] = {
    {"en/abbreviations.tsv", en_abbreviations, sizeof en_abbreviations},
    {"en/compounds.tsv", en_compounds, sizeof en_compounds},
    {"en/confusables.tsv", en_confusables, sizeof en_confusables},
    {"en/confusions.tsv", en_confusions, sizeof en_confusions},
    {"en/function-words.tsv", en_function_words, sizeof en_function_words},
    {"en/hyphenated.tsv", en_hyphenated, sizeof en_hyphenated},
    {"en/prefixes.tsv", en_prefixes, sizeof en_prefixes},
    {"hyphens/function-words.tsv", hyphens_function_words, sizeof hyphens_function_words},
    {"hyphens/parts.tsv", hyphens_parts, sizeof hyphens_parts},
    {"names/authority.tsv", names_authority, sizeof names_authority},
    {"furniture/boilerplate.tsv", furniture_boilerplate, sizeof furniture_boilerplate},
    {"rules.tsv", rules, sizeof rules},
    {"romanisation/schemes.tsv", romanisation_schemes, sizeof romanisation_schemes},
    {"romanisation/ala-lc.rules", romanisation_ala_lc, sizeof romanisation_ala_lc},
    {"romanisation/alalc-rus-cyrl-latn-1997.rules", romanisation_alalc_1997,
     sizeof romanisation_alalc_1997},
    {"romanisation/bgnpcgn-rus-cyrl-latn-1947.rules", romanisation_bgnpcgn_1947,
     sizeof romanisation_bgnpcgn_1947},
    {"romanisation/bs-rus-cyrl-latn-2979.rules", romanisation_bs_2979, sizeof romanisation_bs_2979},
    {"romanisation/duden-rus-cyrl-latn.rules", romanisation_duden, sizeof romanisation_duden},
    {"romanisation/french-rus-cyrl-latn.rules", romanisation_french, sizeof romanisation_french},
    {"romanisation/gost-rus-cyrl-latn-7-79-b.rules", romanisation_gost_7_79_b,
     sizeof romanisation_gost_7_79_b},
    {"romanisation/icao-rus-cyrl-latn.rules", romanisation_icao, sizeof romanisation_icao},
    {"romanisation/iso-rus-cyrl-latn-9-1995.rules", romanisation_iso_9_1995,
     sizeof romanisation_iso_9_1995},
    {"romanisation/iso-rus-cyrl-latn-r9-1968.rules", romanisation_iso_r9_1968,
     sizeof romanisation_iso_r9_1968},
    {"romanisation/polish-rus-cyrl-latn.rules", romanisation_polish, sizeof romanisation_polish},
    {"romanisation/popular.rules", romanisation_popular, sizeof romanisation_popular},
};

const char *emend_table(const char *path, size_t *length) {
  for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
    if (strcmp(tables[i].path, path) == 0) {
      *length = tables[i].length;
      return (const char *)tables[i].bytes;
    }
  }
  return NULL;
}
