#include <algorithm>
#include <unordered_map>

#include "entente/error.hpp"
#include "network/assemble.hpp"
#include "network/content_hash.hpp"

namespace entente {

using network::Statement;

struct NetworkBuilder::Impl {
  struct Added {
    std::uint64_t content = 0;
    std::string_view origin;
  };

  Knowledge knowledge;
  std::unique_ptr<NetworkData> data = std::make_unique<NetworkData>();
  std::vector<Statement> statements;
  std::vector<std::uint64_t> form_hashes;
  std::vector<Added> added;  ///< Per document.
  std::unordered_map<std::string_view, std::uint32_t> form_index, document_index, relation_index;

  std::uint32_t relation(std::string_view name);
  std::uint32_t form(const Form& form);
  std::uint32_t form(const Entity& entity);
  std::uint64_t content(const DocumentInfo& document, std::span<const Statement> its) const;
  void add(DocumentInfo document, std::span<Statement> its, std::string_view origin);
};

std::uint32_t NetworkBuilder::Impl::relation(std::string_view name) {
  const auto found = relation_index.find(name);
  if (found != relation_index.end()) return found->second;
  const auto index = static_cast<std::uint32_t>(data->relations.size());
  data->relations.push_back(knowledge.relation(name));
  relation_index.emplace(data->strings.intern(name), index);
  return index;
}

std::uint32_t NetworkBuilder::Impl::form(const Form& form) {
  std::string key;
  for (const auto part : {form.name, to_string(form.kind), form.country, form.ref}) key.append(part).push_back('\0');
  for (const auto name : form.names) key.append(name).push_back('\0');
  const auto found = form_index.find(key);
  if (found != form_index.end()) return found->second;
  auto& strings = data->strings;
  Form kept{strings.intern(form.name), form.kind, {}, strings.intern(form.country), strings.intern(form.ref)};
  kept.names.reserve(form.names.size());
  for (const auto name : form.names) kept.names.push_back(strings.intern(name));
  const auto index = static_cast<std::uint32_t>(data->forms.size());
  data->forms.push_back(std::move(kept));
  form_hashes.push_back(network::Hash().add(key).value());
  form_index.emplace(strings.keep(key), index);
  return index;
}

std::uint32_t NetworkBuilder::Impl::form(const Entity& entity) {
  Form made{entity.name, entity.kind, {entity.names.begin(), entity.names.end()}, entity.country, entity.ref};
  std::sort(made.names.begin(), made.names.end());
  made.names.erase(std::unique(made.names.begin(), made.names.end()), made.names.end());
  return form(made);
}

/// Sums over what has no order, so that a record and what a network kept of it agree.
std::uint64_t NetworkBuilder::Impl::content(const DocumentInfo& document, std::span<const Statement> its) const {
  network::Hash hash;
  for (const auto part : {document.title, document.date, document.url, document.source, document.digest})
    hash.add(part);
  hash.add(document.sentences).add(document.tokens);
  for (const PassageInfo& passage : document.passages) hash.add(passage.sentence).add(passage.begin).add(passage.text);
  std::uint64_t sum = hash.value();
  for (const auto f : document.forms) sum += network::Hash().add(form_hashes[f]).value();
  for (const Statement& s : its) {
    const Evidence& e = s.evidence;
    network::Hash one;
    one.add(data->relations[s.relation].name).add(e.text).add(e.frame);
    one.add(form_hashes[e.source]).add(form_hashes[e.target]).add(e.claimant == no_index ? 0 : form_hashes[e.claimant]);
    one.add(e.sentence)
        .add(e.begin)
        .add(e.end)
        .add(static_cast<std::uint64_t>(e.status))
        .add(e.some ? 1U : 0U)
        .add(e.confidence);
    sum += one.value();
  }
  return sum;
}

void NetworkBuilder::Impl::add(DocumentInfo document, std::span<Statement> its, std::string_view origin) {
  std::sort(document.forms.begin(), document.forms.end());
  document.forms.erase(std::unique(document.forms.begin(), document.forms.end()), document.forms.end());
  const auto hash = content(document, its);
  const auto found = document_index.find(document.id);
  if (found != document_index.end()) {
    const Added& before = added[found->second];
    if (before.content == hash) return;
    const bool same_text = data->documents[found->second].digest == document.digest;
    throw InputError(origin, "",
                     "document \"" + std::string(document.id) + "\" is also in " + std::string(before.origin) +
                         (same_text ? ", with the same text but another record" : ", with another text"));
  }
  auto& strings = data->strings;
  document.id = strings.keep(document.id);
  document.title = strings.keep(document.title);
  document.url = strings.keep(document.url);
  document.digest = strings.keep(document.digest);
  document.date = strings.intern(document.date);
  document.source = strings.intern(document.source);
  for (PassageInfo& passage : document.passages) passage.text = strings.keep(passage.text);
  const auto index = static_cast<std::uint32_t>(data->documents.size());
  document_index.emplace(document.id, index);
  added.push_back({hash, strings.keep(origin)});
  data->documents.push_back(std::move(document));
  for (Statement& s : its) {
    s.evidence.document = index;
    s.evidence.text = strings.keep(s.evidence.text);
    s.evidence.frame = strings.intern(s.evidence.frame);
    statements.push_back(s);
  }
}

NetworkBuilder::NetworkBuilder(Knowledge knowledge) : impl_(std::make_unique<Impl>()) {
  impl_->knowledge = std::move(knowledge);
}
NetworkBuilder::NetworkBuilder(NetworkBuilder&&) noexcept = default;
NetworkBuilder::~NetworkBuilder() = default;

void NetworkBuilder::add(const Record& record, std::string_view origin) {
  std::unordered_map<std::string_view, std::uint32_t> forms;
  DocumentInfo document{record.document, record.title,     record.date,   record.url, record.source,
                        record.digest,   record.sentences, record.tokens, {}, {}};
  for (const Passage& passage : record.passages)
    document.passages.push_back({passage.sentence, passage.begin, passage.text});
  for (const Entity& entity : record.entities) {
    const auto form = impl_->form(entity);
    forms.emplace(entity.id, form);
    document.forms.push_back(form);
  }
  std::vector<Statement> statements;
  statements.reserve(record.relations.size());
  for (const Relation& r : record.relations) {
    const auto claimant = r.claimed_by.empty() ? no_index : forms.at(r.claimed_by);
    statements.push_back({impl_->relation(r.relation),
                          {0, forms.at(r.source), forms.at(r.target), claimant, r.sentence, r.begin, r.end, r.status,
                           r.some, r.confidence, r.evidence, r.frame}});
  }
  impl_->add(std::move(document), statements, origin);
}

void NetworkBuilder::add(const Network& network, std::string_view origin) {
  std::vector<std::uint32_t> forms;
  forms.reserve(network.forms().size());
  for (const Form& form : network.forms()) forms.push_back(impl_->form(form));
  auto statements = network::statements(network);
  for (Statement& s : statements) {
    s.relation = impl_->relation(network.relations()[s.relation].name);
    s.evidence.source = forms[s.evidence.source];
    s.evidence.target = forms[s.evidence.target];
    if (s.evidence.claimant != no_index) s.evidence.claimant = forms[s.evidence.claimant];
  }
  std::stable_sort(statements.begin(), statements.end(),
                   [](const Statement& a, const Statement& b) { return a.evidence.document < b.evidence.document; });
  auto next = statements.begin();
  for (std::uint32_t d = 0; d < network.documents().size(); ++d) {
    const auto begin = next;
    while (next != statements.end() && next->evidence.document == d) ++next;
    DocumentInfo document = network.documents()[d];
    for (auto& form : document.forms) form = forms[form];
    impl_->add(std::move(document), {begin, next}, origin);
  }
}

Network NetworkBuilder::build(const Corrections& corrections, std::vector<std::size_t>* idle) {
  Impl& impl = *impl_;
  impl.form_index = {};
  impl.document_index = {};
  impl.relation_index = {};
  impl.form_hashes = {};
  impl.added = {};
  Network made =
      network::assemble(std::move(impl.data), std::move(impl.statements), impl.knowledge.names, corrections, idle);
  impl.data = std::make_unique<NetworkData>();
  impl.statements = {};
  return made;
}

}  // namespace entente
