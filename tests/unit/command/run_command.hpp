#pragma once
#include <sys/wait.h>

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

// Runs the built command in a folder of its own, as a user would.
namespace demarche::testing {

struct Outcome {
  int code = -1;
  std::string out;
  std::string err;
};

class Folder {
 public:
  Folder() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("demarche-test-" + std::to_string(getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  std::string read(const std::string& name) const {
    std::ifstream in(path_ / name, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
  }
  const std::filesystem::path& path() const { return path_; }
  bool has(const std::string& name) const { return std::filesystem::exists(path_ / name); }

  // `arguments` are for the shell; the rule library is that of the source tree; `input` is what the command reads.
  Outcome run(const std::string& arguments, const std::string& environment = "",
              const std::string& input = "/dev/null") const {
    const std::string command = "cd '" + path_.string() + "' && " + environment + " DEMARCHE_LIBRARY='" +
                                std::string(DEMARCHE_SOURCE_DIR) + "/rules' '" + DEMARCHE_COMMAND + "' " + arguments +
                                " > .stdout 2> .stderr < " + input;
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(".stdout"), read(".stderr")};
  }

 private:
  std::filesystem::path path_;
};

inline bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace demarche::testing
