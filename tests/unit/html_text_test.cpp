#include "core/html_text.h"

#include <doctest/doctest.h>

using explorer::plain_text;

TEST_CASE("HTML becomes the text that a reader would see") {
  const struct {
    std::string_view html;
    std::string_view text;
  } Cases[] = {
      {"", ""},
      {"plain", "plain"},
      {"  a \n\t b  ", "a b"},
      {"<p>One</p><p>Two</p>", "One Two"},
      {"un<b>bro</b>ken <i>words</i>", "unbroken words"},
      {"line<br>break<br/>here", "line break here"},
      {"<a href=\"x>y\" title='>'>link</a>", "link"},
      {"a &lt;b&gt; &amp;amp; &quot;c&quot; &apos;d&apos;", "a <b> &amp; \"c\" 'd'"},
      {"&#65;&#x42;&#X43;&#8217;", "ABC\xE2\x80\x99"},
      {"&#0;&#xD800;&#x110000;&#99999999999;", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD&#99999999999;"},
      {"AT&T &unknown; &amp", "AT&T &unknown; &amp"},
      {"&#; &#x; &#xZ; &;", "&#; &#x; &#xZ; &;"},
      {"1 < 2 and 3 > 2", "1 < 2 and 3 > 2"},
      {"a<script>if (x < y) { '</p>' }</script>b", "a b"},
      {"a<STYLE type='x'>p > a {}</Style>b", "a b"},
      {"a<!-- <p> -- > -->b", "a b"},
      {"a<!-- never closed", "a"},
      {"a<p never closed", "a"},
      {"a<script>never closed", "a"},
      {"a<", "a<"},
      {"<script>", ""},
      {"\xEC\xA7\x80<b>\xEB\xAF\xBC</b>", "\xEC\xA7\x80\xEB\xAF\xBC"},
  };
  for (const auto& it : Cases) {
    CAPTURE(it.html);
    CHECK(plain_text(it.html) == it.text);
  }
}
