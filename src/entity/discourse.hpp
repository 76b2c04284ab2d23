#pragma once
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "entity/analysis.hpp"

namespace entente::entity {

/// Who is being talked about: salience of the entities and of other things named so far, after Lappin and Leass (1994): each mention
/// adds a weight by its grammatical role, and every sentence halves what is there.
class Discourse {
 public:
  /// What may be referred to: a draft, a set of drafts ("Peru and Ecuador"), or a thing that is no entity and stands in the way of one.
  struct Item {
    std::vector<std::uint32_t> entities;   ///< Empty for a thing.
    std::string_view lemma;                ///< Of a thing.
    bool plural = false;
    double past = 0, now = 0;              ///< Salience from earlier sentences, and the weightiest role in this one.
    double kept = 0;                       ///< What of the latter counts once the sentence is over.
    /// What was named in this very sentence is nearer.
    double weight() const { return past + now + (now > 0 ? 35 : 0); }
    std::uint32_t last = 0;                ///< Token of its last mention.
    std::uint32_t last_governor = none;    ///< Head of its last mention, when that was a subject.
    bool last_subject = false;
  };

  explicit Discourse(const Text& text) : t_(text) {}

  /// A mention of `entities` headed by `token`.
  /// @param plural it was spoken of in the plural ("Israeli troops").
  void mention(const std::vector<std::uint32_t>& entities, std::uint32_t token, double factor = 1.0, bool plural = false);
  void thing(std::uint32_t token);
  void next_sentence();
  /// Whom the text is about: never forgotten once named, with that much salience at the least.
  void set_topic(std::uint32_t draft, double floor) { topic_ = draft, floor_ = floor; }

  std::uint32_t topic() const { return topic_; }

  /// The weightiest item that `fits`, mentioned before `token`; null where there is none.
  const Item* best(std::uint32_t token, const std::function<double(const Item&)>& fits) const;
  const std::vector<Item>& items() const { return items_; }

  /// Weight of one draft by itself; 0 where it is not remembered.
  double weight_of(std::uint32_t draft) const;

  /// Weight of a grammatical role.
  static double role_weight(std::string_view dep);

 private:
  void add(Item& item, std::uint32_t token, double factor);
  bool in_relative_clause(std::uint32_t token) const;

  const Text& t_;
  std::vector<Item> items_;
  std::uint32_t topic_ = none;
  double floor_ = 0;
};

}  // namespace entente::entity
