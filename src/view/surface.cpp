// See surface.h; each kind's actions stand with its builder.
#include "view/surface.h"

namespace explorer {

const SurfaceActions* surface_actions(Surface surface) {
  switch (surface) {
    case Surface::None:
      return nullptr;
    case Surface::Map:
      return &MapActions;
    case Surface::Timeline:
      return &TimelineActions;
    case Surface::Histogram:
      return &HistogramActions;
  }
  return nullptr;
}

}  // namespace explorer
