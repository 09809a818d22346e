#include "stories/story.h"

namespace factbox::stories {

const char* name_of(Relation relation) {
  switch (relation) {
    case Relation::same:
      return "same";
    case Relation::entails:
      return "entails";
    case Relation::update:
      return "update";
    case Relation::contradiction:
      return "contradiction";
    case Relation::different:
      return "different";
  }
  return "different";
}

const char* name_of(ContradictionKind kind) {
  switch (kind) {
    case ContradictionKind::number:
      return "number";
    case ContradictionKind::negation:
      return "negation";
    case ContradictionKind::denial:
      return "denial";
    case ContradictionKind::scope:
      return "scope";
    case ContradictionKind::time:
      return "time";
    case ContradictionKind::who:
      return "who";
    case ContradictionKind::other:
      return "other";
  }
  return "other";
}

}  // namespace factbox::stories
