// See site_address.h.
#include "static_page/site_address.h"

namespace explorer {

namespace {

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_any_of(char c, std::string_view all) {
  return all.find(c) != std::string_view::npos;
}

// What follows the scheme; nothing if it is another one, or none.
std::optional<std::string_view> without_scheme(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (text.starts_with(scheme)) return text.substr(scheme.size());
  }
  return std::nullopt;
}

// What is wrong with "host" or "host:port"; empty if nothing is.
std::string judge_host(std::string_view host) {
  const size_t colon = host.rfind(':');
  const bool is_ip6 = host.starts_with('[');
  if (colon != std::string_view::npos && !(is_ip6 && host.ends_with(']'))) {
    const std::string_view port = host.substr(colon + 1);
    if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string_view::npos ||
        std::stoi(std::string(port)) > 65535) {
      return "what follows the colon is no port number";
    }
    host = host.substr(0, colon);
  }
  if (host.empty()) return "it names no host";
  if (is_ip6) return host.size() > 2 && host.ends_with(']') ? "" : "its host is no address in brackets";
  for (const char c : host) {
    if (!is_alphanumeric(c) && c != '-' && c != '.')
      return "its host holds more than letters, digits, . and -";
  }
  return host.front() == '.' || host.front() == '-' ? "its host begins with a mark" : "";
}

std::string judge(std::string_view text) {
  for (const char c : text) {
    if (!is_alphanumeric(c) && !is_any_of(c, "-._~!$&'()*+,;=:@/%?#[]")) {
      return "it holds a character that addresses do not have; write it as % and two digits, a host in "
             "Punycode";
    }
  }
  const std::optional<std::string_view> rest = without_scheme(text);
  if (!rest) return "it does not start with https:// or http://";
  if (text.find_first_of("?#") != std::string_view::npos) {
    return "it is the address of a folder, without ? and #";
  }
  const std::string_view host = rest->substr(0, rest->find('/'));
  if (host.find('@') != std::string_view::npos) return "it holds the name of a user";
  return judge_host(host);
}

}  // namespace

SiteAddress read_site_address(std::string_view text) {
  SiteAddress result;
  const std::string fault = judge(text);
  if (!fault.empty()) {
    result.error = "EXPLORER_SITE_URL is \"" + std::string(text) + "\", and " + fault +
                   ". Expected: https://example.org/explorer/";
    return result;
  }
  result.folder = std::string(text);
  if (!text.ends_with('/')) *result.folder += '/';
  return result;
}

std::string percent_encoded(std::string_view text) {
  constexpr char Hex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_alphanumeric(c) || is_any_of(c, "-._~")) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', Hex[byte >> 4], Hex[byte & 15]};
    }
  }
  return out;
}

}  // namespace explorer
