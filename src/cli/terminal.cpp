#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

namespace factbox::cli {
namespace {

constexpr std::size_t kUsualWidth = 80;
constexpr std::size_t kLeastWidth = 40;  // narrower lines can't be read

std::size_t width_of(int descriptor) {
  struct winsize size {};
  if (::isatty(descriptor) == 0 || ::ioctl(descriptor, TIOCGWINSZ, &size) != 0) {
    return kUsualWidth;
  }
  return size.ws_col < kLeastWidth ? kUsualWidth : size.ws_col;
}

}  // namespace

bool out_is_terminal() {
  return ::isatty(STDOUT_FILENO) != 0;
}

bool messages_are_terminal() {
  return ::isatty(STDERR_FILENO) != 0;
}

std::size_t width_of_out() {
  return width_of(STDOUT_FILENO);
}

std::size_t width_of_messages() {
  return width_of(STDERR_FILENO);
}

}  // namespace factbox::cli
