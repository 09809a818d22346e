#include "mentions/names/find_names.h"

#include <span>
#include <vector>

#include "mentions/names/joined_names.h"
#include "mentions/names/name_spans.h"
#include "mentions/names/roles.h"
#include "mentions/names/type_agreement.h"

namespace factbox::mentions {
using texts::Link;
using texts::NameType;

namespace {

struct FieldNames {
  Field field = Field::text;
  const texts::Sheet& sheet;
  Pieces pieces;
  std::vector<NameSpan> spans;
};

FieldNames read_field(const NameText& from, Field field) {
  const texts::Sheet& sheet = field == Field::text ? from.text : from.title;
  FieldNames names{field, sheet, Pieces{sheet}, {}};
  names.spans = find_name_spans(names.pieces, sheet, from.words, from.outlets);
  if (names.spans.size() > from.max_names) {
    names.spans.resize(from.max_names);
  }
  return names;
}

/// "Tehran rejected the offer": the place stands for its government.
bool acts(const NameWords& words, const FieldNames& names, const NameSpan& span) {
  if (span.known == nullptr || !words.lists(NameList::government_kind, span.known->kind)) {
    return false;
  }
  const texts::Sheet& sheet = names.sheet;
  const std::uint32_t token = names.pieces[span.past - 1].token;
  const Link link = sheet.link(token);
  return (link == Link::subject || link == Link::agent) &&
         words.is_acting_verb(sheet.lemma(sheet.head(token)));
}

void agree_on_types(std::span<FieldNames> fields) {
  TypeAgreement agreement;
  for (const FieldNames& names : fields) {
    for (const NameSpan& span : names.spans) {
      agreement.count(span, span.range.in(names.sheet.text()));
    }
  }
  for (FieldNames& names : fields) {
    for (NameSpan& span : names.spans) {
      agreement.mend(span, span.range.in(names.sheet.text()));
    }
  }
}

/// "Foreign Minister and deputy premier Karl Venn": a title that stands alone is nobody's name.
void leave_out_titles(const NameWords& words, FieldNames& names) {
  std::erase_if(names.spans, [&](const NameSpan& span) {
    const auto title = words.title_at(names.pieces, span.first);
    return span.type == NameType::person && title.past == span.past &&
           (title.value == TitleKind::role || title.value == TitleKind::rank);
  });
}

void add_role(const NameText& from, const FieldNames& names, const NameSpan& span,
              NameMention& mention, Entity& entity) {
  if (span.type != NameType::person) {
    return;
  }
  const auto role = role_of(names.pieces, names.sheet, from.words, span);
  if (!role) {
    return;
  }
  mention.role = role->range;
  entity.roles.push_back(
      {{names.field, role->range}, std::string{role->range.in(names.sheet.text())}, role->of});
}

}  // namespace

void find_names(const NameText& from, Mentions& mentions) {
  FieldNames fields[] = {read_field(from, Field::text), read_field(from, Field::title)};
  agree_on_types(fields);
  for (FieldNames& names : fields) {
    leave_out_titles(from.words, names);
  }
  JoinedNames joined(mentions.entities);
  for (const FieldNames& names : fields) {
    for (const NameSpan& span : names.spans) {
      joined.announce(span, span.range.in(names.sheet.text()));
    }
  }
  for (const FieldNames& names : fields) {
    for (const NameSpan& span : names.spans) {
      NameMention mention;
      mention.where = {names.field, span.range};
      mention.type = span.type;
      mention.entity = joined.entity_of(span, span.range.in(names.sheet.text()));
      mention.kind = acts(from.words, names, span) ? "government" : "";
      add_role(from, names, span, mention, mentions.entities[mention.entity]);
      mentions.names.push_back(std::move(mention));
    }
  }
}

}  // namespace factbox::mentions
