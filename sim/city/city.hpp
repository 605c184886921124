// One city as plain data: its streets, services, departments, knowledge, existing requests and calendar.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace shift311::city {

/// How sure we are of a fact. `published` was read in a public source; `assumed` is shown to users as a practice value.
enum class Basis { published, assumed };

/// A calendar day without a time, proleptic Gregorian.
struct Date {
    int year = 2026;
    int month = 1;
    int day = 1;
    bool operator==(const Date&) const = default;
    auto operator<=>(const Date&) const = default;
};

/// One block of one street: the house numbers between two corners.
struct Block {
    int low = 0;                         ///< lowest house number, inclusive
    int high = 0;                        ///< highest house number, inclusive
    std::string cross_low;               ///< street at the low end, full name ("S 42ND ST"); may be empty at a dead end
    std::string cross_high;              ///< street at the high end
    std::string maintained_by = "city";  ///< city | state | private | parks
    std::string neighborhood;            ///< for the call taker's orientation, may be empty
    std::string zip;
};

struct Street {
    std::string name;                  ///< full name as the city writes it: "S BROAD ST"
    std::vector<std::string> aliases;  ///< other full names people use
    std::vector<Block> blocks;         ///< ascending, never overlapping
};

/// Open311 GeoReport v2 attribute of a service.
struct Attribute {
    enum class Datatype { string, number, datetime, text, singlevaluelist, multivaluelist };
    struct Value {
        std::string key;
        std::string name;
    };
    std::string code;
    Datatype datatype = Datatype::string;
    bool required = false;
    int order = 0;            ///< 1..n, unique within the service
    std::string description;  ///< the question as the form shows it, short enough for a label
    std::string hint;         ///< what to ask the caller; shown at levels 1 and 2
    std::vector<Value> values;
};

/// How soon a service is done: business days, or no date may be given at all.
struct DueTime {
    std::optional<int> business_days;  ///< none: no date may be promised
    Basis basis = Basis::assumed;
    std::string note;  ///< why, in one sentence
};

/// A type of service request, in GeoReport v2 terms plus what v2 cannot express.
struct Service {
    std::string code;  ///< id used in scripts: "street-defect"
    std::string name;  ///< "Street Defect"
    std::string description;
    std::string group;       ///< "Streets", "Sanitation"
    std::string department;  ///< id of a directory entry
    std::vector<std::string> keywords;
    DueTime due;
    std::vector<Attribute> attributes;  ///< in ascending `order`
};

/// A department, outside agency or emergency service that a contact can be sent to.
struct Destination {
    std::string id;  ///< "911", "pgw", "water"
    std::string name;
    std::string number;  ///< as printed; practice lines never dial anything
    std::string hours;
    std::string handles;  ///< what to send there, one sentence
    std::vector<std::string> keywords;
    Basis basis = Basis::assumed;
    int answers_in_s = 8;  ///< how long this practice line rings before somebody answers
    bool emergency = false;
};

struct Article {
    std::string id;
    std::string title;
    std::vector<std::string> keywords;
    std::string body;                   ///< plain paragraphs separated by blank lines
    std::string say;                    ///< one or two sentences a call taker can read out
    std::vector<std::string> services;  ///< service codes this article explains
    Basis basis = Basis::assumed;
    std::string source;  ///< where the fact was read, or why it was assumed
};

/// A service request that is already in the CRM.
struct Request {
    std::string reference;        ///< 8 digits
    std::string service;          ///< service code
    std::string status = "open";  ///< open | closed
    std::string status_note;
    std::string address;  ///< as on file: "4208 SPRUCE ST"
    std::string description;
    int opened_days_ago = 0;  ///< calendar days before the shift's date
    std::optional<int> closed_days_ago;
    std::optional<Date> expected;  ///< filled in when the city is opened for a date, none where none may be given
    Date opened;                   ///< filled in when the city is opened for a date
    std::string reporter;          ///< confidential: shown to the call taker, never to be told
    std::string reporter_phone;    ///< confidential
};

/// Who takes what: the city's referral rules, read by lint and by the knowledge panel.
struct Referral {
    std::string id;
    std::string trigger;            ///< in plain words: "smell of gas, any strength"
    std::string destination;        ///< id of a Destination, or "file" for a service request
    std::string how;                ///< warm | cold | give_number | file
    std::vector<std::string> cues;  ///< words that a caller may drop in passing
    Basis basis = Basis::assumed;
};

/// Names callers may have, by language.
struct Names {
    std::vector<std::string> given;
    std::vector<std::string> family;
};

struct City {
    std::string id;              ///< "philadelphia"
    std::string name;            ///< "Philadelphia"
    std::string contact_center;  ///< "Philly311"
    std::string hours;
    std::string number;   ///< how people outside the city reach it
    std::string privacy;  ///< the confidentiality rule, one sentence
    std::vector<Date> holidays;
    std::vector<Street> streets;  ///< ascending by name
    std::vector<Service> services;
    std::vector<Destination> directory;
    std::vector<Article> articles;
    std::vector<Request> requests;
    std::vector<Referral> referrals;
    std::map<std::string, Names> names;  ///< by language: "english", "spanish"
    std::string hash;                    ///< of the files it was read from
};

const Service* find_service(const City& city, const std::string& code);
const Destination* find_destination(const City& city, const std::string& id);
const Article* find_article(const City& city, const std::string& id);

}  // namespace shift311::city
