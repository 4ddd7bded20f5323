#pragma once
#include <string>

#include "engine/picture/picture.hpp"

// SVG to pixels. The only user of librsvg and cairo.
namespace demarche::picture {

struct Pixels {
  std::string png;    // the bytes of a file; empty when there is an error
  std::string error;  // in plain words
};

// `scale` pixels for each unit of the picture: 2 is sharp on a slide.
Pixels to_png(const Picture& picture, double scale);

}  // namespace demarche::picture
