#include "entente/network.hpp"

#include <algorithm>

#include "network/network_data.hpp"

namespace entente {

const PassageInfo* DocumentInfo::passage(std::uint32_t sentence) const {
  const auto at = std::lower_bound(passages.begin(), passages.end(), sentence,
                                   [](const PassageInfo& p, std::uint32_t wanted) { return p.sentence < wanted; });
  return at == passages.end() || at->sentence != sentence ? nullptr : &*at;
}

Network::Network() : data_(std::make_unique<NetworkData>()) {}
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;
Network::~Network() = default;

const Graph& Network::graph() const { return data_->graph; }
std::span<const DocumentInfo> Network::documents() const { return data_->documents; }
std::span<const Form> Network::forms() const { return data_->forms; }
std::span<const RelationType> Network::relations() const { return data_->relations; }
std::span<const Evidence> Network::loops() const { return data_->loops; }
std::string_view Network::loop_relation(std::size_t loop) const {
  return data_->relations[data_->loop_relations[loop]].name;
}

}  // namespace entente
