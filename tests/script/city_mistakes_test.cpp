// Mistakes in a city and in what is common to all: each kind of mistake with its exact place.
#include "tests/script/content.hpp"
#include "tests/support/catch.hpp"

using shift311::script::testing::Content;

namespace {

struct Row {
    const char* file;
    const char* from;
    const char* to;
    std::vector<std::string> issues;  ///< beginning with a line number: in the same file
};

constexpr const char* kCity = "smallville/city.yaml";
constexpr const char* kStreets = "smallville/streets.yaml";
constexpr const char* kServices = "smallville/services.yaml";
constexpr const char* kDirectory = "smallville/directory.yaml";
constexpr const char* kArticles = "smallville/articles.yaml";
constexpr const char* kRequests = "smallville/requests.yaml";
constexpr const char* kReferrals = "smallville/referrals.yaml";
constexpr const char* kPhrases = "common/phrases.yaml";
constexpr const char* kManners = "common/manners.yaml";
constexpr const char* kDuties = "common/duties.yaml";

const std::vector<Row> kRows{
    {kCity,
     "city: smallville",
     "city: smalltown",
     {"1:7: error: the city is called `smalltown` here, but its folder is `smallville` (city)"}},
    {kCity,
     "2026-11-26",
     "2026-11-31",
     {"7:12: error: expected a day such as `2026-11-24`, found `2026-11-31` (holidays[0])"}},
    {kCity,
     "2026-11-26",
     "Thanksgiving",
     {"7:12: error: expected a day such as `2026-11-24`, found `Thanksgiving` (holidays[0])"}},
    {kCity,
     "english:",
     "englsh:",
     {"9:3: error: expected `english` or `spanish`, found `englsh` (names.englsh); did you mean `english`?"}},
    {kCity, "given: [Ann, Bob], ", "", {"9:12: error: the key `given` is missing (names.english)"}},
    {kCity, "family: [Reyes, Stone]", "family: []", {"9:41: error: the list is empty (names.english.family)"}},
    {kStreets,
     "name: SPRUCE ST",
     "name: Spruce St",
     {"smallville/requests.yaml:2:104: error: the address is not written as the city writes it (requests[0].address); "
      "write `4010 Spruce St`",
      "smallville/requests.yaml:3:79: error: the address is not written as the city writes it (requests[1].address); "
      "write `4250 Spruce St`",
      "smallville/scripts/pothole.yaml:10:47: error: there is no street `SPRUCE ST` (vary.where.block.on[0])",
      "2:11: error: a street name is written in capitals, as in `S 42ND ST`; found `Spruce St` (streets[0].name)"}},
    {kStreets,
     "name: N FRONT ST",
     "name: SPRUCE ST",
     {"smallville/requests.yaml:2:104: error: the address `4010 SPRUCE ST` is not in this city's streets "
      "(requests[0].address); did you mean `4010 SPRUCE ST`?",
      "smallville/requests.yaml:3:79: error: the address `4250 SPRUCE ST` is not in this city's streets "
      "(requests[1].address); did you mean `4250 SPRUCE ST`?",
      "9:11: error: the street name `SPRUCE ST` is taken by line 2 (streets[1].name)"}},
    {kStreets,
     "aliases: []",
     "aliases: [N FRONT ST]",
     {"9:11: error: the street name `N FRONT ST` is taken by line 3 (streets[1].name)"}},
    {kStreets,
     "from: 4100, to: 4199",
     "from: 4050, to: 4199",
     {"6:9: error: the block overlaps the one from 4000 to 4099 (streets[0].blocks[1])"}},
    {kStreets,
     "from: 4100, to: 4199",
     "from: 4199, to: 4100",
     {"6:9: error: the block runs from a higher house number to a lower one (streets[0].blocks[1])"}},
    {kStreets,
     "[ARCH ST, RACE ST]",
     "[ARCH ST]",
     {R"~(10:44: error: expected the two cross streets, low end first; write "" at a dead end (streets[1].blocks[0].cross))~"}},
    {kStreets,
     "[ARCH ST, RACE ST]",
     "[ARCH ST, Race St]",
     {"10:54: error: a street name is written in capitals, as in `S 42ND ST`; found `Race St` "
      "(streets[1].blocks[0].cross[1])"}},
    {kStreets,
     "maintained_by: state",
     "maintained_by: county",
     {"8:72: error: expected `city`, `state`, `private` or `parks`, found `county` "
      "(streets[0].blocks[3].maintained_by)"}},
    {kStreets,
     "from: 100, to",
     "from: ten, to",
     {"10:23: error: expected a whole number from 0 to 99999, found `ten` (streets[1].blocks[0].from)"}},
    {kStreets,
     R"~(S 40TH ST, S 41ST ST], maintained_by: city, neighborhood: West, zip: "19104")~",
     R"~(S 40TH ST, S 41ST ST], maintained_by: city, neighborhood: West, zip: "1910")~",
     {"5:110: error: a ZIP code has five digits, found `1910` (streets[0].blocks[0].zip)"}},
    {kServices,
     "department: streets",
     "department: street",
     {"6:17: error: the directory has no entry `street` (services[0].department); did you mean `streets`?"}},
    {kServices,
     "business_days: 3",
     "business_days: 3, none: true",
     {"8:10: error: give either `business_days`, or `none: true` where no date may be promised (services[0].due)"}},
    {kServices,
     "business_days: 3, ",
     "",
     {"8:10: error: give either `business_days`, or `none: true` where no date may be promised (services[0].due)"}},
    {kServices,
     "datatype: number",
     "datatype: integer",
     {"19:33: error: expected `string`, `number`, `datetime`, `text`, `singlevaluelist` or `multivaluelist`, found "
      "`integer` (services[0].attributes[4].datatype)"}},
    {kServices,
     "code: size",
     "code: location",
     {"smallville/scripts/pothole.yaml:37:11: error: the service `street-defect` has no attribute `size` "
      "(expect.fields.size); did you mean `since`?",
      "19:17: error: the service has two attributes `location` (services[0].attributes[4].code)"}},
    {kServices,
     "order: 5",
     "order: 6",
     {"10:7: error: the attributes' `order` must count 1, 2, 3 ... without gaps or doubles (services[0].attributes)"}},
    {kServices,
     "required: true, order: 1",
     "required: yes, order: 1",
     {"10:55: error: expected `true` or `false`, found `yes` (services[0].attributes[0].required); write true"}},
    {kServices,
     "        values: [ { key: driving_lane, name: Driving lane }, { key: parking_lane, name: Parking lane } ]\n",
     "",
     {"11:9: error: a list attribute needs `values` (services[0].attributes[1])"}},
    {kServices,
     "{ key: parking_lane,",
     "{ key: driving_lane,",
     {"16:69: error: the key `driving_lane` is given twice (services[0].attributes[1].values[1].key)"}},
    {kServices,
     "description: Size }",
     "description: Size, values: [ { key: a, name: b } ] }",
     {"smallville/scripts/pothole.yaml:37:11: error: the list `size` has no key `2`: it has `a` (expect.fields.size); "
      "did you mean `a`?",
      "19:95: error: only a singlevaluelist or multivaluelist has `values` (services[0].attributes[4].values)"}},
    {kServices,
     "basis: published",
     "basis: publishd",
     {"8:37: error: expected `published` or `assumed`, found `publishd` (services[0].due.basis); did you mean "
      "`published`?"}},
    {kDirectory,
     R"~({ id: "911")~",
     "{ id: streets",
     {"3:11: error: the id `streets` is given twice (directory[1].id)",
      "smallville/referrals.yaml:2:54: error: the directory has no entry `911` (referrals[0].destination)",
      "smallville/scripts/gas.yaml:15:38: error: there is no directory entry `911` (emergency.target)",
      "smallville/scripts/gas.yaml:18:11: error: there is no directory entry `911` (expect.target)"}},
    {kDirectory,
     "answers_in: 8s",
     "answers_in: 8",
     {"2:141: error: expected a length of time such as `90s`, `2m` or `1m30s`, found `8` (directory[0].answers_in); "
      "write the unit: `8s` for seconds"}},
    {kDirectory,
     "emergency: true",
     "emergency: yes",
     {"3:99: error: expected `true` or `false`, found `yes` (directory[1].emergency); write true"}},
    {kArticles,
     "services: [street-defect]",
     "services: [street-defekt]",
     {"2:107: error: there is no service `street-defekt` (articles[0].services[0]); did you mean `street-defect`?"}},
    {kArticles, "say: File a claim., ", "", {"2:5: error: the key `say` is missing (articles[0])"}},
    {kArticles,
     "id: claims",
     "id: Claims!",
     {"2:11: error: `Claims!` is no id: use small letters, digits and dashes, as in `pothole-tire` (articles[0].id)",
      "smallville/scripts/status.yaml:15:14: error: there is no article `claims` (expect.articles[0]); did you mean "
      "`Claims!`?",
      "smallville/scripts/status.yaml:16:35: error: there is no article `claims` (expect.steps[2]); did you mean "
      "`Claims!`?"}},
    {kRequests,
     R"~("17346611")~",
     R"~("1734661")~",
     {"3:18: error: expected 8 digits, found `1734661` (requests[1].reference)"}},
    {kRequests,
     R"~("17346611")~",
     R"~("17346520")~",
     {"3:18: error: the reference is taken by line 2 (requests[1].reference)"}},
    {kRequests,
     "service: street-defect, status: closed",
     "service: potholes, status: closed",
     {"3:39: error: there is no service `potholes` (requests[1].service)"}},
    {kRequests,
     "4250 SPRUCE ST",
     "4950 SPRUCE ST",
     {"3:79: error: the address `4950 SPRUCE ST` is not in this city's streets (requests[1].address)"}},
    {kRequests,
     "4250 SPRUCE ST",
     "4250 Spruce Street",
     {"3:79: error: the address is not written as the city writes it (requests[1].address); write `4250 SPRUCE ST`"}},
    {kRequests,
     "closed_days_ago: 20",
     "closed_days_ago: 40",
     {"3:133: error: the request was closed before it was opened (requests[1].closed_days_ago)"}},
    {kRequests,
     ", closed_days_ago: 20",
     "",
     {"3:5: error: a closed request has `closed_days_ago`, and an open one has not (requests[1])"}},
    {kRequests,
     "status: open",
     "status: opened",
     {"2:62: error: expected `open` or `closed`, found `opened` (requests[0].status); did you mean `open`?"}},
    {kReferrals,
     R"~(destination: "911")~",
     R"~(destination: "912")~",
     {"2:54: error: the directory has no entry `912` (referrals[0].destination); did you mean `911`?"}},
    {kReferrals,
     "how: warm",
     "how: hot",
     {"2:66: error: expected `warm`, `cold`, `give_number` or `file`, found `hot` (referrals[0].how)"}},
    {kReferrals,
     "destination: file",
     "destination: streets",
     {"3:47: error: `destination: file` and `how: file` go together (referrals[1].destination)"}},
    {kPhrases,
     "{trainee}",
     "{traine}",
     {"2:47: error: unknown blank `{traine}` (phrases.greet.say); did you mean `trainee`?"}},
    {kPhrases,
     "group: need",
     "group: needs",
     {"9:44: error: expected `opening`, `need`, `place`, `time`, `details`, `safety`, `contact`, `manner`, `answer`, "
      "`transfer`, `hold`, `language`, `closing` or `avoid`, found `needs` (phrases.read_back.group); did you mean "
      "`need`?"}},
    {kPhrases, "en: [Goodbye.]", "en: []", {"12:69: error: the list is empty (phrases.close.en)"}},
    {kPhrases,
     ", avoid: true",
     "",
     {"13:17: error: a phrase of the group `avoid` has `avoid: true`, and no other phrase has (phrases.promise_date)"}},
    {kManners,
     R"~(    bye: { say: "Bye." }
)~",
     "",
     {"2:3: error: the manner `bye` is missing (manners.english)"}},
    {kManners,
     "Like I said: {say}",
     "Like I said.",
     {"5:12: error: every wording of `again` and `not_right` must hold `{say}`: the line that is repeated "
      "(manners.english.again)"}},
    {kManners,
     R"~("Fine.")~",
     R"~("Fine, {who}.")~",
     {"12:16: error: only `again` and `not_right` may hold a blank, and only `{say}` (manners.english.bye_angry)"}},
    {kManners,
     "empathise: { mood: better }",
     "emphatise: { mood: better }",
     {"13:5: error: there is no phrase or special manner `emphatise` (manners.english.emphatise); did you mean "
      "`empathise`?"}},
    {kManners,
     "empathise: { mood: better }",
     "empathise: {}",
     {"13:16: error: give `say`, `mood` or both (manners.english.empathise)"}},
    {kManners,
     "english:",
     "inglish:",
     {"2:3: error: expected `english` or `spanish`, found `inglish` (manners.inglish); did you mean `english`?",
      "smallville/scripts/gas.yaml:8:1: error: common/manners.yaml says nothing about callers who speak `english` "
      "(caller)",
      "smallville/scripts/pothole.yaml:13:1: error: common/manners.yaml says nothing about callers who speak `english` "
      "(caller)",
      "smallville/scripts/status.yaml:8:1: error: common/manners.yaml says nothing about callers who speak `english` "
      "(caller)"}},
    {kDuties,
     "duties:",
     "dutys:",
     {"1:1: error: the key `duties` is missing", "1:1: error: unknown key `dutys` (dutys); did you mean `duties`?"}},
};

}  // namespace

TEST_CASE("every mistake in a city or in common content is told with line, column and what was meant") {
    for (const Row& row : kRows) {
        const Content content;
        content.change(row.file, row.from, row.to);
        INFO(row.file << ": " << row.from << " => " << row.to);
        std::vector<std::string> wanted;
        for (const std::string& issue : row.issues) {
            const bool same_file = issue[0] >= '0' && issue[0] <= '9';
            wanted.push_back(same_file ? std::string(row.file) + ":" + issue : issue);
        }
        CHECK(content.issues() == wanted);
    }
}
