// The entity data are written by hand: these tests find the slips of the hand.
#include <catch2/catch.hpp>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "support/source_dir.hpp"

namespace {

const std::filesystem::path data = entente::test::source_dir() / "data";

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  INFO(path.string());
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

rapidjson::Document parse(const std::filesystem::path& path) {
  const std::string text = read(path);
  rapidjson::Document document;
  document.Parse(text.data(), text.size());
  INFO(path.string() << " at byte " << document.GetErrorOffset() << ": " << rapidjson::GetParseError_En(document.GetParseError()));
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

rapidjson::Document entities(const std::string& file) { return parse(data / "entities" / file); }

std::vector<std::string> strings(const rapidjson::Value& object, const char* key) {
  std::vector<std::string> out;
  if (const auto it = object.FindMember(key); it != object.MemberEnd())
    for (const auto& item : it->value.GetArray()) out.emplace_back(item.GetString());
  return out;
}

/// All forms listed under any of the keys.
std::vector<std::string> forms(const rapidjson::Value& object, std::initializer_list<const char*> keys) {
  std::vector<std::string> out;
  for (const char* key : keys)
    for (auto& form : strings(object, key)) out.push_back(std::move(form));
  if (const auto it = object.FindMember("capital"); it != object.MemberEnd() && it->value.IsString()) out.emplace_back(it->value.GetString());
  return out;
}

/// Collects forms by owner and tells of each that two owners list.
class Register {
 public:
  explicit Register(std::set<std::string> shared = {}) : shared_(std::move(shared)) {}
  void add(const std::string& form, const std::string& owner) {
    const auto [it, fresh] = owner_.emplace(form, owner);
    if (fresh || it->second == owner || shared_.contains(form)) return;
    FAIL_CHECK(form << " is listed for " << it->second << " and for " << owner);
  }
  bool contains(const std::string& form) const { return owner_.contains(form); }

 private:
  std::set<std::string> shared_;
  std::map<std::string, std::string> owner_;
};

std::set<std::string> ids(const rapidjson::Document& list, const char* key) {
  std::set<std::string> out;
  for (const auto& item : list.GetArray()) {
    INFO(item[key].GetString());
    CHECK(out.insert(item[key].GetString()).second);
  }
  return out;
}

bool lower_ascii(const std::string& s) {
  return std::none_of(s.begin(), s.end(), [](char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) > 127; });
}

}  // namespace

TEST_CASE("the entity files are what their schemas say", "[entity][data]") {
  for (const char* name : {"countries", "regions", "organizations", "titles", "body_nouns", "given_names", "name_variants", "public_figures", "state_descriptions"}) {
    const auto schema_text = parse(data / "schema" / (std::string(name) + ".schema.json"));
    const rapidjson::SchemaDocument schema(schema_text);
    rapidjson::SchemaValidator validator(schema);
    const auto document = entities(std::string(name) + ".json");
    const bool valid = document.Accept(validator);
    rapidjson::StringBuffer where;
    validator.GetInvalidDocumentPointer().StringifyUriFragment(where);
    INFO(name << ".json " << where.GetString() << " breaks " << (valid ? "" : validator.GetInvalidSchemaKeyword()));
    CHECK(valid);
  }
}

TEST_CASE("every state and territory has names of its own", "[entity][data]") {
  const auto countries = entities("countries.json");
  const auto codes = ids(countries, "code");
  CHECK(codes.size() == 250);
  Register places({"Congo"}), adjectives({"Congolese"});
  for (const auto& country : countries.GetArray()) {
    const std::string code = country["code"].GetString();
    INFO(code);
    CHECK(strings(country, "names").front() == country["name"].GetString());
    for (const auto& form : forms(country, {"names", "former_names", "seats", "cities"})) places.add(form, code);
    for (const auto& form : strings(country, "adjectives")) adjectives.add(form, code);
    if (country["metonymic_capital"].GetBool()) CHECK(country["capital"].IsString());
    if (country.HasMember("territory_of")) CHECK(codes.contains(country["territory_of"].GetString()));
  }
}

TEST_CASE("listed names are written as they stand in text", "[entity][data]") {
  for (const char* file : {"countries.json", "regions.json", "organizations.json"}) {
    CHECK(read(data / "entities" / file).find("\xE2\x80\x99") == std::string::npos);  // the program folds curly apostrophes to straight ones
    const auto list = entities(file);
    for (const auto& item : list.GetArray())
      for (const auto& form : forms(item, {"names", "former_names", "adjectives", "demonyms", "seats", "cities", "abbreviations"})) {
        INFO(file << ": \"" << form << '"');
        CHECK_FALSE(form.starts_with("the "));
        CHECK(form.front() != ' ');
        CHECK(form.back() != ' ');
        CHECK(form.find("  ") == std::string::npos);
      }
  }
}

TEST_CASE("an ambiguous form is one of its entry's forms, and what else it may be exists", "[entity][data]") {
  const auto countries = entities("countries.json"), regions = entities("regions.json"), organizations = entities("organizations.json");
  const auto codes = ids(countries, "code"), areas = ids(regions, "id"), bodies = ids(organizations, "id");
  const auto exists = [&](const std::string& also) {
    if (also.starts_with("country:")) return codes.contains(also.substr(8));
    if (also.starts_with("region:")) return areas.contains(also.substr(7));
    if (also.starts_with("org:")) return bodies.contains(also.substr(4));
    return also == "person" || also == "place" || also == "word" || also == "org";
  };
  for (const auto* list : {&countries, &regions, &organizations})
    for (const auto& item : list->GetArray()) {
      const auto it = item.FindMember("ambiguous");
      if (it == item.MemberEnd()) continue;
      auto own = forms(item, {"names", "adjectives", "demonyms", "seats", "cities", "abbreviations"});
      if (item.HasMember("bodies"))
        for (const auto& body : item["bodies"].GetArray())
          for (auto& form : strings(body, "names")) own.push_back(form);
      for (const auto& entry : it->value.GetArray()) {
        INFO(item["name"].GetString() << ": " << entry["form"].GetString() << " > " << entry["also"].GetString());
        CHECK(std::find(own.begin(), own.end(), entry["form"].GetString()) != own.end());
        CHECK(exists(entry["also"].GetString()));
      }
    }
}

TEST_CASE("a region lies in a state that exists and has names of its own", "[entity][data]") {
  const auto countries = entities("countries.json"), regions = entities("regions.json");
  const auto codes = ids(countries, "code");
  ids(regions, "id");
  Register names({"Congo", "Georgia"});
  for (const auto& country : countries.GetArray())
    for (const auto& form : forms(country, {"names", "former_names", "seats", "cities"})) names.add(form, country["code"].GetString());
  for (const auto& region : regions.GetArray()) {
    INFO(region["id"].GetString());
    if (region["country"].IsString()) CHECK(codes.contains(region["country"].GetString()));
    for (const auto& form : forms(region, {"names", "abbreviations", "cities"})) names.add(form, region["id"].GetString());
  }
}

TEST_CASE("an organization has names of its own and a parent that exists", "[entity][data]") {
  const auto countries = entities("countries.json"), organizations = entities("organizations.json");
  const auto codes = ids(countries, "code"), known = ids(organizations, "id");
  Register names;
  std::map<std::string, std::string> parent;
  for (const auto& country : countries.GetArray())
    for (const auto& body : country["bodies"].GetArray())
      for (const auto& form : strings(body, "names")) names.add(form, country["code"].GetString());
  for (const auto& organization : organizations.GetArray()) {
    const std::string id = organization["id"].GetString();
    INFO(id);
    for (const auto& form : strings(organization, "names")) names.add(form, id);
    if (organization["country"].IsString()) CHECK(codes.contains(organization["country"].GetString()));
    if (!organization["part_of"].IsString()) continue;
    parent[id] = organization["part_of"].GetString();
    CHECK(known.contains(parent[id]));
  }
  for (auto [id, up] : parent) {
    std::size_t steps = 0;
    while (parent.contains(up) && ++steps < 10) up = parent[up];
    INFO(id << " is a part of itself");
    CHECK(steps < 10);
  }
}

TEST_CASE("titles are in lower case, each once, and descriptions name one of them", "[entity][data]") {
  const auto file = entities("titles.json");
  std::set<std::string> titles;
  Register forms_of_titles;
  for (const auto& title : file["titles"].GetArray()) {
    const std::string name = title["title"].GetString();
    INFO(name);
    CHECK(titles.insert(name).second);
    CHECK(std::none_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
    CHECK(name != title["plural"].GetString());
    forms_of_titles.add(name, name);
    forms_of_titles.add(title["plural"].GetString(), name);
  }
  for (const auto& description : file["descriptions"].GetArray()) {
    INFO(description["phrase"].GetString());
    CHECK(titles.contains(description["title"].GetString()));
  }
}

TEST_CASE("a given name has one gender, and stands in one group of spellings", "[entity][data]") {
  const auto names = entities("given_names.json"), variants = entities("name_variants.json");
  Register gender;
  for (const char* key : {"m", "f", "both"})
    for (const auto& name : strings(names, key)) {
      INFO(name);
      CHECK(lower_ascii(name));
      gender.add(name, key);
    }
  for (const char* key : {"given", "surnames"}) {
    Register group;
    std::size_t number = 0;
    for (const auto& list : variants[key].GetArray()) {
      ++number;
      for (const auto& name : list.GetArray()) group.add(name.GetString(), std::to_string(number));
    }
  }
}

TEST_CASE("a noun for a body has one sense for one use", "[entity][data]") {
  const auto file = entities("body_nouns.json");
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& noun : file["nouns"].GetArray()) {
    INFO(noun["noun"].GetString() << ", " << noun["sense"].GetString());
    CHECK(seen.emplace(noun["noun"].GetString(), noun["sense"].GetString()).second);
    CHECK((std::string(noun["sense"].GetString()) != "body" || noun.HasMember("class")));
  }
}

TEST_CASE("well-known names denote what a reader takes them for", "[entity][data]") {
  const auto countries = entities("countries.json"), organizations = entities("organizations.json");
  std::map<std::string, std::string> of;
  for (const auto& country : countries.GetArray())
    for (const auto& form : forms(country, {"names", "adjectives", "demonyms", "seats"})) of[form] = country["code"].GetString();
  for (const auto& organization : organizations.GetArray())
    for (const auto& form : strings(organization, "names")) of[form] = organization["id"].GetString();
  const std::map<std::string, std::string> expected{
      {"Burma", "MMR"},    {"Swaziland", "SWZ"}, {"Czechia", "CZE"},       {"Holland", "NLD"},     {"Kremlin", "RUS"},      {"Downing Street", "GBR"},
      {"Dutch", "NLD"},    {"Filipinos", "PHL"}, {"Argentinian", "ARG"},   {"Emirati", "ARE"},     {"Nigerien", "NER"},     {"Nigerian", "NGA"},
      {"Ivorian", "CIV"},  {"Malagasy", "MDG"},  {"Salvadoran", "SLV"},    {"Kosovar", "XKX"},     {"Swiss", "CHE"},        {"Danes", "DNK"},
      {"Daesh", "ISIS"},   {"Hizbullah", "Hezbollah"}, {"Union of South American Nations", "UNASUR"}, {"Southern Common Market", "MERCOSUR"},
      {"Organisation of Islamic Cooperation", "OIC"}, {"OAU", "AU"}};
  for (const auto& [form, owner] : expected) {
    INFO(form);
    CHECK(of[form] == owner);
  }
}
