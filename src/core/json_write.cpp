// See json_write.h.
#include "core/json_write.h"

namespace explorer::json {
namespace {

constexpr std::string_view QualifierNames[] = {"exact",     "about",   "at_least",
                                               "more_than", "at_most", "less_than"};

}  // namespace

void put_text(std::string& out, std::string_view text) {
  constexpr std::string_view Digits = "0123456789abcdef";
  out += '"';
  size_t from = 0;  // what is not yet in `out`
  for (size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    out.append(text.substr(from, at - from));
    from = at + 1;
    out += '\\';
    if (byte >= 0x20) {
      out += text[at];
    } else {
      out += "u00";
      out += Digits[byte >> 4];
      out += Digits[byte & 15];
    }
  }
  out.append(text.substr(from));
  out += '"';
}

void put_comma(std::string& out) {
  if (out.back() != '{' && out.back() != '[') out += ',';
}

void put_name(std::string& out, std::string_view name) {
  put_comma(out);
  put_text(out, name);
  out += ':';
}

void put_member(std::string& out, std::string_view name, std::string_view text) {
  put_name(out, name);
  put_text(out, text);
}

void put_member(std::string& out, std::string_view name, int64_t number) {
  put_name(out, name);
  out += std::to_string(number);
}

void put_quantity(std::string& out, const Quantity& quantity) {
  if (quantity.qualifier == Qualifier::Exact) {
    out += std::to_string(quantity.value);
    return;
  }
  out += '{';
  put_member(out, "value", quantity.value);
  put_member(out, "qualifier", QualifierNames[static_cast<size_t>(quantity.qualifier)]);
  out += '}';
}

void put_value(std::string& out, const Column& column, RowIndex row) {
  if (column.is_list()) {
    out += '[';
    for (const ValueCode code : column.list(row)) {
      put_comma(out);
      put_text(out, column.value_text(code));
    }
    out += ']';
  } else if (holds_strings(column.spec.type)) {
    put_text(out, column.text(row));
  } else if (column.spec.type == ColumnType::Date) {
    put_text(out, format_edtf(column.date(row)));
  } else {
    put_quantity(out, column.number(row));
  }
}

}  // namespace explorer::json
