#pragma once
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

enum class Kind { person, organization, country, region, place };
enum class Status { asserted, planned, possible, wanted, negated, ended };

std::string_view to_string(Kind);
std::string_view to_string(Status);
std::optional<Kind> kind_from(std::string_view);
std::optional<Status> status_from(std::string_view);

/// A node as one document knows it.
struct Entity {
  std::string id;                  ///< Unique in the record: "e1", "e2", ...
  std::string name;                ///< The principal name (docs/formats.md says how it is chosen).
  Kind kind = Kind::organization;
  std::vector<std::string> names;  ///< Surface forms found in the document that denote it by a proper name; sorted, unique.
  std::string country;             ///< ISO 3166-1 alpha-3 of the state it belongs to; empty where none or unknown.
  std::string ref;                 ///< Gazetteer identifier ("country:RUS", "org:CELAC", ...); empty where the gazetteer does not know it.
};

/// An edge as one document says it. Ids refer to Record::entities.
struct Relation {
  std::string source, relation, target;
  Status status = Status::asserted;
  std::string claimed_by;          ///< Entity id of the claimant; empty where the article says it in its own voice.
  std::uint32_t sentence = 0;      ///< Counted from 0.
  std::string evidence;            ///< The stretch of the text that shows it, white space folded.
  std::uint32_t begin = 0, end = 0;  ///< Byte range of the evidence in the article's text, half-open.
  double confidence = 1.0;         ///< In [0, 1].
  std::string frame;               ///< The frame that made it, e.g. "supports/verb:back".
  bool some = false;               ///< "extent": "some": only a part of the source or target region is meant.
};

/// A sentence that holds evidence, so that the evidence can be read in its context without the article.
struct Passage {
  std::uint32_t sentence = 0;      ///< As in Relation.
  std::uint32_t begin = 0;         ///< Byte offset in the article's text.
  std::string text;                ///< The bytes from there on, each line break and tab replaced by a space: Relation::begin and end hold in it.
};

/// What one document gives: the unit of exchange, one JSON object on one line.
struct Record {
  std::string document;            ///< The document's id.
  std::string title, date, url, source;  ///< As in Article; left out of the JSON where empty.
  std::string digest;              ///< 16 hexadecimal digits of the text's hash: tells a repeated document from another of the same id.
  std::uint32_t sentences = 0, tokens = 0;
  std::vector<Entity> entities;    ///< Every relation's ends and claimants, and actors without relations.
  std::vector<Relation> relations;
  std::vector<Passage> passages;   ///< Of the sentences of the relations; ascending, each once. May be left out.
};

/// Drops the passages that no relation needs.
void drop_unused_passages(Record& record);

/// Writes one line without the newline. Keys in a fixed order; numbers in shortest form; no raw control characters.
std::string to_json(const Record& record);

/// Reads one line. @throws InputError with the byte offset of a syntax error, or the JSON pointer of what is missing or of a wrong type.
/// @param where for messages, e.g. "records.jsonl:12".
Record record_from_json(std::string_view line, std::string_view where);

}  // namespace entente
