#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/record.hpp"
#include "relation/function.hpp"
#include "relation/lexicon.hpp"

namespace entente::relation {

/// A set of entity kinds.
class Kinds {
 public:
  void add(Kind kind) { bits_ = static_cast<std::uint8_t>(bits_ | (1U << static_cast<unsigned>(kind))); }
  bool has(Kind kind) const { return (bits_ >> static_cast<unsigned>(kind)) & 1U; }
  bool empty() const { return bits_ == 0; }

 private:
  std::uint8_t bits_ = 0;
};

/// A path that frames ask for, with a number of its own, so that its answer for a token can be kept.
struct Route {
  std::uint32_t id = 0;   ///< The same for the same path, below Frames::routes.
  bool speaker = false;   ///< "speaker": who is said to claim it; the path is empty.
  bool parties = false;   ///< "obj.parties": those of the accord at which the path ends.
  bool company = false;   ///< "with": who else takes part.
  Path path;
};

/// Words as numbers (Frames::word).
struct Words {
  std::vector<std::uint32_t> ids;       ///< Ascending.
  std::vector<std::string> hyphenated;  ///< "sit-in": the tokenizer parts them, so they are compared as text.
  bool empty() const { return ids.empty() && hyphenated.empty(); }
};

/// A condition of a frame: what the arguments of a function must be.
struct Condition {
  Route route;
  bool absent = false;                 ///< the function must have no argument
  bool any = false;                    ///< "*"
  bool actor = false;                  ///< "<actor>": any entity
  bool wish = false;                   ///< "<wish>": an infinitive, a subjunctive, or a clause with should or must
  bool infinitive = false;             ///< "<infinitive>": an infinitive with "to"
  Kinds kinds;                         ///< "<person>", ...
  Kinds forbidden_kinds;               ///< "!<person>", ...
  Words lemmas;                        ///< one of these
  Words forbidden;                     ///< none of these
  std::vector<std::string> classes;    ///< "<party>", ...: classes of organizations
  std::vector<std::string> forbidden_classes;  ///< "!<parliament>", ...
  std::string name;                    ///< The function as written, for messages.

  /// Whether it asks for more than that certain arguments are not there.
  bool asks() const { return any || wish || infinitive || by_actor() || !lemmas.empty(); }
  bool by_actor() const { return actor || !kinds.empty() || !classes.empty(); }
};

/// One way of saying a relation, with any of its triggers (docs/frames.md).
struct Frame {
  std::vector<Condition> where;
  std::vector<Route> source, target;   ///< In order of preference.
  std::uint16_t relation = 0;          ///< Index into Frames::relations.
  std::optional<Status> status;
  Kinds source_kinds, target_kinds;    ///< Signature, narrowed.
  double confidence = 0.9;
  bool author = false, mutual = false;
  bool foreign = false;                ///< The target is not the source's own state.
  bool denied = false;                 ///< Said by denying the trigger: "will not recognise X's ruling".
  bool elliptic = false;               ///< Without a target, the other side of the conflict told last is meant.
};

/// A word that a frame is tried at.
struct Trigger {
  enum class Class : std::uint8_t { verb, noun, adjective };
  std::uint32_t frame = 0;             ///< Index into Frames::frames.
  std::uint32_t name = 0;              ///< For Frames::name.
  std::array<std::uint32_t, 4> particles{};  ///< Further words of the trigger, "pull [out]", by number; 0 after the last.
  Class word_class = Class::verb;
  std::uint8_t size = 0;               ///< How many particles there are.
  bool before = false;                 ///< They stand right before it, as with nouns and adjectives.
  /// Routes without an argument at which the frame cannot fire, none after the last: seen before the frame itself is looked at, which most
  /// often is not in the processor's cache.
  std::array<std::uint16_t, 3> needs{none, none, none};
  static constexpr std::uint16_t none = 0xffff;
};

struct RelationType {
  std::string name, definition, event_class /* cooperation, conflict, structural */, plover;
  int quad = 0;                        ///< 0 for structural.
  Kinds source, target;
  bool symmetric = false, attempt_counts = false;
  bool between_states = false;         ///< A person who does it does so for his state or body: it is the actor.
};

/// All relations with their frames, indexed by trigger. Immutable.
class Frames {
 public:
  /// Reads every *.json of the directory, in order of names. @throws InputError naming the file and JSON pointer.
  static Frames load(const std::filesystem::path& directory, const Lexicon& lexicon);

  const std::vector<RelationType>& relations() const { return relations_; }
  const std::vector<Frame>& frames() const { return frames_; }
  /// Index of a relation by name.
  std::optional<std::uint16_t> relation(std::string_view name) const;
  /// The number of a word (lower case) that triggers or conditions name; 0 for all others.
  std::uint32_t word(std::string_view word) const;
  /// The triggers of which this is the main word, in order of the files; empty where none.
  const std::vector<Trigger>& triggers(std::uint32_t word) const { return words_[word].triggers; }
  /// "supports/verb:back", for evidence and `explain`.
  const std::string& name(const Trigger& trigger) const { return names_[trigger.name]; }
  /// Whether some frame knows a verb by this particle: "knock" and "out".
  bool is_phrasal(std::uint32_t verb, std::uint32_t particle) const;
  /// The paths of all routes, by Route::id.
  const std::vector<Path>& paths() const { return paths_; }
  /// Whether some frame knows this lemma as a verb by itself.
  bool is_verb(std::string_view lemma) const { return words_[word(lemma)].verb; }

 private:
  std::vector<RelationType> relations_;
  std::vector<Frame> frames_;
  std::vector<std::string> names_;
  std::vector<Path> paths_;
  WordMap<std::uint32_t> ids_;
  struct Entry {
    std::vector<Trigger> triggers;
    bool verb = false;
  };
  std::vector<Entry> words_;  ///< By number.
  friend class FrameReader;
};

}  // namespace entente::relation
