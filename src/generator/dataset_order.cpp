// The first wrong argument is reported, the rest is not looked at.
#include "generator/dataset_order.h"

#include <charconv>
#include <optional>

namespace explorer {
namespace {

// The whole text as a decimal number that fits into Number.
template <typename Number>
std::optional<Number> number_of(std::string_view text) {
  Number value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<GeneratorFormat> format_of(std::string_view name) {
  if (name == "feed") return GeneratorFormat::Feed;
  if (name == "lines") return GeneratorFormat::Lines;
  if (name == "rows") return GeneratorFormat::FlatRows;
  return std::nullopt;
}

// Takes over one option; returns what is wrong with it, or nothing.
std::string take_option(DatasetOrder& order, std::string_view option, std::string_view value) {
  if (option == "--seed") {
    const std::optional<uint64_t> seed = number_of<uint64_t>(value);
    order.seed = seed.value_or(0);
    return seed ? "" : "--seed needs a whole number below 2^64, not '" + std::string(value) + "'.";
  }
  const std::optional<GeneratorFormat> format = format_of(value);
  order.format = format.value_or(GeneratorFormat::Feed);
  return format ? "" : "--format needs feed, lines or rows, not '" + std::string(value) + "'.";
}

}  // namespace

DatasetOrder read_dataset_order(std::span<const std::string_view> arguments) {
  DatasetOrder order;
  bool counted = false;
  for (size_t i = 0; i < arguments.size() && order.error.empty(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--summaries") {
      order.summaries = true;
    } else if (argument == "--seed" || argument == "--format") {
      const bool last = i + 1 == arguments.size();
      order.error =
          last ? std::string(argument) + " needs a value." : take_option(order, argument, arguments[i + 1]);
      ++i;
    } else if (argument.starts_with('-')) {
      order.error = "Unknown option '" + std::string(argument) + "'.";
    } else if (counted) {
      order.error = "One COUNT only, not '" + std::string(argument) + "' as well.";
    } else {
      const std::optional<uint32_t> count = number_of<uint32_t>(argument);
      if (!count) order.error = "COUNT needs a whole number below 2^32, not '" + std::string(argument) + "'.";
      order.article_count = count.value_or(0);
      counted = true;
    }
  }
  if (order.error.empty() && !counted) order.error = "COUNT is missing: how many articles?";
  return order;
}

}  // namespace explorer
