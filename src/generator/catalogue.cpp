// Names are words of the vocabularies put together; what is a fixed list stands here.
#include "generator/catalogue.h"

#include <algorithm>
#include <string_view>

#include "generator/article_generator.h"
#include "generator/split_text.h"

namespace explorer {
namespace {

// Streams of the seed for what is no article; articles count from 0.
enum Stream : uint64_t {
  VocabularyStream = uint64_t{1} << 40,
  TagStream = uint64_t{2} << 40,
  AuthorStream = uint64_t{3} << 40,
  ArtistStream = uint64_t{4} << 40,
  LabelStream = uint64_t{5} << 40,
  TitleStream = uint64_t{6} << 40
};

constexpr size_t TagCount = 200, AuthorCount = 500, ArtistCount = 400, LabelCount = 40;

// Latin, Hangul, Japanese, Cyrillic, Greek, Arabic, Devanagari.
constexpr uint32_t ScriptWeights[] = {70, 8, 6, 6, 3, 4, 3};

constexpr std::string_view RegionCodes =
    "US KR JP GB DE FR IN BR ID PH MX TH VN TW CA AU ES IT MY SG HK CN NL SE PL TR AR CL CO PE SA "
    "AE EG RU UA NO DK FI BE CH AT PT IE GR CZ HU RO BG RS HR SI SK LT LV EE IS NZ ZA NG KE GH MA "
    "TN DZ IL JO LB KW QA OM BH PK BD LK NP MM KH LA MN KZ UZ GE AM AZ EC BO PY UY CR";

constexpr std::string_view RealTags =
    "music|pop|K-pop|single|album|music video|charts|tour|interview|review|live|streaming|award|"
    "debut|comeback|radio|festival|rock|hip-hop|R&B|dance|electronic|jazz|classical|indie|folk|"
    "soundtrack|drama|film|documentary|fans|fashion|photo book|behind the scenes|collaboration|"
    "military service|remix|cover|vinyl|tickets|아이돌|신곡|콘서트|音楽|新曲|アニメ|музыка|концерт|"
    "альбом|μουσική|συναυλία|موسيقى|أغنية|संगीत|गीत|café concert|première|Übersicht|año nuevo|🎵";

constexpr std::string_view GivenNames =
    "Anna|José|Zoë|Søren|Mina|Luca|Chloé|Jürgen|Amélie|Paweł|Ida|Noah|Sofia|Marek|Lena|Hugo|Aiko|"
    "Ravi|Leila|Omar|Björn|Inês|Tomás|Grace|Ewa|Felix|Nora|Emil|Clara|Yusuf";

constexpr std::string_view ChartNames =
    "World 200/Northwave|Daily Streams/Northwave|Singles 100/Tonika|Album Sales/Tonika|Airplay 40/Radio "
    "Atlas|"
    "Downloads/Kanal 5|Video Trends/Kanal 5|New Releases/Hanbit";
constexpr uint32_t ChartWeights[] = {20, 22, 14, 9, 8, 10, 11, 6};

template <typename... Parts>
Name name_of(const Parts&... parts) {
  Name name;
  (name.append(parts), ...);
  return name;
}

std::vector<Name> names_of(std::string_view text, char separator) {
  std::vector<Name> names;
  for (const std::string_view part : split_text(text, separator))
    names.push_back(name_of(part));
  return names;
}

// Adds names that `make` gives until there are `count`, each once.
template <typename Make>
std::vector<Name> filled_up(std::vector<Name> names, size_t count, const Make& make) {
  names.reserve(count);
  while (names.size() < count) {
    const Name name = make();
    const auto is_same = [&name](const Name& other) { return other.view() == name.view(); };
    if (std::none_of(names.begin(), names.end(), is_same)) names.push_back(name);
  }
  return names;
}

// None of the frequent words, which are articles and the like, and no acronym.
std::string_view rare_word(const Vocabulary& vocabulary, RandomSource& random, bool capital) {
  const uint32_t skipped = vocabulary.size() / 10;
  for (;;) {
    const uint32_t index = skipped + random.below(vocabulary.size() - skipped);
    const char first = vocabulary.word(index, false).view().front();
    if (first < 'A' || first > 'Z') return vocabulary.word(index, capital).view();
  }
}

struct NameMaker {
  const Catalogue& catalogue;
  RandomSource random;

  const Vocabulary& vocabulary(uint32_t latin_per_mille) {
    if (random.happens(latin_per_mille)) return catalogue.vocabulary(Script::Latin);
    return catalogue.vocabularies[1 + random.below(ScriptCount - 1)];
  }

  Name tag() { return name_of(rare_word(vocabulary(850), random, false)); }

  Name label() {
    constexpr std::string_view Kinds[] = {" Records", " Music", " Entertainment", " Sound"};
    const std::string_view word = rare_word(catalogue.vocabulary(Script::Latin), random, true);
    return name_of(word, Kinds[random.below(4)]);
  }

  Name artist() {
    const Vocabulary& words = vocabulary(800);
    Name name = name_of(rare_word(words, random, true));
    if (random.happens(400)) append_word(name, words, rare_word(words, random, true));
    return name;
  }

  Name person() {
    static const std::vector<std::string_view> given = split_text(GivenNames, '|');
    const Vocabulary& words = vocabulary(850);
    const bool latin = &words == &catalogue.vocabulary(Script::Latin);
    Name name = name_of(latin ? given[random.below(static_cast<uint32_t>(given.size()))]
                              : rare_word(words, random, true));
    append_word(name, words, rare_word(words, random, true));
    return name;
  }

  // One to four words.
  Name title() {
    const Vocabulary& words = vocabulary(750);
    Name name = name_of(words.word(words.draw(random), true).view());
    for (uint32_t more = random.below(4); more > 0; --more)
      append_word(name, words, words.word(words.draw(random), true).view());
    return name;
  }

  static void append_word(Name& name, const Vocabulary& vocabulary, std::string_view word) {
    Name longer = name;
    if ((!vocabulary.spaced() || longer.append(" ")) && longer.append(word)) name = longer;
  }
};

std::vector<Vocabulary> make_vocabularies(uint64_t seed) {
  std::vector<Vocabulary> vocabularies;
  for (size_t i = 0; i < ScriptCount; ++i)
    vocabularies.emplace_back(static_cast<Script>(i), RandomSource(seed, VocabularyStream + i));
  return vocabularies;
}

std::vector<Chart> make_charts() {
  std::vector<Chart> charts;
  for (const std::string_view text : split_text(ChartNames, '|')) {
    const size_t slash = text.find('/');
    charts.push_back({name_of(text.substr(0, slash)), name_of(text.substr(slash + 1))});
  }
  return charts;
}

// `names` filled up to `count` with what `make` gives from the numbers of `stream`.
NameList made_list(const Catalogue& catalogue, Stream stream, std::string_view names, size_t count,
                   Name (NameMaker::*make)()) {
  NameMaker maker{catalogue, RandomSource(catalogue.seed, stream)};
  return {filled_up(names_of(names, '|'), count, [&maker, make] { return (maker.*make)(); }), 14};
}

}  // namespace

// The lists are made in the order of the members, from the vocabularies before them.
Catalogue::Catalogue(uint64_t dataset_seed)
    : seed(dataset_seed),
      vocabularies(make_vocabularies(dataset_seed)),
      scripts(ScriptWeights, 10),
      charts(make_charts()),
      chart_chances(ChartWeights, 10),
      regions(names_of(RegionCodes, ' '), 12),
      tags(made_list(*this, TagStream, RealTags, TagCount, &NameMaker::tag)),
      authors(made_list(*this, AuthorStream, "", AuthorCount, &NameMaker::person)),
      artists(made_list(*this, ArtistStream, "", ArtistCount, &NameMaker::artist)),
      labels(made_list(*this, LabelStream, "", LabelCount, &NameMaker::label)),
      releases(made_list(*this, TitleStream, "", MaxReleaseCount, &NameMaker::title)) {}

}  // namespace explorer
