// Knowledge: the article that answers the question was read, and the right request was found.
#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/rounding.hpp"
#include "assessment/scoring/wording.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace shift311::scoring {
namespace {

void judge_article(const Case& contact, Scorecard& card) {
    const std::vector<std::string>& wanted = contact.key.articles;
    if (wanted.empty()) return;
    Finding finding;
    finding.criterion = "knowledge.article";
    finding.competency = Competency::knowledge;
    finding.possible = contact.rubric.article;
    finding.title = "Answered without reading the article";
    std::vector<std::string> names;
    for (const std::string& id : wanted)
        names.push_back(in_words(id));
    finding.why = "The answer stands in the article on " + listed(names, "or") + ", which was not opened.";
    for (const auto& opened : contact.events.opened) {
        if (opened->where != journal::Catalog::articles) continue;
        if (std::find(wanted.begin(), wanted.end(), opened->id) == wanted.end()) continue;
        finding.points = finding.possible;
        finding.title = "Read the right article";
        finding.why =
            "You opened the article on " + in_words(opened->id) + " at " + contact.events.when(opened.at) + ".";
        finding.evidence = evidence({opened.seq});
        break;
    }
    card.findings.push_back(std::move(finding));
}

void judge_request(const Case& contact, Scorecard& card) {
    const AnswerKey& key = contact.key;
    if (key.reference.empty()) return;
    const ContactEvents& events = contact.events;
    const bool to_change = key.disposition == "add_to_existing";
    const Seq none = 0;
    Seq found = none, changed = none, other = none;
    std::string other_reference;
    Millis at = 0;
    for (const auto& opened : events.opened) {
        if (opened->id != key.reference || found != none) continue;
        if (opened->where == journal::Catalog::requests || opened->where == journal::Catalog::near) {
            found = opened.seq;
            at = opened.at;
        }
    }
    for (const auto& change : events.changes) {
        if (change->reference == key.reference) {
            if (changed == none) changed = change.seq, at = change.at;
        } else if (other == none) {
            other = change.seq;
            other_reference = change->reference;
        }
    }

    Finding finding;
    finding.criterion = "knowledge.request";
    finding.competency = Competency::knowledge;
    finding.possible = contact.rubric.right_request;
    finding.evidence = evidence({found, changed, other});
    const bool done = to_change ? changed != none : found != none || changed != none;
    if (done && other == none) {
        finding.points = finding.possible;
        finding.title = "Found request " + key.reference;
        finding.why = "You had the right request, " + key.reference + ", at " + events.when(at) + ".";
    } else if (other != none) {
        finding.points = done ? share(finding.possible, 1, 2) : 0;
        finding.title = "Request " + other_reference + " changed, " + key.reference + " meant";
        finding.why = "Request " + other_reference + " was changed, but the caller's matter is request " +
                      key.reference + ": compare place and kind before adding to it.";
    } else if (found != none) {
        finding.points = share(finding.possible, 1, 2);
        finding.title = "Request " + key.reference + " found, but not added to";
        finding.why = "You opened the right request at " + events.when(at) + ", but did not add the caller to it.";
    } else {
        finding.title = "Request " + key.reference + " not found";
        finding.why = "The caller's matter is request " + key.reference + ", which was never opened.";
    }
    card.findings.push_back(std::move(finding));
}

}  // namespace

void judge_knowledge(const Case& contact, Scorecard& card) {
    judge_article(contact, card);
    judge_request(contact, card);
}

}  // namespace shift311::scoring
