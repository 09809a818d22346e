#include "reports/formats/feed.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "reports/encoding.h"
#include "reports/formats/feed_entry.h"
#include "reports/formats/feed_names.h"
#include "reports/formats/transfer_coding.h"
#include "reports/formats/xml.h"
#include "reports/text_stream.h"
#include "reports/web_address.h"

// not English in this file: names of elements and namespaces.

namespace factbox::reports::formats {
namespace {

constexpr std::size_t kSniffed = 8192;
constexpr std::size_t kMostFields = 512;  // of one entry
constexpr std::size_t kDeepest = 64;

/// Roots of feeds, without prefix, in small letters.
constexpr std::array<std::string_view, 7> kRoots{"rss",     "feed",         "rdf", "urlset",
                                                 "channel", "sitemapindex", "opml"};

/// What has fields of its own within an entry or a feed.
constexpr std::array<std::string_view, 9> kHolders{
    "author", "contributor", "source",    "media:group",     "media:content",
    "image",  "textinput",   "news:news", "news:publication"};

/// Fields whose words are short: another field's beginning ends them, though nothing else does.
constexpr std::array<std::string_view, 14> kShort{
    "title", "link", "guid", "pubdate", "dc:date",   "dc:creator", "category",
    "id",    "loc",  "name", "updated", "published", "language",   "comments"};

template <std::size_t Count>
bool is_among(const std::array<std::string_view, Count>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// Reads a feed's elements into entries.
class FeedReader {
 public:
  FeedReader(XmlReader& xml, const TextStream& text, Intake& intake)
      : xml_(xml), text_(text), intake_(intake) {
    feed_.base = intake.address();
  }

  void read() {
    XmlToken token;
    while (xml_.next(token)) {
      switch (token.kind) {
        case XmlToken::Kind::begin:
          begin(token);
          break;
        case XmlToken::Kind::end:
          end(token);
          break;
        case XmlToken::Kind::text:
          add_text(token);
          break;
      }
    }
    end_field();
    end_entry();
  }

  [[nodiscard]] std::size_t entries() const { return entries_; }
  [[nodiscard]] std::size_t without_words() const { return without_words_; }
  [[nodiscard]] const std::vector<std::string>& listed() const { return listed_; }
  [[nodiscard]] std::size_t listed_count() const { return listed_count_; }

 private:
  static bool is_entry(std::string_view name) {
    return name == "item" || name == "entry" || name == "url";
  }

  void begin(const XmlToken& token);

  static void note_base_and_lang(const XmlToken& token, FeedFields& fields) {
    if (const auto base = token.attribute("xml:base"); !base.empty()) {
      fields.base = resolved_address(fields.base, base);
    }
    if (const auto lang = token.attribute("xml:lang"); !lang.empty()) {
      fields.lang = lang;
    }
  }

  void begin_entry(const XmlToken& token, const std::string& name) {
    entry_.emplace();
    entry_name_ = name;
    path_.clear();
    entry_->base = feed_.base;
    note_base_and_lang(token, *entry_);
    if (const auto link = token.attribute("HREF"); !link.empty()) {  // of CDF
      entry_->fields.push_back({"link",
                                std::string{link},
                                FeedWords::plain,
                                resolved_address(entry_->base, link),
                                {},
                                {},
                                false});
    }
  }

  void end_entry() {
    if (!entry_) {
      return;
    }
    auto report = report_of_entry(*entry_, feed_, intake_.tables());
    if (report) {
      // What had to be guessed of the whole feed is said once.
      if (auto doubt = text_.doubt(); entries_ == 0 && !doubt.empty()) {
        report->doubts.push_back(std::move(doubt));
      }
      if (std::exchange(cut_, false)) {
        report->doubts.emplace_back("text: the entry is longer than 2 MB, and its end is left out");
      }
      ++entries_;
      intake_.take(*std::move(report));
    } else {
      ++without_words_;
    }
    entry_.reset();
    path_.clear();
  }

  FeedFields& fields() { return entry_ ? *entry_ : feed_; }

  void begin_field(const XmlToken& token, const std::string& name);

  void end_field();

  void list(std::string_view address) {
    constexpr std::size_t kShown = 5;
    std::string words = tidy_words(address);
    if (words.empty()) {
      return;
    }
    ++listed_count_;
    if (listed_.size() < kShown) {
      listed_.push_back(std::move(words));
    }
  }

  void end(const XmlToken& token);

  /// A tag within a field: HTML that nobody escaped, or the elements of a holder.
  void add_tag(const XmlToken& token, const std::string& name);

  void begin_in_holder(const XmlToken& token, const std::string& name) {
    if (is_among(kHolders, name) && !token.empty && path_.size() < kDeepest) {
      path_.push_back(name);
    }
    begin_field(token, name);
    if (token.empty) {
      end_field();
    }
  }

  void add_end_tag(const std::string& name) {
    if (inside_ > 0) {
      --inside_;
      add("</" + std::string{local_name(name)} + '>');
    } else if (const auto holder = std::ranges::find(path_, name); holder != path_.end()) {
      end_field();
      path_.erase(holder, path_.end());
    }
  }

  static std::string escaped(std::string_view words) {
    std::string made;
    for (const char c : words) {
      made += c == '<' ? "&lt;" : c == '&' ? "&amp;" : c == '"' ? "&quot;" : std::string(1, c);
    }
    return made;
  }

  void add_text(const XmlToken& token) {
    add(is_markup_ && !token.is_data ? escaped(token.text) : token.text);
  }

  void add(std::string_view words) {
    constexpr std::size_t kLongestField = 2U << 20U;  // its tree is some fifty times as large
    if (field_) {
      cut_ = cut_ || field_->value.size() + words.size() > kLongestField;
      field_->value +=
          words.substr(0, kLongestField - std::min(kLongestField, field_->value.size()));
    }
  }

  XmlReader& xml_;
  const TextStream& text_;
  Intake& intake_;
  FeedNames names_;
  FeedFields feed_;
  std::optional<FeedFields> entry_;
  std::string entry_name_;
  std::vector<std::string> path_;  ///< holders that are open
  std::optional<FeedField> field_;
  std::string field_name_;
  bool is_markup_ = false;  ///< the field's tags are its own markup, its references letters
  bool is_base64_ = false;
  bool cut_ = false;             ///< one of the entry's fields is
  std::size_t inside_ = 0;       ///< tags open within the field
  std::size_t same_inside_ = 0;  ///< of them, such as are called like it
  std::size_t entries_ = 0;
  std::size_t without_words_ = 0;
  std::vector<std::string> listed_;
  std::size_t listed_count_ = 0;
};

void FeedReader::begin(const XmlToken& token) {
  const bool in_words = field_ && (path_.empty() || field_name_ != path_.back());
  if (!in_words) {
    names_.declare(token);
  }
  const std::string name = names_.usual(token.name);
  // An item begins within nothing but its feed, whatever wasn't closed.
  if (is_entry(name) && (!entry_ || name == entry_name_)) {
    end_field();
    end_entry();
    begin_entry(token, name);
    return;
  }
  if (field_) {
    const bool within = !is_among(kShort, field_name_) ||
                        (!is_among(kShort, name) && name != "description" && name != "author");
    if (within) {
      add_tag(token, name);
      return;
    }
    end_field();
  }
  if (name == "sitemap" || name == "outline") {
    list(token.attribute("xmlUrl").empty() ? token.attribute("xmlurl") : token.attribute("xmlUrl"));
  } else if (!entry_ && (is_among(kRoots, name) || name == "rdf:rdf" || name == "head" ||
                         name == "body" || name == "items" || name == "rdf:seq")) {
    note_base_and_lang(token, feed_);
  } else if (is_among(kHolders, name) && !token.empty && path_.size() < kDeepest) {
    path_.push_back(name);
    begin_field(token, name);  // RSS puts words where Atom puts elements
  } else {
    begin_field(token, name);
    if (token.empty) {
      end_field();
    }
  }
}

void FeedReader::begin_field(const XmlToken& token, const std::string& name) {
  end_field();
  field_.emplace();
  field_name_ = name;
  inside_ = 0;
  same_inside_ = 0;
  for (const std::string& holder : path_) {
    if (holder != name || &holder != &path_.back()) {
      field_->name += holder + '/';
    }
  }
  field_->name += name;
  const std::string type = ascii::in_small_letters(token.attribute("type"));
  const std::string mode = ascii::in_small_letters(token.attribute("mode"));
  field_->type = type;
  field_->relation = token.attribute("rel");
  const auto base = token.attribute("xml:base");
  const std::string whole = base.empty() ? fields().base : resolved_address(fields().base, base);
  for (const char* attribute : {"href", "HREF", "url"}) {
    if (const auto link = token.attribute(attribute); !link.empty()) {
      field_->link = resolved_address(whole, tidy_words(link));
      break;
    }
  }
  field_->no_address =
      token.attribute("isPermaLink") == "false" || token.attribute("ispermalink") == "false";
  is_base64_ = mode == "base64" || (names_.is_atom() && type.find('/') != std::string::npos &&
                                    !type.starts_with("text/") && !type.ends_with("xml") &&
                                    (name == "title" || name == "summary" || name == "content"));
  is_markup_ = type.find("xhtml") != std::string::npos || mode == "xml";
  const bool says_plain =
      type == "text" || type == "text/plain" || (type.empty() && names_.is_atom());
  field_->words = says_plain && !is_markup_ && (entry_name_ != "item") ? FeedWords::plain
                                                                       : FeedWords::maybe_markup;
  if (type.empty() && names_.is_atom() && (name == "content" || name == "summary")) {
    field_->words = FeedWords::maybe_markup;
  }
}

void FeedReader::end_field() {
  if (!field_) {
    return;
  }
  if (field_->name.starts_with("image/") || field_->name.starts_with("textinput/") ||
      fields().fields.size() >= kMostFields) {
    field_.reset();
    return;
  }
  if (is_base64_) {
    const std::string bytes = from_base64(field_->value);
    field_->value = decode(bytes, declared_charset(bytes)).text;
  }
  if (field_->value.empty() && !field_->link.empty()) {
    field_->value = field_->link;
  }
  // A sitemap of sitemaps tells only addresses.
  if (!entry_ && field_->name == "loc") {
    list(field_->value);
  }
  fields().fields.push_back(std::move(*field_));
  field_.reset();
}

void FeedReader::end(const XmlToken& token) {
  const std::string name = names_.usual(token.name);
  if (entry_ && name == entry_name_) {
    end_field();
    end_entry();
    return;
  }
  if (field_) {
    if (name != field_name_) {
      add_end_tag(name);
      return;
    }
    if (same_inside_ > 0) {
      --same_inside_;
      add_end_tag(name);
      return;
    }
    end_field();
  }
  const auto holder = std::ranges::find(path_, name);
  if (holder != path_.end()) {
    path_.erase(holder, path_.end());
  }
}

void FeedReader::add_tag(const XmlToken& token, const std::string& name) {
  if (!path_.empty() && field_name_ == path_.back()) {
    end_field();
    begin_in_holder(token, name);
    return;
  }
  inside_ += token.empty ? 0 : 1;
  same_inside_ += !token.empty && name == field_name_ ? 1 : 0;
  std::string tag{'<'};
  tag += local_name(name);
  for (const auto& [key, value] : token.attributes) {
    if (key == "href" || key == "class") {
      tag += ' ' + key + "=\"" + escaped(value) + '"';
    }
  }
  add(tag + '>');
}

void tell(const FeedReader& reader, const XmlReader& xml, Intake& intake) {
  if (xml.floods()) {
    intake.trouble(1, 0,
                   {ErrorKind::too_large,
                    "its entities call one another, as only files made to flood a reader do; they "
                    "are left as they stand"});
  }
  if (reader.listed_count() > 0) {
    intake.trouble(1, 0,
                   {ErrorKind::unsupported,
                    fmt::format("it lists {} feeds or sitemaps and holds no report; hand them in "
                                "themselves: {}{}",
                                reader.listed_count(), fmt::join(reader.listed(), ", "),
                                reader.listed_count() > reader.listed().size() ? " …" : "")});
  } else if (reader.entries() == 0) {
    intake.trouble(1, 0,
                   {ErrorKind::malformed,
                    reader.without_words() == 0
                        ? "the feed has no entries; fetch it again later"
                        : fmt::format("none of its {} entries has words, only addresses; hand in "
                                      "the pages themselves",
                                      reader.without_words())});
  }
}

}  // namespace

bool begins_as_feed(std::string_view beginning, std::string_view /*path*/) {
  return is_among(kRoots, root_of(beginning.substr(0, kSniffed)));
}

void read_feed(sources::Delivery& delivery, Intake& intake) {
  const std::string& transport = intake.envelope().charset;
  const std::string declared = transport.empty()
                                   ? declared_charset(delivery.look_ahead(kSniffed).substr(0, 1024))
                                   : transport;
  TextStream text{delivery, declared};
  XmlReader xml{[&](std::string& more) { return text.append_to(more); }};
  FeedReader reader{xml, text, intake};
  reader.read();
  tell(reader, xml, intake);
}

}  // namespace factbox::reports::formats
