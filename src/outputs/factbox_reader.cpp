#include <fmt/format.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "outputs/factbox_json.h"
#include "outputs/factbox_words.h"

namespace factbox::outputs {
namespace {

using factboxes::Factbox;
using nlohmann::json;

/// A value in the JSON and the way to it, for messages. The first mistake found is kept; reading
/// goes on with empty values, so that callers read straight down.
class At {
 public:
  At(const json* value, std::string way, std::optional<Error>* mistake)
      : value_(value), way_(std::move(way)), mistake_(mistake) {}

  [[nodiscard]] bool known() const { return value_ != nullptr && !value_->is_null(); }

  [[nodiscard]] At field(std::string_view name) const {
    const json* found = nullptr;
    if (known() && !value_->is_object()) {
      wrong("an object is wanted");
    } else if (known()) {
      const auto each = value_->find(name);
      found = each == value_->end() ? nullptr : &*each;
    }
    return {found, way_.empty() ? std::string{name} : fmt::format("{}.{}", way_, name), mistake_};
  }

  [[nodiscard]] std::string words() const {
    if (!known()) {
      return {};
    }
    if (value_->is_string()) {
      return value_->get<std::string>();
    }
    wrong("a string is wanted");
    return {};
  }

  /// A number or a range as JSON shows it; words stay words.
  [[nodiscard]] std::string shown() const {
    if (!known()) {
      return {};
    }
    return value_->is_string() ? value_->get<std::string>() : value_->dump();
  }

  [[nodiscard]] double number() const {
    if (!known()) {
      return 0;
    }
    if (value_->is_number()) {
      return value_->get<double>();
    }
    wrong("a number is wanted");
    return 0;
  }

  [[nodiscard]] std::uint32_t count() const {
    const double value = number();
    if (value >= 0 && value <= std::numeric_limits<std::uint32_t>::max()) {
      return static_cast<std::uint32_t>(value);
    }
    wrong("a number from 0 to 4294967295 is wanted");
    return 0;
  }

  [[nodiscard]] bool yes() const { return known() && value_->is_boolean() && value_->get<bool>(); }

  template <class Read>
  [[nodiscard]] auto list(Read read) const -> std::vector<decltype(read(std::declval<At>()))> {
    std::vector<decltype(read(std::declval<At>()))> values;
    if (known() && !value_->is_array()) {
      wrong("a list is wanted");
      return values;
    }
    for (std::size_t i = 0; known() && i < value_->size(); ++i) {
      values.push_back(read(At{&(*value_)[i], fmt::format("{}[{}]", way_, i), mistake_}));
    }
    return values;
  }

  [[nodiscard]] std::vector<std::string> all_words() const {
    return list([](const At& at) { return at.words(); });
  }

  template <class Value, std::size_t count>
  [[nodiscard]] Value one_of(const Words<Value, count>& words_for, Value otherwise) const {
    const auto word = words();
    if (word.empty()) {
      return otherwise;
    }
    for (const auto& [value, name] : words_for) {
      if (name == word) {
        return value;
      }
    }
    wrong(fmt::format("\"{}\" is none of the words known here", word));
    return otherwise;
  }

  void wrong(std::string_view why) const {
    if (!*mistake_) {
      *mistake_ = Error{ErrorKind::malformed, fmt::format("the page's JSON, at {}: {}",
                                                          way_.empty() ? "its top" : way_, why)};
    }
  }

 private:
  const json* value_;
  std::string way_;
  std::optional<Error>* mistake_;
};

std::optional<ByteRange> read_span(const At& at) {
  if (!at.known()) {
    return std::nullopt;
  }
  const auto ends = at.list([](const At& each) { return each.count(); });
  if (ends.size() != 2 || ends[0] > ends[1]) {
    at.wrong("two offsets are wanted, the first no larger");
    return std::nullopt;
  }
  return ByteRange{ends[0], ends[1]};
}

std::optional<statements::StatedTime> read_stated_time(const At& at) {
  if (!at.known()) {
    return std::nullopt;
  }
  return statements::StatedTime{at.field("value").words(), read_span(at.field("span"))};
}

factboxes::Attribution read_attribution(const At& at) {
  factboxes::Attribution out;
  out.member.role = at.field("role").one_of(kRoleWords, statements::Role::outlet);
  out.member.hop = at.field("hop").count();
  out.member.span = read_span(at.field("span"));
  out.member.name = at.field("name").words();
  out.member.description = at.field("description").words();
  out.member.entity = at.field("entity").words();
  out.member.anonymous =
      at.field("anonymous").one_of(kAnonymityWords, statements::Anonymity::named);
  out.member.verb = at.field("verb").words();
  out.member.self = at.field("self").yes();
  out.report = at.field("report").words();
  out.field = at.field("field").one_of(kFieldWords, Field::text);
  return out;
}

factboxes::Evidence read_evidence(const At& at) {
  factboxes::Evidence out;
  out.report = at.field("report").words();
  out.field = at.field("field").one_of(kFieldWords, Field::text);
  out.range = {at.field("start").count(), at.field("end").count()};
  if (out.range.begin > out.range.end) {
    at.wrong("start lies behind end");
    out.range = {};
  }
  out.text = at.field("text").words();
  out.part = at.field("part").one_of(kPartWords, factboxes::Part::statement);
  return out;
}

factboxes::Line read_line(const At& at) {
  factboxes::Line out;
  out.id = at.field("id").words();
  out.text = at.field("text").words();
  out.line_class = at.field("class").one_of(kLineClassWords, factboxes::LineClass::statement);
  out.statement = at.field("statement").words();
  out.attribution = at.field("attribution").list(read_attribution);
  out.modality = at.field("modality").one_of(kModalityWords, statements::Modality::asserted);
  out.polarity = at.field("polarity").one_of(kPolarityWords, statements::Polarity::positive);
  out.said = read_stated_time(at.field("said"));
  out.event = read_stated_time(at.field("event"));
  out.confidence = at.field("confidence").number();
  const auto weight = at.field("corroboration");
  out.corroboration = {weight.field("origins").count(), weight.field("outlets").count(),
                       weight.field("reports").all_words()};
  out.evidence = at.field("evidence").list(read_evidence);
  out.first_reported = at.field("first_reported").words();
  out.last_reported = at.field("last_reported").words();
  out.status = at.field("status").one_of(kStatusWords, factboxes::Status::standing);
  out.flags = at.field("flags").all_words();
  out.edited = at.field("edited").yes();
  return out;
}

factboxes::Section read_section(const At& at) {
  factboxes::Section out;
  out.id = at.field("id").words();
  out.heading = at.field("heading").words();
  out.kind = at.field("kind").one_of(kSectionKindWords, factboxes::SectionKind::topic);
  out.order = at.field("order").count();
  out.lines = at.field("lines").list(read_line);
  out.edited = at.field("edited").yes();
  return out;
}

factboxes::ContradictionSides read_contradiction(const At& at) {
  factboxes::ContradictionSides out;
  out.id = at.field("id").words();
  out.about = at.field("about").words();
  out.kind = at.field("kind").words();
  out.sides =
      at.field("sides").list([](const At& side) { return side.field("lines").all_words(); });
  return out;
}

factboxes::Person read_person(const At& at) {
  factboxes::Person out;
  out.entity = at.field("entity").words();
  out.name = at.field("name").words();
  out.roles = at.field("roles").list([](const At& role) {
    return factboxes::Person::PersonRole{role.field("title").words(), role.field("of").words(),
                                         role.field("lines").all_words()};
  });
  out.delegation = at.field("delegation").words();
  out.mentions = at.field("mentions").count();
  out.surname = at.field("surname").words();
  return out;
}

factboxes::FigureEntry read_figure(const At& at) {
  factboxes::FigureEntry out;
  const auto shown = json::parse(at.field("value").shown(), nullptr, false);
  if (shown.is_number()) {
    out.low = shown.get<double>();
  } else if (shown.is_array() && shown.size() == 2 && shown[0].is_number() &&
             shown[1].is_number()) {
    out.low = shown[0].get<double>();
    out.high = shown[1].get<double>();
  } else {
    at.field("value").wrong("a number, or a list of two, is wanted");
  }
  out.qualifier = at.field("qualifier").words();
  out.unit = at.field("unit").words();
  out.of = at.field("of").words();
  out.words = at.field("words").words();
  out.counted_by = at.field("counted_by").words();
  out.lines = at.field("lines").all_words();
  out.history = at.field("history").list([](const At& past) {
    return factboxes::FigureEntry::Past{past.field("value").shown(),
                                        past.field("qualifier").words(),
                                        past.field("as_of").words(), past.field("report").words()};
  });
  return out;
}

factboxes::Compiled read_compiled(const At& at) {
  factboxes::Compiled out;
  out.reports = at.field("reports").count();
  out.outlets = at.field("outlets").count();
  out.origins = at.field("origins").count();
  out.first = at.field("first").words();
  out.last = at.field("last").words();
  out.undated = at.field("undated").count();
  out.formula = at.field("formula").words();
  return out;
}

factboxes::Source read_source(const At& at) {
  return {at.field("report").words(), at.field("outlet").words(),        at.field("title").words(),
          at.field("url").words(),    at.field("published").words(),     at.field("origin").words(),
          at.field("sha256").words(), at.field("published_from").words()};
}

Factbox read_page(const At& top) {
  Factbox page;
  page.story = top.field("story").words();
  page.version = top.field("version").words();
  page.title = top.field("title").words();
  page.as_of = top.field("as_of").words();
  page.lang = top.field("lang").words();
  if (const auto dateline = top.field("dateline"); dateline.known()) {
    page.dateline = {dateline.field("place").words(), dateline.field("date").words()};
  }
  page.compiled = read_compiled(top.field("compiled"));
  if (const auto lead = top.field("lead"); lead.known()) {
    page.lead = read_line(lead);
  }
  page.lead_more = top.field("lead_more").list(read_line);
  page.key_points = top.field("key_points").all_words();
  page.sections = top.field("sections").list(read_section);
  page.contradictions = top.field("contradictions").list(read_contradiction);
  page.people = top.field("people").list(read_person);
  page.figures = top.field("figures").list(read_figure);
  page.timeline = top.field("timeline").list([](const At& entry) {
    return factboxes::TimelineEntry{entry.field("date").words(), entry.field("line").words()};
  });
  page.origins = top.field("origins").list([](const At& origin) {
    return factboxes::OriginEntry{origin.field("origin").words(), origin.field("name").words(),
                                  origin.field("reports").all_words()};
  });
  page.sources = top.field("sources").list(read_source);
  const auto changes = top.field("changes");
  page.changes = {changes.field("since").words(), changes.field("added").all_words(),
                  changes.field("changed").all_words(), changes.field("corrected").all_words(),
                  changes.field("withdrawn").all_words()};
  return page;
}

}  // namespace

Result<Factbox> read_factbox_json(std::string_view text) {
  json parsed;
  std::string wrong;
  try {
    parsed = json::parse(text);
  } catch (const json::parse_error& error) {
    wrong = fmt::format("wrong at byte {}", error.byte);
  } catch (const json::exception&) {
    wrong = "a number in it is too large";
  }
  if (!wrong.empty()) {
    return tl::unexpected(
        Error{ErrorKind::malformed, fmt::format("the page is no JSON: {}; give what `factbox "
                                                "compile --format json` wrote",
                                                wrong)});
  }
  if (!parsed.is_object() || !parsed.contains("factbox")) {
    return tl::unexpected(Error{ErrorKind::malformed,
                                "this JSON is no factbox: it has no field \"factbox\"; give what "
                                "`factbox compile --format json` wrote"});
  }
  if (parsed["factbox"] != 1) {
    return tl::unexpected(Error{
        ErrorKind::unsupported,
        fmt::format("a factbox of form {}; this program reads form 1", parsed["factbox"].dump())});
  }
  std::optional<Error> mistake;
  auto page = read_page(At{&parsed, "", &mistake});
  if (mistake) {
    return tl::unexpected(*mistake);
  }
  return page;
}

}  // namespace factbox::outputs
