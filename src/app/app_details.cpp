// The focus goes along into the details: from what states a row to the article, and from row to row within
// them. There it stands at the headline, so that reading begins with what was opened.
#include <algorithm>
#include <utility>

#include "app/app.h"

namespace explorer {

bool App::is_in_details(const Node& node) const {
  const Node* root = &scene_.node(0);
  const NodeKey panel = Scene::child_key(root->key, "detail");
  const Node* at = &node;
  while (at != root && at->key != panel)
    at = &scene_.node(at->parent);
  return at != root;
}

// Rows and their names open the details beside the table, where the keyboard stays; a mark of an article in a
// row stands for no row (view/linked.h) and is there to be followed.
bool App::leads_into_details(const Node& link) const {
  const auto* open = selects(link);
  if (open == nullptr) return false;
  const bool evidence =
      link.role == Role::Link && open->row.table == TableId::Articles && !link.subject.has_value();
  return evidence || is_in_details(link);
}

// After a new scene.
void App::follow_details() {
  if (!std::exchange(details_due_, false)) return;
  for (const Node& each : scene_.nodes()) {
    if (each.role == Role::Heading && each.by_keys && is_in_details(each)) return host_.focus(each.key);
  }
}

}  // namespace explorer
