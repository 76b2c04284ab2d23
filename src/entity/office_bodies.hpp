#pragma once
#include <cstdint>
#include <vector>

#include "entity/analysis.hpp"

/// The bodies that an office is of: those beside its title, and where there are none those that a pronoun, a description or only the context gives.
/// Internal.
namespace entente::entity {

class OfficeBodies {
 public:
  struct Body {
    std::vector<std::uint32_t> entities;
    bool in_text = true;  ///< False where only the context gives them.
  };

  explicit OfficeBodies(Analysis& a) : a_(a), t_(a.text), g_(a.gazetteer) {}

  /// Of the office that the holder has by the phrase.
  Body of(const TitlePhrase& p, const Title& title, std::uint32_t holder);

  /// The office of the one whose counterpart it is: the possessor's, or else that of the person named last before; `none` if of none.
  std::uint32_t counterpart_title(const TitlePhrase& p) const;

  /// "X's deputy": of a person, and of no parliament.
  bool stands_in(const TitlePhrase& p, const Title& title) const;

 private:
  const TitleHit& hit(const TitlePhrase& p) const { return a_.titles[p.hit]; }
  std::vector<std::uint32_t> entities_at(std::uint32_t i) const;
  void of_board(std::vector<std::uint32_t>& bodies) const;
  std::vector<std::uint32_t> persons_at(const TitlePhrase& p) const;
  std::uint32_t survived_by(std::uint32_t kin) const;
  Body counterpart_body(const TitlePhrase& p, std::uint32_t holder);
  void named_by_state(const TitlePhrase& p, std::vector<std::uint32_t>& bodies) const;
  void unnamed_ministry(const TitlePhrase& p, std::vector<std::uint32_t>& bodies);
  void seat_in_union(const TitlePhrase& p, const Title& title, std::uint32_t holder, std::vector<std::uint32_t>& bodies);
  void seat_in_commission(const Title& title, std::vector<std::uint32_t>& bodies);
  void seat_to_state(const Title& title, std::vector<std::uint32_t>& bodies);
  void prefer_state(std::vector<std::uint32_t>& bodies) const;
  void not_the_host(const TitlePhrase& p, Body& body);
  void body_at(std::uint32_t token, Body& body, bool of_state = false);
  void own_nationality(const TitlePhrase& p, const Title& title, Body& body) const;
  void named_inside(const TitlePhrase& p, Body& body) const;
  void given_by(const TitlePhrase& p, Body& body) const;
  void noun_body(const TitlePhrase& p, Body& body) const;

  Analysis& a_;
  const Text& t_;
  const Gazetteer& g_;
};

}  // namespace entente::entity
