#include "network/name_key.hpp"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::network;

namespace {
const NameVariants variants{{{"joseph", "joseph"}, {"joe", "joseph"}, {"yusuf", "yusuf"}, {"youssef", "yusuf"}},
                            {},
                            {"al", "bin", "de", "el", "van"}};
std::string key(std::string_view name) { return person_name(name, variants).key(); }
bool abbreviates(std::string_view brief, std::string_view full, bool same_country = true) {
  return network::abbreviates(person_name(brief, variants), person_name(full, variants), same_country);
}
}  // namespace

TEST_CASE("folding drops case, diacritics and punctuation", "[network]") {
  CHECK(fold("Nicolás MADURO") == "nicolas maduro");
  CHECK(fold("U.N.") == "un");
  CHECK(fold("J. Smith") == "j smith");
  CHECK(fold("O’Brien–Łukasz, Jr.") == "obrien lukasz jr");
  CHECK(fold("Ernst & Young") == "ernst and young");
  CHECK(fold("--") == "");
}

TEST_CASE("transliterations of one name have one key", "[network]") {
  CHECK(key("Sergei Lavrov") == key("Sergey Lavrov"));
  CHECK(key("Volodymyr Zelensky") == key("Volodymyr Zelenskyy"));
  CHECK(key("Volodymyr Zelenskiy") == key("Volodymyr Zelenski"));
  CHECK(key("Yusuf Raza") == key("Youssef Raza"));
  CHECK(key("Mohammed Hussein") == key("Mohamed Husain"));
  CHECK(key("Yevgeny Prigozhin") == key("Evgeniy Prigozhin"));
  CHECK(key("Recep Tayyip Erdoğan") == key("Recep Tayyip Erdogan"));
  CHECK(key("Abdel Fattah al-Sisi") == key("Abdel Fattah el-Sisi"));
  CHECK(key("Aleksandr Novak") == key("Alexander Novak"));
  CHECK(key("Joe Biden") == key("Joseph Biden"));
  CHECK(key("Kim Jong-un") == key("Kim Jong Un"));
  CHECK(key("Viktor Orbán") == key("Victor Orban"));
}

TEST_CASE("different names keep different keys", "[network]") {
  CHECK(key("Mario Rossi") != key("Maria Rossi"));
  CHECK(key("Daniel Ortega") != key("Daniela Ortega"));
  CHECK(key("Hassan Nasrallah") != key("Hussein Nasrallah"));
  CHECK(key("Omar Bashir") != key("Amir Bashir"));
  CHECK(key("Li Wei") != key("Lai Wei"));
  CHECK(key("John Davis") != key("John Davies"));
  CHECK(key("Harry Reid") != key("Harry Reed"));
  CHECK(key("Donald Trump") != key("Donald Trump Jr."));
  CHECK(key("Al Gore") != key("Gore"));
}

TEST_CASE("a shorter name abbreviates a fuller one", "[network]") {
  CHECK(abbreviates("Bruno Rodríguez", "Bruno Rodríguez Parrilla"));
  CHECK_FALSE(abbreviates("Bruno Rodríguez", "Bruno Rodríguez Parrilla", false));
  CHECK(abbreviates("Andrés López Obrador", "Andrés Manuel López Obrador", false));
  CHECK(abbreviates("S. Lavrov", "Sergey Lavrov", false));
  CHECK(abbreviates("John F. Kennedy", "John Fitzgerald Kennedy", false));
  CHECK(abbreviates("George Bush", "George W. Bush", false));
  CHECK_FALSE(abbreviates("George W. Bush", "George H. W. Bush"));
  CHECK_FALSE(abbreviates("Sergey Lavrov", "S. Lavrov"));
  CHECK_FALSE(abbreviates("Raúl Castro", "Fidel Castro"));
  CHECK_FALSE(abbreviates("Donald Trump", "Donald John Trump Jr."));
}

TEST_CASE("names of bodies differ by more than spelling, articles and legal forms", "[network]") {
  CHECK(body_key("The Organisation of Islamic Co-operation") == body_key("Organization of Islamic Cooperation"));
  CHECK(body_key("Ministry of Defence") == body_key("ministry of defense"));
  CHECK(body_key("Apple Inc.") == body_key("Apple"));
  CHECK(body_key("the West") == "west");
  CHECK(body_key("Bank of America") != body_key("Bank of Japan"));
  CHECK(is_generic(body_key("Foreign Ministry")));
  CHECK_FALSE(is_generic(body_key("Russian Foreign Ministry")));
}
