#include "network/correct.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "network/clusters.hpp"
#include "network/name_key.hpp"

namespace entente::network {

namespace {

using Action = Correction::Action;
using Indices = std::vector<std::uint32_t>;

bool agree(std::string_view a, std::string_view b) { return a.empty() || b.empty() || a == b; }

bool holds(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// A form of what a split takes apart, before its documents are considered.
bool is_split_off(const Form& form, const Correction& split) {
  return class_of(form.kind) == class_of(split.entity.kind) && holds(split.names, form.name);
}

class Corrector {
 public:
  Corrector(Identity& identity, std::span<const Form> forms, const NameVariants& variants)
      : identity_(identity), block_(identity.representative), forms_(forms), variants_(variants) {}

  /// False where the entity is not there.
  bool apply(const Correction& correction, std::uint32_t number) {
    const Indices at = blocks(correction.entity);
    switch (correction.action) {
      case Action::merge:
        return merge(at, blocks(correction.other));
      case Action::split:
        return split(at, correction, number);
      case Action::rename:
        for (const auto block : at) identity_.given[block].name = correction.name;
        return !at.empty();
      case Action::kind:
        for (const auto block : at) identity_.given[block].kind = correction.kind;
        return !at.empty();
      case Action::drop:
        identity_.drops.push_back({number - 1, forms_of(at), forms_of(blocks(correction.other)), correction.relation});
        return true;  // Whether it finds anything is seen from the statements.
    }
    return false;
  }

 private:
  /// The blocks (by their smallest form) of the forms that are exactly as the reference says; where there are none, the
  /// only block of forms with that name in some spelling and nothing that speaks against it.
  Indices blocks(const EntityRef& entity) const {
    std::set<std::uint32_t> exact, near;
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      const Form& form = forms_[i];
      if (class_of(form.kind) != class_of(entity.kind) || form.part != entity.part) continue;
      if (form.name == entity.name && form.country == entity.country && form.ref == entity.ref) exact.insert(block_[i]);
    }
    if (!exact.empty()) return {exact.begin(), exact.end()};
    const std::string wanted = key(entity.kind, entity.name);
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      const Form& form = forms_[i];
      if (class_of(form.kind) != class_of(entity.kind) || form.part != entity.part) continue;
      if (agree(form.country, entity.country) && agree(form.ref, entity.ref) && key(form.kind, form.name) == wanted)
        near.insert(block_[i]);
    }
    return near.size() == 1 ? Indices{*near.begin()} : Indices{};
  }

  Indices forms_of(const Indices& blocks) const {
    Indices out;
    for (std::uint32_t i = 0; i < block_.size(); ++i)
      if (std::find(blocks.begin(), blocks.end(), block_[i]) != blocks.end()) out.push_back(i);
    return out;
  }

  std::string key(Kind kind, std::string_view name) const {
    return kind == Kind::person ? person_name(name, variants_).key() : body_key(name);
  }

  bool merge(const Indices& a, const Indices& b) {
    if (a.empty() || b.empty()) return false;
    std::set<std::uint32_t> all(a.begin(), a.end());
    all.insert(b.begin(), b.end());
    const auto into = *all.begin();
    Given both;
    for (const Indices* side : {&a, &b})
      for (const auto block : *side)
        if (const auto given = identity_.given.extract(block); !given.empty()) {
          if (both.name.empty()) both.name = given.mapped().name;
          if (!both.kind) both.kind = given.mapped().kind;
        }
    if (!both.name.empty() || both.kind) identity_.given[into] = both;
    for (const auto block : all)
      if (block != into) identity_.steps.push_back({into, block, "correction"});
    for (auto& block : block_)
      if (all.contains(block)) block = into;
    return true;
  }

  bool split(const Indices& from, const Correction& correction, std::uint32_t number) {
    Indices moved;
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      const bool here = correction.documents.empty() ? std::find(from.begin(), from.end(), block_[i]) != from.end()
                                                     : forms_[i].part == number;
      if (here && is_split_off(forms_[i], correction)) moved.push_back(i);
    }
    if (moved.empty()) return false;
    const auto taken = take_given(moved);
    for (const auto i : moved) block_[i] = no_index;
    const auto renumbered = renumber();
    for (const auto& [old, given] : taken)
      if (const auto now = renumbered.find(old); now != renumbered.end()) identity_.given[now->second] = given;
    for (const auto i : moved) block_[i] = moved.front();
    if (!correction.name.empty()) identity_.given[moved.front()].name = correction.name;
    return true;
  }

  /// Takes out and returns what is given of the blocks that lose forms.
  std::map<std::uint32_t, Given> take_given(const Indices& moved) {
    std::map<std::uint32_t, Given> taken;
    for (const auto i : moved)
      if (auto given = identity_.given.extract(block_[i]); !given.empty()) taken.insert(std::move(given));
    return taken;
  }

  /// Blocks whose smallest form went are named after the smallest left. @return old → new, of all blocks.
  std::map<std::uint32_t, std::uint32_t> renumber() {
    std::map<std::uint32_t, std::uint32_t> smallest;
    for (std::uint32_t i = 0; i < block_.size(); ++i)
      if (block_[i] != no_index) smallest.try_emplace(block_[i], i);
    for (auto& block : block_)
      if (block != no_index) block = smallest.at(block);
    return smallest;
  }

  Identity& identity_;
  Indices& block_;
  std::span<const Form> forms_;
  const NameVariants& variants_;
};

/// Old form → the form that stands for it in the documents of a split.
std::map<std::uint32_t, std::uint32_t> part_documents(NetworkData& data, const Correction& split, std::uint32_t number,
                                                      std::vector<bool>& parted) {
  std::map<std::uint32_t, std::uint32_t> moved;
  for (std::uint32_t d = 0; d < data.documents.size(); ++d) {
    if (!holds(split.documents, data.documents[d].id)) continue;
    parted[d] = true;
    for (auto& form : data.documents[d].forms) {
      if (const Form& f = data.forms[form];
          !is_split_off(f, split) || f.part != split.entity.part || !agree(f.ref, split.entity.ref))
        continue;
      const auto [at, fresh] = moved.try_emplace(form, static_cast<std::uint32_t>(data.forms.size()));
      if (fresh) {
        Form copy = data.forms[form];
        copy.part = number;
        data.forms.push_back(std::move(copy));
      }
      form = at->second;
    }
  }
  return moved;
}

}  // namespace

void part_forms(NetworkData& data, std::vector<Statement>& statements, const Corrections& corrections) {
  for (std::uint32_t c = 0; c < corrections.size(); ++c) {
    if (corrections[c].action != Action::split || corrections[c].documents.empty()) continue;
    std::vector<bool> parted(data.documents.size());
    const auto moved = part_documents(data, corrections[c], c + 1, parted);
    if (moved.empty()) continue;
    const auto move = [&](std::uint32_t& form) {
      if (const auto at = moved.find(form); at != moved.end()) form = at->second;
    };
    for (Statement& s : statements) {
      if (!parted[s.evidence.document]) continue;
      move(s.evidence.source);
      move(s.evidence.target);
      move(s.evidence.claimant);
    }
  }
}

void correct(Identity& identity, std::span<const Form> forms, const NameVariants& variants,
             const Corrections& corrections, std::vector<std::size_t>* idle) {
  Corrector corrector(identity, forms, variants);
  for (std::size_t c = 0; c < corrections.size(); ++c)
    if (!corrector.apply(corrections[c], static_cast<std::uint32_t>(c + 1)) && idle != nullptr) idle->push_back(c);
}

std::vector<bool> dropped(const NetworkData& data, std::span<const Statement> statements, const Identity& identity,
                          std::vector<std::size_t>* idle) {
  std::vector<bool> out(statements.size());
  for (const Drop& drop : identity.drops) {
    const auto holds = [](const Indices& forms, std::uint32_t form) { return std::ranges::binary_search(forms, form); };
    bool found = false;
    for (std::size_t i = 0; i < statements.size(); ++i) {
      const RelationType& relation = data.relations[statements[i].relation];
      const auto [a, b] = std::pair(statements[i].evidence.source, statements[i].evidence.target);
      if (relation.name != drop.relation) continue;
      if ((holds(drop.sources, a) && holds(drop.targets, b)) ||
          (relation.symmetric && holds(drop.sources, b) && holds(drop.targets, a)))
        out[i] = found = true;
    }
    if (!found && idle != nullptr) idle->insert(std::ranges::lower_bound(*idle, drop.correction), drop.correction);
  }
  return out;
}

}  // namespace entente::network
