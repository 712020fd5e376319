// What an embedding (embedding.h) lets readers do, and which part of the explorer it holds a state to.
#pragma once

#include "state/command.h"

namespace explorer {

// Whether a reader may do it in this state. What is for the reader's own ease always may be: colours, keys,
// reading tables as plain ones, copying what is on screen, closing what is open. The search box may do all
// that a query can say.
bool reader_may(const AppState& state, const Command& command);

// Whether readers go from one view to another.
bool readers_change_view(const AppState& state);

// Puts the state back to the part that the embedding shows, whatever a command or an address wanted.
void keep_to_part(AppState& state);

}  // namespace explorer
