// Mistakes in an answer key: each kind of mistake with its exact place.
#include "tests/script/content.hpp"
#include "tests/support/catch.hpp"

using namespace shift311::script::testing;

namespace {

constexpr const char* kPothole = "smallville/scripts/pothole.yaml";
constexpr const char* kGas = "smallville/scripts/gas.yaml";
constexpr const char* kStatus = "smallville/scripts/status.yaml";

const std::vector<Mistake> kMistakes{
    {kPothole,
     "disposition: file",
     "disposition: fil",
     {"30:16: error: expected `file`, `add_to_existing`, `inform`, `transfer` or `end`, found `fil` "
      "(expect.disposition); did you mean `file`?"}},
    {kPothole,
     "  service: street-defect\n",
     "",
     {"30:3: error: `disposition: file` needs the key `service` (expect)",
      "32:5: error: `fields` belong to a service: give `service` too (expect.fields)"}},
    {kPothole,
     "service: street-defect",
     "service: street-defects",
     {"31:12: error: there is no service `street-defects` (expect.service); did you mean `street-defect`?"}},
    {kPothole,
     "disposition: file",
     R"~(disposition: file
  target: streets)~",
     {"31:11: error: only `disposition: transfer` has a `target` (expect.target)"}},
    {kPothole,
     "disposition: file",
     "disposition: transfer",
     {"30:3: error: `disposition: transfer` needs the key `target` (expect)",
      "30:3: error: `disposition: transfer` needs the key `transfer` (expect)"}},
    {kPothole,
     "    lane: driving_lane\n",
     "",
     {"32:3: error: the service `street-defect` requires `lane`, and the fields do not give it (expect.fields)"}},
    {kPothole,
     "    lane: driving_lane\n",
     "    lane: driving lane\n",
     {"34:11: error: the list `lane` has no key `driving lane`: it has `driving_lane` or `parking_lane` "
      "(expect.fields.lane); did you mean `driving_lane`?"}},
    {kPothole,
     "    lane: driving_lane\n",
     "    lane: parking_lane\n",
     {"34:11: error: the caller never says `parking_lane`: no fact has this value (expect.fields.lane); give a fact "
      "with it, or name the fact: `{ value: ..., fact: ... }`"}},
    {kPothole,
     "    lane: driving_lane\n",
     "    lanes: driving_lane\n",
     {"34:12: error: the service `street-defect` has no attribute `lanes` (expect.fields.lanes); did you mean "
      "`lane`?"}},
    {kPothole,
     R"~(caller_name: "{who}")~",
     "caller_name: Somebody Else",
     {"36:18: error: the caller never says `Somebody Else`: no fact has this value (expect.fields.caller_name); give a "
      "fact with it, or name the fact: `{ value: ..., fact: ... }`"}},
    {kPothole,
     R"~(size: { value: "{size}", accept: ["{size} feet"] })~",
     R"~(size: { value: "{size}", fact: sise })~",
     {"37:36: error: there is no fact `sise` (expect.fields.size.fact); did you mean `size`?"}},
    {kPothole,
     R"~(size: { value: "{size}", accept: ["{size} feet"] })~",
     R"~(size: { value: "{size}", kind: numbr })~",
     {"37:36: error: expected `address`, `phone`, `name`, `date`, `choice`, `number` or `text`, found `numbr` "
      "(expect.fields.size.kind); did you mean `number`?"}},
    {kPothole, "any: [hole, pothole]", "any: []", {"38:39: error: the list is empty (expect.narrative[0].any)"}},
    {kPothole,
     "check_duplicates",
     "check_duplicate",
     {"39:43: error: there is no phrase or act `check_duplicate` (expect.steps[3]); did you mean `check_duplicates`?"}},
    {kPothole,
     "check_duplicates",
     R"~("check_duplicates:here")~",
     {"39:43: error: there is no phrase or act `check_duplicates:here` (expect.steps[3])"}},
    {kPothole,
     "never: [promise_date]",
     "never: [promise_dat]",
     {"40:11: error: there is no phrase `promise_dat` (expect.never[0]); did you mean `promise_date`?"}},
    {kPothole,
     "after: still-there, any",
     "after: stil-there, any",
     {"41:23: error: there is no beat `stil-there` (expect.chances[0].after); did you mean `still-there`?"}},
    {kPothole,
     "handle: 6m",
     "handle: 6",
     {"42:34: error: expected a length of time such as `90s`, `2m` or `1m30s`, found `6` (expect.limits.handle); write "
      "the unit: `6s` for seconds"}},
    {kPothole, "limits: {", "limit: {", {"42:3: error: unknown key `limit` (expect.limit); did you mean `limits`?"}},
    {kPothole,
     "  steps: [greet, ask_location, read_back, check_duplicates, give_reference, close]\n",
     "",
     {"30:3: error: the key `steps` is missing (expect)"}},
    {kGas,
     R"~(say: "It smells of gas.", told_by: ask_hazard, cue: gas_smell)~",
     R"~(say: "It smells of gas.", told_by: ask_hazard, cue: gas_smel)~",
     {"12:74: error: the cue `gas_smel` is not the one of `emergency` (facts.gas.cue); did you mean `gas_smell`?"}},
    {kGas,
     "tells: gas, cue: gas_smell",
     "cue: gas_smell",
     {"15:14: error: the cue `gas_smell` is spoken in 2 ways: let it be one fact, and let other lines `tells` that "
      "fact (emergency.cue)"}},
    {kGas,
     "emergency: { cue: gas_smell",
     "emergency: { cue: smoke",
     {"12:74: error: the cue `gas_smell` is not the one of `emergency` (facts.gas.cue)",
      "14:95: error: the cue `gas_smell` is not the one of `emergency` (beats[0].cue)"}},
    {kGas,
     R"~(  target: "911"
)~",
     "  target: streets\n",
     {"15:14: error: an emergency is transferred: `expect` must say `disposition: transfer` and `target: 911` "
      "(emergency.cue)"}},
    {kGas,
     "within: 20s, transfer: warm",
     "within: 20s, transfer: cold",
     {"15:14: error: `emergency` and `expect` differ in `transfer`: warm or cold (emergency.cue)"}},
    {kGas,
     R"~(emergency: { cue: gas_smell, target: "911", within: 20s, transfer: warm }
)~",
     "",
     {"12:74: error: the cue `gas_smell` is spoken, but the script has no `emergency` (facts.gas.cue)",
      "14:95: error: the cue `gas_smell` is spoken, but the script has no `emergency` (beats[0].cue)"}},
    {kGas,
     R"~(target: "911", within)~",
     R"~(target: "912", within)~",
     {"15:14: error: an emergency is transferred: `expect` must say `disposition: transfer` and `target: 912` "
      "(emergency.cue)",
      "15:38: error: there is no directory entry `912` (emergency.target); did you mean `911`?"}},
    {kPothole,
     "give_reference, close]",
     "give_reference, no_date_possible, close]",
     {"39:3: error: a date can be given for `street-defect`, so `no_date_possible` cannot be a step (expect.steps); "
      "did you mean `give_due_date`?",
      "39:77: error: there is no phrase or act `no_date_possible` (expect.steps[5])"}},
    {kStatus,
     R"~(request: "{req.reference}")~",
     R"~(request: "17346521")~",
     {"14:3: error: there is no request `17346521` (expect.request); did you mean `17346520`?"}},
    {kStatus,
     R"~(request: "{req.reference}")~",
     R"~(request: "{req.address}")~",
     {"14:3: error: `request` must be a reference, as in `{req.reference}` where `req` draws a request "
      "(expect.request)"}},
    {kStatus,
     "service: street-defect, status: open",
     "status: closed",
     {"7:3: error: no request of the city fits this draw and fills its blanks (vary.req)"}},
    {kStatus,
     "articles: [claims]",
     "articles: [claim]",
     {"15:14: error: there is no article `claim` (expect.articles[0]); did you mean `claims`?"}},
    {kStatus,
     "look_up_article:claims",
     "look_up_article:claim",
     {"16:35: error: there is no article `claim` (expect.steps[2]); did you mean `claims`?"}},
    {kStatus,
     "articles: [claims]",
     R"~(articles: claims
  fields: { location: "{req.address}" })~",
     {"16:11: error: `fields` belong to a service: give `service` too (expect.fields)"}},
};

}  // namespace

TEST_CASE("every mistake in an answer key or emergency is told with line, column and what was meant") {
    for (const Mistake& mistake : kMistakes) {
        INFO(mistake.file << ": " << mistake.from << " => " << mistake.to);
        CHECK(told(mistake) == wanted(mistake));
    }
}
