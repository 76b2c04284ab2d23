#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "network/identity.hpp"

namespace entente::network {

/// Forms that can be one entity by kind. Regions and places mix: a city is a region when it is led.
enum class Class : std::uint8_t { person, organization, country, area };
Class class_of(Kind kind);

/// Union-find over forms; the representative is the smallest form, so that it does not depend on the order of unions.
class Clusters {
 public:
  explicit Clusters(std::span<const Form> forms, std::span<const std::uint32_t> documents);

  std::uint32_t find(std::uint32_t form);
  void join(std::uint32_t a, std::uint32_t b, std::string_view rule);

  /// What is known of the entity of `form`, as of the last `refresh`: its reference, and its state (of most documents),
  /// empty where unknown.
  std::string_view ref(std::uint32_t form) { return refs_[find(form)]; }
  std::string_view country(std::uint32_t form) { return countries_[find(form)]; }
  void refresh();

  /// Could `a` and `b` be one: not of different states or references. Unknown goes with anything.
  bool compatible(std::uint32_t a, std::uint32_t b);

  Identity result() &&;

 private:
  std::span<const Form> forms_;
  std::span<const std::uint32_t> documents_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::string_view> refs_, countries_;  ///< At representatives.
  std::vector<JoinStep> steps_;
};

/// A wish to join `from` (shorter name) to `to`; a round of them is decided together.
struct Link {
  std::uint32_t from = 0, to = 0;
  std::string_view rule;
};

/// Joins all links of a round. Where they would bring two states or references together through an entity that has
/// none, only those between entities of the same known state are kept.
void join_links(Clusters& clusters, const std::vector<Link>& links);

// The rounds; each reads the state before it and decides as a whole.
void link_fuller_names(std::span<const Form> forms, const NameVariants& variants, Clusters& clusters);
void link_surnames(std::span<const Form> forms, const NameVariants& variants, Clusters& clusters);
void link_aliases(std::span<const Form> forms, Clusters& clusters);

/// The name a body is known by: the longest, which tells more than an acronym.
std::string_view longest_name(const Form& form);

}  // namespace entente::network
