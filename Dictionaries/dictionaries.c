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
static const unsigned char en_accented[] = {
#embed "en/accented.tsv"
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
static const unsigned char en_sources[] = {
#embed "en/sources.tsv"
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

static const unsigned char names_forenames[] = {
#embed "names/forenames.tsv"
};

static const unsigned char names_readings[] = {
#embed "names/readings.tsv"
};
static const unsigned char compiled_en_words[] = {
#embed "compiled/en.words"
};
static const unsigned char romanisation_ala_lc_ascii[] = {
#embed "romanisation/ala-lc-ascii.rules"
};
static const unsigned char romanisation_bgn[] = {
#embed "romanisation/bgn.rules"
};
static const unsigned char romanisation_bgn_rus_cldr[] = {
#embed "romanisation/bgn-rus-cldr.rules"
};
static const unsigned char romanisation_gost_rus_cyrl_latn_16876_71_alt[] = {
#embed "romanisation/gost-rus-cyrl-latn-16876-71-alt.rules"
};
static const unsigned char romanisation_gost_rus_cyrl_latn_16876_71_1983[] = {
#embed "romanisation/gost-rus-cyrl-latn-16876-71-1983.rules"
};
static const unsigned char romanisation_gost_rus_cyrl_latn_7_79_2000_2002[] = {
#embed "romanisation/gost-rus-cyrl-latn-7-79-2000-2002.rules"
};
static const unsigned char romanisation_gost_rus_cyrl_latn_52290[] = {
#embed "romanisation/gost-rus-cyrl-latn-52290.rules"
};
static const unsigned char romanisation_gost_rus_cyrl_latn_52535[] = {
#embed "romanisation/gost-rus-cyrl-latn-52535.rules"
};
static const unsigned char romanisation_gost_rus_cyrl_latn_7_034[] = {
#embed "romanisation/gost-rus-cyrl-latn-7-034.rules"
};
static const unsigned char romanisation_iso_rus_cyrl_latn_9_1954[] = {
#embed "romanisation/iso-rus-cyrl-latn-9-1954.rules"
};
static const unsigned char romanisation_un_rus_cyrl_latn_1987[] = {
#embed "romanisation/un-rus-cyrl-latn-1987.rules"
};
static const unsigned char romanisation_mvd_rus_cyrl_latn_1997[] = {
#embed "romanisation/mvd-rus-cyrl-latn-1997.rules"
};
static const unsigned char romanisation_mvd_rus_cyrl_latn_1997_french[] = {
#embed "romanisation/mvd-rus-cyrl-latn-1997-french.rules"
};
static const unsigned char romanisation_mvd_rus_cyrl_latn_2000[] = {
#embed "romanisation/mvd-rus-cyrl-latn-2000.rules"
};
static const unsigned char romanisation_mvd_rus_cyrl_latn_2008[] = {
#embed "romanisation/mvd-rus-cyrl-latn-2008.rules"
};
static const unsigned char romanisation_odni_rus_cyrl_latn_2015[] = {
#embed "romanisation/odni-rus-cyrl-latn-2015.rules"
};
static const unsigned char romanisation_telegram[] = {
#embed "romanisation/telegram.rules"
};
static const unsigned char romanisation_wikipedia[] = {
#embed "romanisation/wikipedia.rules"
};
static const unsigned char romanisation_moscow_metro[] = {
#embed "romanisation/moscow-metro.rules"
};
static const unsigned char romanisation_yandex_maps[] = {
#embed "romanisation/yandex-maps.rules"
};
static const unsigned char romanisation_yandex_money[] = {
#embed "romanisation/yandex-money.rules"
};
static const unsigned char romanisation_bs_rus_cyrl_latn_2979_alt[] = {
#embed "romanisation/bs-rus-cyrl-latn-2979-alt.rules"
};
static const unsigned char romanisation_alalc_ukr_cyrl_latn_1997[] = {
#embed "romanisation/alalc-ukr-cyrl-latn-1997.rules"
};
static const unsigned char romanisation_ala_lc_ukr[] = {
#embed "romanisation/ala-lc-ukr.rules"
};
static const unsigned char romanisation_bgnpcgn_ukr_cyrl_latn_1965[] = {
#embed "romanisation/bgnpcgn-ukr-cyrl-latn-1965.rules"
};
static const unsigned char romanisation_bgn_ukr_cldr[] = {
#embed "romanisation/bgn-ukr-cldr.rules"
};
static const unsigned char romanisation_ua_ukr_cyrl_latn_2010[] = {
#embed "romanisation/ua-ukr-cyrl-latn-2010.rules"
};
static const unsigned char romanisation_alalc_bel_cyrl_latn_1997[] = {
#embed "romanisation/alalc-bel-cyrl-latn-1997.rules"
};
static const unsigned char romanisation_ala_lc_bel[] = {
#embed "romanisation/ala-lc-bel.rules"
};
static const unsigned char romanisation_bgnpcgn_bel_cyrl_latn_1979[] = {
#embed "romanisation/bgnpcgn-bel-cyrl-latn-1979.rules"
};
static const unsigned char romanisation_bgn_bel_cldr[] = {
#embed "romanisation/bgn-bel-cldr.rules"
};
static const unsigned char romanisation_alalc_bul_cyrl_latn_1997[] = {
#embed "romanisation/alalc-bul-cyrl-latn-1997.rules"
};
static const unsigned char romanisation_ala_lc_bul[] = {
#embed "romanisation/ala-lc-bul.rules"
};
static const unsigned char romanisation_bgnpcgn_bul_cyrl_latn_1952[] = {
#embed "romanisation/bgnpcgn-bul-cyrl-latn-1952.rules"
};
static const unsigned char romanisation_bgn_bul_cldr[] = {
#embed "romanisation/bgn-bul-cldr.rules"
};
static const unsigned char romanisation_bgnpcgn_bul_cyrl_latn_2013[] = {
#embed "romanisation/bgnpcgn-bul-cyrl-latn-2013.rules"
};
static const unsigned char romanisation_bgna_bul_cyrl_latn_2009[] = {
#embed "romanisation/bgna-bul-cyrl-latn-2009.rules"
};
static const struct {
  const char *path;
  const unsigned char *bytes;
  size_t length;
} tables[] = {
    {"en/abbreviations.tsv", en_abbreviations, sizeof en_abbreviations},
    {"en/accented.tsv", en_accented, sizeof en_accented},
    {"en/compounds.tsv", en_compounds, sizeof en_compounds},
    {"en/confusables.tsv", en_confusables, sizeof en_confusables},
    {"en/confusions.tsv", en_confusions, sizeof en_confusions},
    {"en/function-words.tsv", en_function_words, sizeof en_function_words},
    {"en/hyphenated.tsv", en_hyphenated, sizeof en_hyphenated},
    {"en/prefixes.tsv", en_prefixes, sizeof en_prefixes},
    {"en/sources.tsv", en_sources, sizeof en_sources},
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
    {"names/forenames.tsv", names_forenames, sizeof names_forenames},
    {"names/readings.tsv", names_readings, sizeof names_readings},
    {"compiled/en.words", compiled_en_words, sizeof compiled_en_words},
    {"romanisation/ala-lc-ascii.rules", romanisation_ala_lc_ascii,
     sizeof romanisation_ala_lc_ascii},
    {"romanisation/bgn.rules", romanisation_bgn, sizeof romanisation_bgn},
    {"romanisation/bgn-rus-cldr.rules", romanisation_bgn_rus_cldr,
     sizeof romanisation_bgn_rus_cldr},
    {"romanisation/gost-rus-cyrl-latn-16876-71-alt.rules", romanisation_gost_rus_cyrl_latn_16876_71_alt,
     sizeof romanisation_gost_rus_cyrl_latn_16876_71_alt},
    {"romanisation/gost-rus-cyrl-latn-16876-71-1983.rules", romanisation_gost_rus_cyrl_latn_16876_71_1983,
     sizeof romanisation_gost_rus_cyrl_latn_16876_71_1983},
    {"romanisation/gost-rus-cyrl-latn-7-79-2000-2002.rules", romanisation_gost_rus_cyrl_latn_7_79_2000_2002,
     sizeof romanisation_gost_rus_cyrl_latn_7_79_2000_2002},
    {"romanisation/gost-rus-cyrl-latn-52290.rules", romanisation_gost_rus_cyrl_latn_52290,
     sizeof romanisation_gost_rus_cyrl_latn_52290},
    {"romanisation/gost-rus-cyrl-latn-52535.rules", romanisation_gost_rus_cyrl_latn_52535,
     sizeof romanisation_gost_rus_cyrl_latn_52535},
    {"romanisation/gost-rus-cyrl-latn-7-034.rules", romanisation_gost_rus_cyrl_latn_7_034,
     sizeof romanisation_gost_rus_cyrl_latn_7_034},
    {"romanisation/iso-rus-cyrl-latn-9-1954.rules", romanisation_iso_rus_cyrl_latn_9_1954,
     sizeof romanisation_iso_rus_cyrl_latn_9_1954},
    {"romanisation/un-rus-cyrl-latn-1987.rules", romanisation_un_rus_cyrl_latn_1987,
     sizeof romanisation_un_rus_cyrl_latn_1987},
    {"romanisation/mvd-rus-cyrl-latn-1997.rules", romanisation_mvd_rus_cyrl_latn_1997,
     sizeof romanisation_mvd_rus_cyrl_latn_1997},
    {"romanisation/mvd-rus-cyrl-latn-1997-french.rules", romanisation_mvd_rus_cyrl_latn_1997_french,
     sizeof romanisation_mvd_rus_cyrl_latn_1997_french},
    {"romanisation/mvd-rus-cyrl-latn-2000.rules", romanisation_mvd_rus_cyrl_latn_2000,
     sizeof romanisation_mvd_rus_cyrl_latn_2000},
    {"romanisation/mvd-rus-cyrl-latn-2008.rules", romanisation_mvd_rus_cyrl_latn_2008,
     sizeof romanisation_mvd_rus_cyrl_latn_2008},
    {"romanisation/odni-rus-cyrl-latn-2015.rules", romanisation_odni_rus_cyrl_latn_2015,
     sizeof romanisation_odni_rus_cyrl_latn_2015},
    {"romanisation/telegram.rules", romanisation_telegram, sizeof romanisation_telegram},
    {"romanisation/wikipedia.rules", romanisation_wikipedia, sizeof romanisation_wikipedia},
    {"romanisation/moscow-metro.rules", romanisation_moscow_metro,
     sizeof romanisation_moscow_metro},
    {"romanisation/yandex-maps.rules", romanisation_yandex_maps, sizeof romanisation_yandex_maps},
    {"romanisation/yandex-money.rules", romanisation_yandex_money,
     sizeof romanisation_yandex_money},
    {"romanisation/bs-rus-cyrl-latn-2979-alt.rules", romanisation_bs_rus_cyrl_latn_2979_alt,
     sizeof romanisation_bs_rus_cyrl_latn_2979_alt},
    {"romanisation/alalc-ukr-cyrl-latn-1997.rules", romanisation_alalc_ukr_cyrl_latn_1997,
     sizeof romanisation_alalc_ukr_cyrl_latn_1997},
    {"romanisation/ala-lc-ukr.rules", romanisation_ala_lc_ukr, sizeof romanisation_ala_lc_ukr},
    {"romanisation/bgnpcgn-ukr-cyrl-latn-1965.rules", romanisation_bgnpcgn_ukr_cyrl_latn_1965,
     sizeof romanisation_bgnpcgn_ukr_cyrl_latn_1965},
    {"romanisation/bgn-ukr-cldr.rules", romanisation_bgn_ukr_cldr,
     sizeof romanisation_bgn_ukr_cldr},
    {"romanisation/ua-ukr-cyrl-latn-2010.rules", romanisation_ua_ukr_cyrl_latn_2010,
     sizeof romanisation_ua_ukr_cyrl_latn_2010},
    {"romanisation/alalc-bel-cyrl-latn-1997.rules", romanisation_alalc_bel_cyrl_latn_1997,
     sizeof romanisation_alalc_bel_cyrl_latn_1997},
    {"romanisation/ala-lc-bel.rules", romanisation_ala_lc_bel, sizeof romanisation_ala_lc_bel},
    {"romanisation/bgnpcgn-bel-cyrl-latn-1979.rules", romanisation_bgnpcgn_bel_cyrl_latn_1979,
     sizeof romanisation_bgnpcgn_bel_cyrl_latn_1979},
    {"romanisation/bgn-bel-cldr.rules", romanisation_bgn_bel_cldr,
     sizeof romanisation_bgn_bel_cldr},
    {"romanisation/alalc-bul-cyrl-latn-1997.rules", romanisation_alalc_bul_cyrl_latn_1997,
     sizeof romanisation_alalc_bul_cyrl_latn_1997},
    {"romanisation/ala-lc-bul.rules", romanisation_ala_lc_bul, sizeof romanisation_ala_lc_bul},
    {"romanisation/bgnpcgn-bul-cyrl-latn-1952.rules", romanisation_bgnpcgn_bul_cyrl_latn_1952,
     sizeof romanisation_bgnpcgn_bul_cyrl_latn_1952},
    {"romanisation/bgn-bul-cldr.rules", romanisation_bgn_bul_cldr,
     sizeof romanisation_bgn_bul_cldr},
    {"romanisation/bgnpcgn-bul-cyrl-latn-2013.rules", romanisation_bgnpcgn_bul_cyrl_latn_2013,
     sizeof romanisation_bgnpcgn_bul_cyrl_latn_2013},
    {"romanisation/bgna-bul-cyrl-latn-2009.rules", romanisation_bgna_bul_cyrl_latn_2009,
     sizeof romanisation_bgna_bul_cyrl_latn_2009},
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
