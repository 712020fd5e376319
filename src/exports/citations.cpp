// See citations.h.
#include "exports/citations.h"

#include <algorithm>
#include <cstdlib>

#include "core/hash.h"
#include "core/read_values.h"

namespace explorer::exports {
namespace {

// The last name of "Ada Brook" and of "Brook, Ada".
std::string last_name(std::string_view author) {
  const std::vector<std::string> words = ascii_words(author.substr(0, author.find(',')));
  return words.empty() ? std::string() : words.back();
}

// Of an address the longest part of its host, but for the last: "news.example.org" is "example".
std::string site(std::string_view address) {
  address.remove_prefix(std::min(address.find("//"), address.size()));
  address.remove_prefix(std::min(address.find_first_not_of('/'), address.size()));
  address = address.substr(0, address.find_first_of("/?#"));
  address.remove_prefix(address.rfind('@') + 1);
  address = address.substr(0, address.rfind('.'));
  std::string longest;
  for (const std::string& part : ascii_words(address)) {
    if (part.size() > longest.size()) longest = part;
  }
  return longest;
}

std::string first_word(std::string_view title) {
  constexpr std::string_view Small[] = {"a",  "an", "and", "as", "at", "by",  "for", "from", "how",
                                        "in", "is", "of",  "on", "or", "the", "to",  "with"};
  const std::vector<std::string> words = ascii_words(title);
  for (const std::string& word : words) {
    if (std::ranges::find(Small, std::string_view(word)) == std::end(Small)) return word;
  }
  return words.empty() ? std::string() : words.front();
}

std::string year_of(const PartialDate& date) {
  constexpr int64_t Day = 86'400;
  const int64_t at = date.earliest == EarliestInstant ? date.latest : date.earliest;
  if (!date.stated() || at == LatestInstant) return "nd";
  return std::to_string(std::abs(civil_from_days(at / Day - (at % Day < 0 ? 1 : 0)).year));
}

}  // namespace

std::string CitationKeys::stem(RowIndex article) const {
  constexpr size_t Most = 24;  // letters of a part
  const Table& articles = dataset_.table(TableId::Articles);
  const Column& authors = articles.columns[article_column::Author];
  std::string name = last_name(authors.text(article));
  if (name.empty()) name = site(articles.columns[article_column::Url].text(article));
  std::string word = first_word(articles.columns[article_column::Title].text(article));
  // A title in another script has no such word; the id is the next best name.
  if (word.empty()) word = first_word(articles.ids.view(article));
  const std::string year = year_of(articles.columns[article_column::Date].date(article));
  return (name.empty() ? "article" : name.substr(0, Most)) + year + word.substr(0, Most);
}

void CitationKeys::add(RowIndex article) {
  const uint64_t hash = hash_bytes(stem(article));
  const auto next = static_cast<ValueCode>(hashes_.size());
  const ValueCode found = index_.find_or_add(hash, next, [&](ValueCode it) { return hashes_[it] == hash; });
  if (found == next) {
    hashes_.push_back(hash);
    uses_.push_back(0);
  }
  places_.push_back(uses_[found]++);
}

std::string CitationKeys::key(RowIndex article) const {
  std::string suffix;
  if (places_[article] > 0) {
    for (uint64_t rest = uint64_t{places_[article]} + 1; rest > 0; rest = (rest - 1) / 26)
      suffix.insert(suffix.begin(), static_cast<char>('a' + (rest - 1) % 26));
    suffix.insert(suffix.begin(), '-');
  }
  return stem(article) + suffix;
}

CitationWriter::CitationWriter(Job job)
    : job_(std::move(job)),
      articles_(dataset().table(TableId::Articles).row_count),
      told_(articles_),
      keys_(dataset()) {}

std::string_view CitationWriter::address(RowIndex article) const {
  const std::string_view url = column(article_column::Url).text(article);
  return is_web_address(url) ? url : std::string_view();
}

void CitationWriter::put_once(std::string& out, RowIndex article) {
  if (article >= articles_ || told_.has(article)) return;
  told_.add(article);
  put_article(out, article, keys_.key(article));
  any_ = true;
}

void CitationWriter::unit(std::string& out, uint64_t number) {
  if (number < articles_) return keys_.add(static_cast<RowIndex>(number));
  const RowIndex row = job_.row(number - articles_);
  if (job_.table == TableId::Articles) return put_once(out, row);
  for (const Evidence& evidence : job_.rows_of().evidence_of(row))
    put_once(out, evidence.article);
}

}  // namespace explorer::exports
