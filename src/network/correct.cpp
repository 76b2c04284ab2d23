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
        for (const auto block : at) identity_.names[block] = correction.name;
        return !at.empty();
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

  std::string key(Kind kind, std::string_view name) const {
    return kind == Kind::person ? person_name(name, variants_).key() : body_key(name);
  }

  bool merge(const Indices& a, const Indices& b) {
    if (a.empty() || b.empty()) return false;
    std::set<std::uint32_t> all(a.begin(), a.end());
    all.insert(b.begin(), b.end());
    const auto into = *all.begin();
    std::string name;
    for (const Indices* side : {&a, &b})
      for (const auto block : *side)
        if (const auto given = identity_.names.extract(block); !given.empty() && name.empty()) name = given.mapped();
    if (!name.empty()) identity_.names[into] = name;
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
    const auto given = take_names(moved);
    for (const auto i : moved) block_[i] = no_index;
    const auto renumbered = renumber();
    for (const auto& [old, name] : given)
      if (const auto now = renumbered.find(old); now != renumbered.end()) identity_.names[now->second] = name;
    for (const auto i : moved) block_[i] = moved.front();
    if (!correction.name.empty()) identity_.names[moved.front()] = correction.name;
    return true;
  }

  /// Takes out and returns the names of the blocks that lose forms.
  std::map<std::uint32_t, std::string> take_names(const Indices& moved) {
    std::map<std::uint32_t, std::string> taken;
    for (const auto i : moved)
      if (auto given = identity_.names.extract(block_[i]); !given.empty()) taken.insert(std::move(given));
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

}  // namespace entente::network
