// The readable text of a piece of HTML, for feeds that have no plain content. Not a browser: no layout, no
// scripts, and nothing of it is ever shown as HTML.
#pragma once

#include <string>
#include <string_view>

namespace explorer {

// Takes out tags, comments and the content of script and style, decodes the character references &amp;
// &lt; &gt; &quot; &apos; &nbsp; &#N; and &#xN; (others stay as they are), and joins runs of white space to
// one space. `html` is UTF-8. Takes time linear in its size.
std::string plain_text(std::string_view html);

}  // namespace explorer
