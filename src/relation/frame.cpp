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

std::vector<Path> read_paths(const json::Node& node) {
  std::vector<Path> out;
  for (const auto& name : strings(node)) {
    if (name.empty()) node.fail("expected a function such as \"subj\" or \"with\"");
    out.push_back(parse_path(name));
  }
  return out;
}

// The classes of organizations (data/entities/organizations.json) that frames ask for.
bool is_class(std::string_view name) {
  constexpr std::array kClasses{"party", "parliament", "medium", "company", "university", "court", "army", "ministry", "sport", "bank", "igo", "bloc"};
  return std::find(kClasses.begin(), kClasses.end(), name) != kClasses.end();
}

Condition read_condition(const std::string& function, const json::Node& node, const Lexicon& lexicon) {
  Condition out{.name = function, .path = parse_path(function), .kinds = {}, .classes = {}, .forbidden_classes = {}, .lemmas = {}, .forbidden = {}};
  for (auto& step : out.path)
    if (step.kind == Function::Kind::mod) step.kind = Function::Kind::premodifier;
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
    } else if (word == "!<praise>") {
      out.forbidden.insert(out.forbidden.end(), lexicon.praise.begin(), lexicon.praise.end());
    } else if (word == "<blame>" || word == "<praise>") {
      const auto& judgement = word == "<blame>" ? lexicon.blame : lexicon.praise;
      out.lemmas.insert(out.lemmas.end(), judgement.begin(), judgement.end());
    } else if (word.ends_with('>') && (word.starts_with('<') || word.starts_with("!<"))) {
      const bool forbids = word.starts_with('!');
      const auto name = word.substr(forbids ? 2 : 1, word.size() - (forbids ? 3 : 2));
      const auto kind = kind_from(name);
      if (is_class(name)) (forbids ? out.forbidden_classes : out.classes).push_back(name);
      else if (kind && !forbids) out.kinds.add(*kind);
      else node.fail("expected <actor>, <wish>, <infinitive>, <blame>, <praise> or a kind of entity or class of organization in angle brackets, found \"" + word + "\"");
    } else if (word.starts_with('!')) {
      out.forbidden.push_back(word.substr(1));
    } else {
      out.lemmas.push_back(word);
    }
  }
  std::sort(out.lemmas.begin(), out.lemmas.end());
  std::sort(out.forbidden.begin(), out.forbidden.end());
  return out;
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

namespace {

struct Reader {
  const Lexicon& lexicon;
  std::vector<RelationType>& relations;
  std::vector<Frame>& frames;
  WordMap<std::vector<std::uint32_t>>& index;
  std::map<std::string, std::uint32_t> paths;

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
    type.attempt_counts = lexicon.conflict.contains(type.name);
    relations.push_back(std::move(type));
    const auto list = root.at("frames");
    const auto n = list.size();
    for (std::uint32_t i = 0; i < n; ++i) {
      const auto node = list.at(i);
      frame(node);
    }
  }

  void frame(const json::Node& node) {
    const auto& type = relations.back();
    Frame frame;
    frame.relation = static_cast<std::uint16_t>(relations.size() - 1);
    const auto source = node.at("source");
    frame.source = read_paths(source);
    // Of a symmetric relation or a mutual act the source may hold both: "Peru and Ecuador signed a treaty".
    if (const auto target = node.find("target")) frame.target = read_paths(*target);
    else if (!type.symmetric && !node.find("mutual")) node.fail("expected a member \"target\"");
    frame.source_kinds = type.source;
    frame.target_kinds = type.target;
    if (const auto kinds = node.find("source_kinds")) frame.source_kinds = read_kinds(*kinds);
    if (const auto kinds = node.find("target_kinds")) frame.target_kinds = read_kinds(*kinds);
    if (const auto v = node.find("confidence")) frame.confidence = v->number();
    if (const auto v = node.find("author")) frame.author = v->boolean();
    if (const auto v = node.find("mutual")) frame.mutual = v->boolean();
    if (const auto v = node.find("elliptic")) frame.elliptic = v->boolean();
    if (const auto v = node.find("status")) {
      frame.status = status_from(v->string());
      if (!frame.status) v->fail("expected a status");
    }
    if (const auto where = node.find("where"))
      for (const auto& member : where->object().value().GetObject()) {
        const auto value = where->at(member.name.GetString());
        frame.where.push_back(read_condition(member.name.GetString(), value, lexicon));
        frame.where.back().path_id = paths.try_emplace(frame.where.back().name, static_cast<std::uint32_t>(paths.size())).first->second;
      }
    triggers(node, frame);
  }

  // One entry for each trigger word, so that the index gives frames whole.
  void triggers(const json::Node& node, const Frame& prototype) {
    int kinds = 0;
    using Named = std::pair<const char*, Trigger>;
    for (const auto& [key, trigger] : {Named{"verb", Trigger::verb}, Named{"noun", Trigger::noun}, Named{"adj", Trigger::adjective}}) {
      const auto words = node.find(key);
      if (!words) continue;
      ++kinds;
      for (const auto& word : strings(*words)) {
        auto frame = prototype;
        frame.trigger = trigger;
        frame.name = relations[frame.relation].name + "/" + key + ":" + word;
        auto parts = split_trigger(word);
        // The main word of a verb with a particle is the first, of everything else the last.
        const bool first = trigger == Trigger::verb && word.find('-') == std::string::npos;
        const auto main = first ? parts.front() : parts.back();
        parts.erase(first ? parts.begin() : parts.end() - 1);
        frame.particles = std::move(parts);
        auto& slot = index[main];
        slot.push_back(static_cast<std::uint32_t>(frames.size()));
        frames.push_back(std::move(frame));
      }
    }
    if (kinds != 1) node.fail("expected exactly one of \"verb\", \"noun\", \"adj\"");
  }
};

}  // namespace

Frames Frames::load(const std::filesystem::path& directory, const Lexicon& lexicon) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(directory, error))
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  if (error) throw InputError(directory.string(), "", "cannot be read: " + error.message());
  if (files.empty()) throw InputError(directory.string(), "", "holds no relation (*.json)");
  std::sort(files.begin(), files.end());
  Frames out;
  Reader reader{lexicon, out.relations_, out.frames_, out.index_, {}};
  for (const auto& path : files) reader.relation(DataFile(path));
  out.paths_ = static_cast<std::uint32_t>(reader.paths.size());
  return out;
}

std::optional<std::uint16_t> Frames::relation(std::string_view name) const {
  for (std::size_t i = 0; i < relations_.size(); ++i)
    if (relations_[i].name == name) return static_cast<std::uint16_t>(i);
  return std::nullopt;
}

bool Frames::is_verb(std::string_view lemma) const {
  const auto& indices = triggered_by(lemma);
  return std::any_of(indices.begin(), indices.end(), [&](std::uint32_t i) { return frames_[i].trigger == Trigger::verb && frames_[i].particles.empty(); });
}

const std::vector<std::uint32_t>& Frames::triggered_by(std::string_view lemma) const {
  static const std::vector<std::uint32_t> kEmpty;
  const auto it = index_.find(lemma);
  return it == index_.end() ? kEmpty : it->second;
}

}  // namespace entente::relation
