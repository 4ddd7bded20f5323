#include "engine/picture/raster.hpp"

#include <cairo.h>
#include <librsvg/rsvg.h>

#include <cmath>
#include <memory>

namespace demarche::picture {

namespace {

constexpr int longest_side = 20000;  // cairo's surfaces end at 32767

struct Release {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  void operator()(GError* error) const { g_error_free(error); }
};

cairo_status_t append(void* out, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

Pixels failed(const std::string& reason) { return {"", "cannot make a PNG: " + reason}; }

Pixels failed(GError* error) {
  const std::unique_ptr<GError, Release> owned(error);
  return failed(error ? error->message : "the library gives no reason");
}

}  // namespace

Pixels to_png(const Picture& picture, double scale) {
  const int width = static_cast<int>(std::lround(picture.width * scale));
  const int height = static_cast<int>(std::lround(picture.height * scale));
  if (width < 1 || height < 1 || width > longest_side || height > longest_side)
    return failed("it would have " + std::to_string(width) + " by " + std::to_string(height) +
                  " pixels; take a smaller --scale, fewer rows, or SVG");
  GError* error = nullptr;
  const std::unique_ptr<RsvgHandle, Release> handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(picture.svg.data()), picture.svg.size(), &error));
  if (!handle) return failed(error);
  const std::unique_ptr<cairo_surface_t, Release> surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  const std::unique_ptr<cairo_t, Release> cairo(cairo_create(surface.get()));
  const RsvgRectangle all{0, 0, static_cast<double>(width), static_cast<double>(height)};
  if (!rsvg_handle_render_document(handle.get(), cairo.get(), &all, &error)) return failed(error);
  Pixels pixels;
  const cairo_status_t status = cairo_surface_write_to_png_stream(surface.get(), append, &pixels.png);
  return status == CAIRO_STATUS_SUCCESS ? pixels : failed(cairo_status_to_string(status));
}

}  // namespace demarche::picture
