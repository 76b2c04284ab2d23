#include "nlp/attribute_ruler.hpp"

#include <algorithm>

#include "entente/nlp.hpp"
#include "nlp/hash.hpp"
#include "nlp/pack.hpp"
#include "nlp/unicode.hpp"

namespace entente::nlp {

// ---- Reading ---------------------------------------------------------------------------------------------------------------------

class AttributeRulerReader {
 public:
  explicit AttributeRulerReader(const std::filesystem::path& model_dir) : pack_(model_dir / "attribute_ruler" / "patterns") {}

  AttributeRuler run() {
    AttributeRuler ruler;
    pack_.each(pack_.root(), "patterns", [&](const msgpack::object& entry) {
      part_ = "pattern " + std::to_string(ruler.rules_.size());
      ruler.rules_.push_back(rule(entry));
      ruler.index_rule(static_cast<std::uint32_t>(ruler.rules_.size() - 1));
    });
    return ruler;
  }

 private:
  using Attribute = AttributeRuler::Attribute;
  using Test = AttributeRuler::Test;

  AttributeRuler::Rule rule(const msgpack::object& entry) const {
    AttributeRuler::Rule out;
    const msgpack::object index = pack_.get(entry, "index", part_);
    if (!index.is_nil()) out.index = pack_.integer(index, part_);
    pack_.each(pack_.need(entry, "patterns", part_), part_, [&](const msgpack::object& tokens) {
      AttributeRuler::Pattern& pattern = out.alternatives.emplace_back();
      pack_.each(tokens, part_, [&](const msgpack::object& token) { pattern.push_back(tests(token)); });
      const auto size = static_cast<std::int64_t>(pattern.size());
      if (out.index >= size || out.index < -size) pack_.error(part_, "the index lies outside the pattern");
    });
    pack_.each_pair(pack_.need(entry, "attrs", part_), part_, [&](const msgpack::object& key, const msgpack::object& value) {
      const std::string_view name = pack_.text(key, part_), text = pack_.text(value, part_);
      if (name == "TAG") out.tag = text;
      else if (name == "DEP") out.dep = text;
      else if (name == "POS") out.pos = text;
      else if (name == "LEMMA") out.lemma = text;
      else if (name == "MORPH") out.morph = text == "_" ? "" : text, out.sets_morph = true;
      else pack_.error(part_, "setting " + std::string(name) + " is not supported");
    });
    return out;
  }

  std::vector<Test> tests(const msgpack::object& token) const {
    std::vector<Test> out;
    pack_.each_pair(token, part_, [&](const msgpack::object& key, const msgpack::object& value) {
      const std::string_view name = pack_.text(key, part_);
      if (name == "OP") {
        if (pack_.text(value, part_) != "1") pack_.error(part_, "operators are not supported");
        return;
      }
      Test test{.attribute = attribute(name), .negated = false, .values = {}, .regex = {}};
      if (value.type == msgpack::type::MAP) {
        pack_.each_pair(value, part_, [&](const msgpack::object& op, const msgpack::object& operand) {
          out.push_back(predicate(test.attribute, pack_.text(op, part_), operand));
        });
      } else {
        test.values.push_back(id(value));
        out.push_back(std::move(test));
      }
    });
    return out;
  }

  Test predicate(Attribute attribute, std::string_view op, const msgpack::object& operand) const {
    Test test{.attribute = attribute, .negated = op == "NOT_IN", .values = {}, .regex = {}};
    if (op == "REGEX") {
      try {
        test.regex.emplace(pack_.text(operand, part_));
      } catch (const ModelError& error) {
        pack_.error(part_, error.what());
      }
      if (attribute != Attribute::lower && attribute != Attribute::orth) pack_.error(part_, "REGEX is supported for LOWER and ORTH only");
    } else if (op == "IN" || op == "NOT_IN") {
      pack_.each(operand, part_, [&](const msgpack::object& item) { test.values.push_back(id(item)); });
    } else {
      pack_.error(part_, "predicate " + std::string(op) + " is not supported");
    }
    return test;
  }

  std::uint64_t id(const msgpack::object& value) const {
    if (value.type == msgpack::type::BOOLEAN) return value.via.boolean;
    if (value.type == msgpack::type::POSITIVE_INTEGER) return value.via.u64;
    return string_id(pack_.text(value, part_));
  }

  Attribute attribute(std::string_view name) const {
    static constexpr std::pair<std::string_view, Attribute> names[] = {
        {"ORTH", Attribute::orth},   {"TEXT", Attribute::orth},     {"LOWER", Attribute::lower},   {"TAG", Attribute::tag},          {"DEP", Attribute::dep},
        {"SHAPE", Attribute::shape}, {"PREFIX", Attribute::prefix}, {"SUFFIX", Attribute::suffix}, {"IS_SPACE", Attribute::is_space}};
    for (const auto& [known, attribute] : names)
      if (known == name) return attribute;
    pack_.error(part_, "attribute " + std::string(name) + " is not supported");
  }

  Pack pack_;
  std::string part_;
};

AttributeRuler AttributeRuler::load(const std::filesystem::path& model_dir) { return AttributeRulerReader(model_dir).run(); }

/// Enters the rule where words that may fit it will look for it: under the values of its most telling test.
void AttributeRuler::index_rule(std::uint32_t rule) {
  for (const Pattern& pattern : rules_[rule].alternatives) {
    if (pattern.size() != 1) {
      if (phrase_rules_.empty() || phrase_rules_.back() != rule) phrase_rules_.push_back(rule);
      continue;
    }
    const auto enter = [&](Attribute attribute, FlatMap<RuleList>& lists) {
      for (const Test& test : pattern[0]) {
        if (test.attribute != attribute || test.negated || test.regex) continue;
        for (const std::uint64_t value : test.values) lists[value].push_back(rule);
        return true;
      }
      return false;
    };
    if (!enter(Attribute::orth, by_orth_) && !enter(Attribute::lower, by_lower_) && !enter(Attribute::tag, by_tag_) && !enter(Attribute::dep, by_dep_))
      any_.push_back(rule);
  }
}

void AttributeRuler::collect(const FlatMap<RuleList>& lists, std::uint64_t key, RuleList& out) const {
  if (const RuleList* const list = lists.find(key)) out.insert(out.end(), list->begin(), list->end());
}

// ---- Matching --------------------------------------------------------------------------------------------------------------------

bool AttributeRuler::fits(const Test& test, const Word& word, RegexScratch& scratch) {
  const Lexeme& lexeme = *word.lexeme;
  if (test.regex) return test.regex->search(test.attribute == Attribute::lower ? lower(lexeme.text) : std::string(lexeme.text), scratch).has_value();
  std::uint64_t value = 0;
  switch (test.attribute) {
    case Attribute::orth: value = lexeme.orth; break;
    case Attribute::lower: value = lexeme.lower; break;
    case Attribute::tag: value = word.tag; break;
    case Attribute::dep: value = word.dep; break;
    case Attribute::shape: value = lexeme.shape; break;
    case Attribute::prefix: value = lexeme.prefix; break;
    case Attribute::suffix: value = lexeme.suffix; break;
    case Attribute::is_space: value = lexeme.is_space; break;
  }
  return (std::find(test.values.begin(), test.values.end(), value) != test.values.end()) != test.negated;
}

bool AttributeRuler::fits(const std::vector<Test>& tests, const Word& word, RegexScratch& scratch) {
  return std::all_of(tests.begin(), tests.end(), [&](const Test& test) { return fits(test, word, scratch); });
}

AttributeRuler::Outcome AttributeRuler::apply(const Word& word, std::span<const std::uint32_t> phrase_rules, RegexScratch& scratch) const {
  RuleList candidates(phrase_rules.begin(), phrase_rules.end());
  candidates.insert(candidates.end(), any_.begin(), any_.end());
  collect(by_orth_, word.lexeme->orth, candidates);
  collect(by_lower_, word.lexeme->lower, candidates);
  collect(by_tag_, word.tag, candidates);
  collect(by_dep_, word.dep, candidates);
  std::sort(candidates.begin(), candidates.end());
  Outcome out;
  for (const std::uint32_t i : candidates) {
    const Rule& rule = rules_[i];
    const bool hit = std::binary_search(phrase_rules.begin(), phrase_rules.end(), i) ||
                     std::any_of(rule.alternatives.begin(), rule.alternatives.end(),
                                 [&](const Pattern& pattern) { return pattern.size() == 1 && fits(pattern[0], word, scratch); });
    if (!hit) continue;
    if (!rule.tag.empty()) out.tag = rule.tag;
    if (!rule.dep.empty()) out.dep = rule.dep;
    if (!rule.pos.empty()) out.pos = rule.pos;
    if (!rule.lemma.empty()) out.lemma = rule.lemma;
    if (rule.sets_morph) out.morph = rule.morph;
  }
  return out;
}

bool AttributeRuler::starts_phrase(const Word& word, RegexScratch& scratch) const {
  for (const std::uint32_t i : phrase_rules_)
    for (const Pattern& pattern : rules_[i].alternatives)
      if (pattern.size() > 1 && fits(pattern[0], word, scratch)) return true;
  return false;
}

void AttributeRuler::match_phrases(std::span<const Word> words, std::uint32_t begin, RegexScratch& scratch, std::vector<PhraseMatch>& out) const {
  for (const std::uint32_t i : phrase_rules_)
    for (const Pattern& pattern : rules_[i].alternatives) {
      if (pattern.size() < 2 || begin + pattern.size() > words.size()) continue;
      std::size_t fitting = 0;
      while (fitting < pattern.size() && fits(pattern[fitting], words[begin + fitting], scratch)) ++fitting;
      if (fitting < pattern.size()) continue;
      const std::int64_t offset = rules_[i].index >= 0 ? rules_[i].index : rules_[i].index + static_cast<std::int64_t>(pattern.size());
      out.push_back({static_cast<std::uint32_t>(begin + static_cast<std::size_t>(offset)), i});
    }
}

}  // namespace entente::nlp
