#pragma once
#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

/// A thin layer over libxml2's HTML tree. No function recurses: pages may be nested as deep as they like.
namespace entente::html {

using Tree = std::unique_ptr<xmlDoc, void (*)(xmlDoc*)>;

/// Parses what can be parsed. Null where there is no element at all. @throws InputError where elements are nested too
/// deeply.
Tree parse(const std::string& bytes, bool other_encoding, std::string_view where);

inline std::string_view name(const xmlNode* node) { return reinterpret_cast<const char*>(node->name); }
inline bool is_element(const xmlNode* node) { return node->type == XML_ELEMENT_NODE; }
/// The attribute's value, "" where it is missing.
std::string attribute(const xmlNode* node, const char* name);
/// All text below the node, white space folded.
std::string text_of(const xmlNode* node);

/// Goes through the tree in document order. Before a node's children `enter` is called, which says whether to go into
/// them; after them `leave`.
template <typename Enter, typename Leave>
void walk(xmlNode* root, const Enter& enter, const Leave& leave) {
  for (xmlNode* node = root; node != nullptr;) {
    const bool inside = enter(node);
    if (inside && node->children != nullptr) {
      node = node->children;
      continue;
    }
    if (inside) leave(node);
    while (node != root && node->next == nullptr) {
      node = node->parent;
      leave(node);
    }
    node = node == root ? nullptr : node->next;
  }
}

}  // namespace entente::html
