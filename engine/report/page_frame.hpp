#pragma once
#include <string>

// The page of `demarche report` without its data: HTML with one script and one style sheet inside, which
// engine/report/web/build.mjs makes with npm when the program is built.
namespace demarche::report {

struct PageFrame {
  std::string before_title;
  std::string before_data;
  std::string after_data;
};

// False when the program was built without npm; the frame is then empty.
bool has_page_frame();
PageFrame page_frame();

}  // namespace demarche::report
