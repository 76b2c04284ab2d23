#include "relation/frame.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "entente/error.hpp"
#include "relation/data_file.hpp"

namespace entente::relation {

namespace {

Kinds read_kinds(const json::Node& node) {
  Kinds out;
  for (const auto& name : strings(node)) {
    const auto kind = kind_from(name);
    if (!kind) node.fail("expected a kind of entity (person, organization, country, region, place), found \"" + name + "\"");
    out.add(*kind);
  }
  return out;
}

// The classes of organizations (data/entities/organizations.json) that frames ask for.
bool is_class(std::string_view name) {
  constexpr std::array kClasses{"party", "parliament", "medium", "company", "university", "court", "army", "ministry", "sport", "bank", "igo", "bloc", "armed_group", "union"};
  return std::find(kClasses.begin(), kClasses.end(), name) != kClasses.end();
}

// "pull out" → {"pull", "out"}; "co-found" → {"co", "-", "found"}, as the tokenizer splits it.
std::vector<std::string> split_trigger(std::string_view text) {
  std::vector<std::string> out(1);
  for (char c : text) {
    if (c == ' ') {
      out.emplace_back();
    } else if (c == '-') {
      out.emplace_back("-");
      out.emplace_back();
    } else {
      out.back().push_back(c);
    }
  }
  return out;
}

}  // namespace

class FrameReader {
 public:
  FrameReader(const Lexicon& lexicon, Frames& out) : lexicon_(lexicon), out_(out) { out_.words_.emplace_back(); }

  void relation(const DataFile& file) {
    const auto root = file.root();
    RelationType type;
    auto text = [&root](const char* key) {
      const auto node = root.at(key);
      return node.value().IsNull() ? std::string() : std::string(node.string());
    };
    type.name = text("relation");
    type.definition = text("definition");
    type.event_class = text("class");
    type.plover = text("plover");
    const auto source = root.at("source"), target = root.at("target");
    type.source = read_kinds(source);
    type.target = read_kinds(target);
    if (const auto quad = root.find("quad"); quad && !quad->value().IsNull()) type.quad = static_cast<int>(quad->uint32());
    if (const auto symmetric = root.find("symmetric")) type.symmetric = symmetric->boolean();
    if (const auto between = root.find("between_states")) type.between_states = between->boolean();
    type.attempt_counts = lexicon_.conflict.contains(type.name);
    out_.relations_.push_back(std::move(type));
    const auto list = root.at("frames");
    const auto n = list.size();
    for (std::uint32_t i = 0; i < n; ++i) {
      const auto node = list.at(i);
      frame(node);
    }
  }

 private:
  std::uint32_t number(const std::string& word) {
    const auto [entry, added] = out_.ids_.try_emplace(word, static_cast<std::uint32_t>(out_.words_.size()));
    if (added) out_.words_.emplace_back();
    return entry->second;
  }

  Words numbers(const std::vector<std::string>& words) {
    Words out;
    for (const auto& word : words) {
      out.ids.push_back(number(word));
      if (const auto hyphen = word.find('-'); hyphen != std::string::npos && hyphen > 0) out.hyphenated.push_back(word);
    }
    std::sort(out.ids.begin(), out.ids.end());
    return out;
  }

  // @param wide "mod" is every word before a noun, not only names: as conditions have it
  Route route(const std::string& name, bool wide) {
    Route out{.path = parse_path(name)};
    for (auto& step : out.path)
      if (wide && step.kind == Function::Kind::mod) step.kind = Function::Kind::premodifier;
    out.parties = out.path.back().kind == Function::Kind::parties;
    out.company = out.path.back().kind == Function::Kind::prep && out.path.back().words == std::vector<std::string>{"with"};
    out.speaker = out.path.front().kind == Function::Kind::speaker;
    if (out.parties || out.speaker) out.path.pop_back();
    const auto [known, added] = route_ids_.try_emplace((wide ? "where " : "") + name, static_cast<std::uint32_t>(route_ids_.size()));
    if (added) out_.paths_.push_back(out.path);
    out.id = known->second;
    return out;
  }

  std::vector<Route> routes(const json::Node& node) {
    std::vector<Route> out;
    for (const auto& name : strings(node)) {
      if (name.empty()) node.fail("expected a function such as \"subj\" or \"with\"");
      if (name == "parties" || name.starts_with("speaker.")) node.fail("expected a function before \"parties\" and none after \"speaker\", found \"" + name + "\"");
      out.push_back(route(name, false));
    }
    return out;
  }

  Condition condition(const std::string& function, const json::Node& node) {
    Condition out;
    out.name = function;
    out.route = route(function, true);
    std::vector<std::string> lemmas, forbidden;
    const auto words = strings(node);
    out.absent = words.empty();
    for (const auto& word : words) {
      if (word == "*") {
        out.any = true;
      } else if (word == "<actor>") {
        out.actor = true;
      } else if (word == "<infinitive>") {
        out.infinitive = true;
      } else if (word == "<wish>") {
        out.wish = true;
      } else if (word == "<blame>" || word == "<praise>" || word == "!<blame>" || word == "!<praise>") {
        const auto& judgement = word.ends_with("<blame>") ? lexicon_.blame : lexicon_.praise;
        auto& list = word.starts_with('!') ? forbidden : lemmas;
        list.insert(list.end(), judgement.begin(), judgement.end());
      } else if (word.ends_with('>') && (word.starts_with('<') || word.starts_with("!<"))) {
        const bool forbids = word.starts_with('!');
        const auto name = word.substr(forbids ? 2 : 1, word.size() - (forbids ? 3 : 2));
        const auto kind = kind_from(name);
        if (is_class(name)) (forbids ? out.forbidden_classes : out.classes).push_back(name);
        else if (kind) (forbids ? out.forbidden_kinds : out.kinds).add(*kind);
        else node.fail("expected <actor>, <wish>, <infinitive>, <blame>, <praise> or a kind of entity or class of organization in angle brackets, found \"" + word + "\"");
      } else if (word.starts_with('!')) {
        forbidden.push_back(word.substr(1));
      } else {
        lemmas.push_back(word);
      }
    }
    out.lemmas = numbers(lemmas);
    out.forbidden = numbers(forbidden);
    return out;
  }

  void frame(const json::Node& node) {
    const auto& type = out_.relations_.back();
    Frame frame;
    frame.relation = static_cast<std::uint16_t>(out_.relations_.size() - 1);
    const auto source = node.at("source");
    frame.source = routes(source);
    // Of a symmetric relation or a mutual act the source may hold both: "Peru and Ecuador signed a treaty".
    if (const auto target = node.find("target")) frame.target = routes(*target);
    else if (!type.symmetric && !node.find("mutual")) node.fail("expected a member \"target\"");
    frame.source_kinds = type.source;
    frame.target_kinds = type.target;
    if (const auto kinds = node.find("source_kinds")) frame.source_kinds = read_kinds(*kinds);
    if (const auto kinds = node.find("target_kinds")) frame.target_kinds = read_kinds(*kinds);
    if (const auto v = node.find("confidence")) frame.confidence = v->number();
    if (const auto v = node.find("author")) frame.author = v->boolean();
    if (const auto v = node.find("mutual")) frame.mutual = v->boolean();
    if (const auto v = node.find("elliptic")) frame.elliptic = v->boolean();
    if (const auto v = node.find("denied")) frame.denied = v->boolean();
    if (const auto v = node.find("foreign")) frame.foreign = v->boolean();
    if (const auto v = node.find("status")) {
      frame.status = status_from(v->string());
      if (!frame.status) v->fail("expected a status");
    }
    if (const auto where = node.find("where"))
      for (const auto& member : where->object().value().GetObject()) {
        const auto value = where->at(member.name.GetString());
        frame.where.push_back(condition(member.name.GetString(), value));
      }
    triggers(node, type.name, needs(frame));
    out_.frames_.push_back(std::move(frame));
  }

  // What conditions ask for, and the source where there is one way to it.
  static decltype(Trigger::needs) needs(const Frame& frame) {
    auto out = Trigger{}.needs;
    std::size_t n = 0;
    const auto add = [&](const Route& route) {
      if (n < out.size() && route.id < Trigger::none) out[n++] = static_cast<std::uint16_t>(route.id);
    };
    for (const auto& condition : frame.where)
      if (!condition.absent && condition.asks()) add(condition.route);
    if (frame.source.size() == 1 && !frame.source.front().speaker && !frame.source.front().parties) add(frame.source.front());
    return out;
  }

  void triggers(const json::Node& node, const std::string& relation, decltype(Trigger::needs) needs) {
    int classes = 0;
    using Named = std::pair<const char*, Trigger::Class>;
    for (const auto& [key, word_class] : {Named{"verb", Trigger::Class::verb}, Named{"noun", Trigger::Class::noun}, Named{"adj", Trigger::Class::adjective}}) {
      const auto words = node.find(key);
      if (!words) continue;
      ++classes;
      for (const auto& word : strings(*words)) {
        const bool verb = word_class == Trigger::Class::verb;
        auto parts = split_trigger(word);
        // The main word of a verb with a particle is the first, of everything else the last.
        const bool first = verb && word.find('-') == std::string::npos;
        const auto main = first ? parts.front() : parts.back();
        parts.erase(first ? parts.begin() : parts.end() - 1);
        Trigger trigger{.frame = static_cast<std::uint32_t>(out_.frames_.size()), .name = static_cast<std::uint32_t>(out_.names_.size()),
                        .word_class = word_class, .size = static_cast<std::uint8_t>(parts.size()), .before = !verb || (!parts.empty() && parts.back() == "-"), .needs = needs};
        if (parts.size() > trigger.particles.size()) words->fail("expected at most " + std::to_string(trigger.particles.size() + 1) + " words, found \"" + word + "\"");
        for (std::size_t i = 0; i < parts.size(); ++i) trigger.particles[i] = number(parts[i]);
        out_.names_.push_back(relation + "/" + key + ":" + word);
        auto& entry = out_.words_[number(main)];
        entry.triggers.push_back(trigger);
        entry.verb |= verb && parts.empty();
      }
    }
    if (classes != 1) node.fail("expected exactly one of \"verb\", \"noun\", \"adj\"");
  }

  const Lexicon& lexicon_;
  Frames& out_;
  std::map<std::string, std::uint32_t> route_ids_;
};

Frames Frames::load(const std::filesystem::path& directory, const Lexicon& lexicon) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(directory, error))
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  if (error) throw InputError(directory.string(), "", "cannot be read: " + error.message());
  if (files.empty()) throw InputError(directory.string(), "", "holds no relation (*.json)");
  std::sort(files.begin(), files.end());
  Frames out;
  FrameReader reader(lexicon, out);
  for (const auto& path : files) reader.relation(DataFile(path));
  return out;
}

std::optional<std::uint16_t> Frames::relation(std::string_view name) const {
  for (std::size_t i = 0; i < relations_.size(); ++i)
    if (relations_[i].name == name) return static_cast<std::uint16_t>(i);
  return std::nullopt;
}

std::uint32_t Frames::word(std::string_view word) const {
  const auto it = ids_.find(word);
  return it == ids_.end() ? 0 : it->second;
}

bool Frames::is_phrasal(std::uint32_t verb, std::uint32_t particle) const {
  const auto& known = words_[verb].triggers;
  return particle != 0 && std::any_of(known.begin(), known.end(), [&](const Trigger& t) { return t.particles[0] == particle; });
}

}  // namespace entente::relation
