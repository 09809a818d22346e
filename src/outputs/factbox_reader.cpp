#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "outputs/factbox_json.h"
#include "outputs/factbox_words.h"
#include "outputs/json_reading.h"

namespace factbox::outputs {
namespace {

using factboxes::Factbox;
using nlohmann::json;

using At = JsonAt;

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
  out.sentence = read_span(at.field("sentence"));
  out.context = at.field("context").words();
  if (out.sentence &&
      (out.sentence->size() != out.context.size() || !out.sentence->covers(out.range))) {
    at.field("sentence").wrong("it isn't where \"context\" stands, around the evidence");
    out.sentence.reset();
  }
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
                       weight.field("reports").all_words(),
                       weight.field("tellings").list(read_evidence)};
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
    factboxes::Person::PersonRole stated{role.field("title").words(), role.field("of").words(),
                                         role.field("lines").all_words(), std::nullopt};
    if (const auto evidence = role.field("evidence"); evidence.known()) {
      stated.evidence = read_evidence(evidence);
    }
    return stated;
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

std::optional<factboxes::ClaimCounts> read_claims(const At& at) {
  if (!at.known()) {
    return std::nullopt;
  }
  factboxes::ClaimCounts out;
  out.found = at.field("found").count();
  out.shown = at.field("shown").count();
  for (const auto& [why, count] : at.field("left_out").fields()) {
    out.left_out.push_back({why, count.count()});
  }
  return out;
}

std::optional<factboxes::AsMade> read_as_made(const At& at) {
  if (!at.known()) {
    return std::nullopt;
  }
  const auto read_piece = [](const At& piece) {
    return factboxes::AsMade::Piece{piece.field("id").words(), piece.field("hash").words()};
  };
  return factboxes::AsMade{at.field("title").words(), at.field("headings").list(read_piece),
                           at.field("lines").list(read_piece)};
}

Factbox read_page(const At& top) {
  (void)top.field("factbox");
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
  page.claims = read_claims(top.field("claims"));
  page.as_made = read_as_made(top.field("as_made"));
  return page;
}

/// What the parser says, as a person needs it: where, and what stands there.
std::string why_no_json(const json::parse_error& error) {
  std::string_view why{error.what()};
  const auto place = why.find("parse error");
  why.remove_prefix(
      place == std::string_view::npos ? 0 : place + std::string_view{"parse error"}.size());
  return fmt::format(
      "the page is no JSON:{} (byte {}). Look there, and at the end of the line before, for a "
      "comma, "
      "a quotation mark or a bracket that is missing or too many",
      why, error.byte);
}

Result<json> parse_page(std::string_view text) {
  const auto fail = [](ErrorKind kind, std::string why) {
    return tl::unexpected(Error{kind, std::move(why)});
  };
  json parsed;
  try {
    parsed = json::parse(text);
  } catch (const json::parse_error& error) {
    return fail(ErrorKind::malformed, why_no_json(error));
  } catch (const json::exception&) {
    return fail(ErrorKind::malformed, "the page is no JSON: a number in it is too large");
  }
  if (!parsed.is_object() || !parsed.contains("factbox")) {
    return fail(ErrorKind::malformed,
                "this JSON is no factbox: it has no field \"factbox\"; give what `factbox compile "
                "--format json` wrote");
  }
  if (parsed["factbox"] != 1) {
    return fail(
        ErrorKind::unsupported,
        fmt::format("a factbox of form {}; this program reads form 1", parsed["factbox"].dump()));
  }
  return parsed;
}

}  // namespace

Result<Factbox> read_factbox_json(std::string_view text) {
  FB_TRY(parsed, parse_page(text));
  JsonReading reading;
  auto page = read_page(At{&parsed, "", &reading});
  if (!reading.mistakes.empty()) {
    const auto& first = reading.mistakes.front();
    return tl::unexpected(Error{ErrorKind::malformed,
                                fmt::format("line {}: the page's JSON, at {}: {}",
                                            line_of_way(text, first.way), first.way, first.why)});
  }
  return page;
}

Result<EditedPage> read_edited_json(std::string_view text) {
  constexpr std::size_t kMostTold = 20;
  FB_TRY(parsed, parse_page(text));
  JsonReading reading;
  EditedPage edited;
  edited.page = read_page(At{&parsed, "", &reading});
  edited.troubled = !reading.mistakes.empty();
  const auto tell = [&](const JsonMistake& mistake, std::string_view remedy) {
    edited.notes.push_back(fmt::format("line {}: {}: {}; {}", line_of_way(text, mistake.way),
                                       mistake.way, mistake.why, remedy));
  };
  for (const auto& mistake : reading.mistakes) {
    tell(mistake, "it is left out");
  }
  for (const auto& unknown : unknown_fields(reading)) {
    tell(unknown, "it is ignored: is its name misspelt?");
  }
  if (const auto all = edited.notes.size(); all > kMostTold) {
    edited.notes.resize(kMostTold);
    edited.notes.push_back(fmt::format("and {} more of the kind", all - kMostTold));
  }
  return edited;
}

}  // namespace factbox::outputs
