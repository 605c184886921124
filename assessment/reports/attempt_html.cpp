#include "assessment/reports/attempt_report.hpp"
#include "assessment/reports/attempt_said.hpp"
#include "assessment/reports/contact_html.hpp"
#include "assessment/reports/html_text.hpp"
#include "assessment/reports/page.hpp"
#include "assessment/reports/wording.hpp"
#include "assessment/scoring/rubric.hpp"

#include <fmt/format.h>

#include <set>

namespace shift311::reports {
namespace {

std::set<std::string> rubrics_of(const AttemptReport& report) {
    std::set<std::string> out;
    for (const ContactReport& contact : report.contacts) {
        if (contact.card) out.insert(contact.card->rubric);
    }
    return out;
}

/// The share of the points that passes, when every contact was judged by rules that this program knows.
std::optional<int> pass_percent(const AttemptReport& report) {
    const scoring::Rubric known;
    const auto used = rubrics_of(report);
    if (used.size() == 1 && *used.begin() == known.version) return known.pass_percent;
    return std::nullopt;
}

int critical_errors(const AttemptReport& report) {
    int out = 0;
    for (const ContactReport& contact : report.contacts) {
        if (contact.card) out += static_cast<int>(contact.card->card.critical.size());
    }
    return out;
}

std::string banner_html(const AttemptReport& report) {
    const auto total = static_cast<std::int64_t>(report.contacts.size());
    std::int64_t judged = 0;
    for (const ContactReport& contact : report.contacts)
        judged += contact.card ? 1 : 0;
    const int hidden = withheld(report);
    std::string tone = "careful";
    std::string headline;
    std::string sentence;
    if (report.row.why.empty()) {
        headline = "Not finished";
        sentence = fmt::format("The attempt was interrupted and can be taken up again. {} of {} judged so far. ",
                               judged, counted(total, "contact"));
    } else if (report.row.why == "set_aside") {
        headline = "Set aside";
        sentence = fmt::format("The trainee began anew instead of finishing this attempt. {} of {} judged. ", judged,
                               counted(total, "contact"));
    } else if (hidden > 0) {
        headline = "Withheld in part";
    } else if (!report.whole) {
        headline = "Incomplete";
        sentence = fmt::format("The shift ended with {} of {} judged; the others have no points. ", judged,
                               counted(total, "contact"));
    } else {
        tone = report.all_passed ? "good" : "bad";
        headline = report.all_passed ? "Passed" : "Not passed";
        if (report.row.why == "quit") sentence = "The trainee ended the shift early. ";
    }
    if (report.possible > 0) {
        sentence += fmt::format("{} of the points ({} of {}). ", percent_text(report.points, report.possible),
                                points_text(report.points), points_text(report.possible));
    }
    if (total > 1)
        sentence += fmt::format("{} of {}{} passed. ", report.passed, counted(total - hidden, "contact"),
                                hidden > 0 ? " shown" : "");
    if (hidden > 0) sentence += withheld_sentence(report) + " ";
    if (const auto percent = pass_percent(report)) {
        sentence += fmt::format("A contact passes with {}\u00a0% of its points and no critical error. ", *percent);
    }
    return banner(tone, headline, "<p>" + html(sentence) + "</p>\n");
}

std::string cards_html(const AttemptReport& report) {
    std::vector<Card> out;
    const int critical = critical_errors(report);
    const int hidden = withheld(report);
    if (report.contacts.size() > 1) {
        out.push_back({"Contacts passed",
                       fmt::format("{} / {}", report.passed, report.contacts.size() - static_cast<std::size_t>(hidden)),
                       percent_text(report.points, report.possible) + " of the points"});
    } else {
        out.push_back({"Points", percent_text(report.points, report.possible),
                       points_text(report.points) + " of " + points_text(report.possible)});
    }
    out.push_back({"Critical errors", std::to_string(critical),
                   critical > 0 ? "each fails its contact"
                   : hidden > 0 ? "in the contacts shown"
                                : "none made"});
    if (report.typing.keys > 0) {
        out.push_back({"Typing, net", fmt::format("{} WPM", report.typing.wpm),
                       fmt::format("{} keystrokes an hour, {} errors left in 1,000", count_text(report.typing.ksph_net),
                                   report.typing.uncorrected_permille)});
    } else {
        out.push_back({"Typing, net", "\u2013", "nothing was typed"});
    }
    out.push_back({"Time on contacts", duration_text(report.times.handle),
                   report.times.hold == 0 ? "none on hold" : duration_text(report.times.hold) + " on hold"});
    return cards(out);
}

std::string overview_html(const AttemptReport& report) {
    if (report.contacts.size() < 2) return {};
    std::string out =
        "<h2>Contacts</h2>\n<table>\n<thead><tr><th scope=\"col\" class=\"num\">No.</th><th scope=\"col\">Contact</th>"
        "<th scope=\"col\">Channel</th><th scope=\"col\">Wrapped up as</th><th scope=\"col\" class=\"num\">Points</th>"
        "<th scope=\"col\">Result</th></tr></thead>\n<tbody>\n";
    for (const ContactReport& contact : report.contacts) {
        const Result result = result_of(contact);
        const char* mark = result.tone == "good" ? "\u2713 " : result.tone == "bad" ? "\u2717 " : "";
        out += fmt::format(
            "<tr><td class=\"num\">{0}</td><td><a href=\"#contact-{0}\"><bdi>{1}</bdi></a></td><td>{2}</td><td>{3}</td>"
            "<td class=\"num\">{4}</td><td class=\"{5} nowrap\">{6}{7}</td></tr>\n",
            contact.contact, html(contact.title.empty() ? contact.script : contact.title),
            html(channel_text(contact.channel)),
            contact.card ? html(disposition_words(contact.card->card.disposition)) : "\u2013",
            contact.card ? percent_text(contact.card->card.points, contact.card->card.possible) : "\u2013", result.tone,
            mark, result.word);
    }
    return out + "</tbody>\n</table>\n";
}

std::string critical_html(const AttemptReport& report) {
    if (report.contacts.size() < 2) return {};
    std::string list;
    for (const ContactReport& contact : report.contacts) {
        if (!contact.card) continue;
        for (const std::string& sentence : contact.card->card.critical) {
            list += fmt::format("<li><a href=\"#contact-{0}\">Contact {0}</a>: {1}</li>\n", contact.contact,
                                html(sentence));
        }
    }
    return list.empty() ? list : "<h2>Critical errors</h2>\n<ul class=\"plain\">\n" + list + "</ul>\n";
}

std::string rules_html(const AttemptReport& report) {
    std::string out =
        "<section>\n<h2>How the score is made</h2>\n<p>Every point belongs to one criterion, and every finding names "
        "the moments "
        "that earned or lost it. The journal of the contact is compared with the answer key of its script by fixed "
        "rules; no "
        "person\u2019s impression and no chance is in it. The same journal always gives the same score, and "
        "<code>shift311 verify</code> computes it again from what is stored.";
    if (const auto percent = pass_percent(report)) {
        out += fmt::format(" A contact passes with at least {}\u00a0% of its possible points and no critical error.",
                           *percent);
    }
    out +=
        "</p>\n<p>Typing is counted in the request form and in written replies only, never in what was said, pasted or "
        "chosen; "
        "pauses of more than 5 seconds are no typing time. KSPH: keystrokes an hour; net counts the characters that "
        "were "
        "right in the end. WPM: net, five characters a word.</p>\n";
    return out + "<p>" + purpose_sentence(report.head) + "</p>\n</section>\n";
}

std::string record_html(const AttemptReport& report) {
    std::string out = "<section>\n<h2>Record</h2>\n<dl class=\"facts\">\n";
    const auto fact = [&](std::string_view name, std::string_view value, bool mono) {
        if (value.empty()) return;
        out += fmt::format("<dt>{}</dt><dd{}>{}</dd>\n", name, mono ? " class=\"mono\"" : "", html(value));
    };
    const journal::Head& head = report.head;
    fact("Attempt", report.row.id, true);
    fact("Trainee", report.row.trainee, false);
    fact("Desk", report.row.station, true);
    fact("Shift", head.shift, true);
    fact("Begun", moment_text(head.began), false);
    fact("Ended",
         report.row.ended.empty() ? "not finished" : moment_text(report.row.ended) + ", " + state_text(report.row),
         false);
    fact("Length", duration_text(report.length), false);
    fact("Seed", std::to_string(head.seed), true);
    fact("Level", level_text(head.level), false);
    fact("Played with", "shift311 " + head.program, false);
    fact("Journal",
         fmt::format("format {}, {}", head.format, counted(static_cast<std::int64_t>(report.events), "event")), false);
    fact("Scripts, hash", head.content_hash, true);
    fact("City, hash", head.city_hash, true);
    std::string judged;
    for (const ContactReport& contact : report.contacts) {
        if (!contact.card) continue;
        const records::StoredCard& card = *contact.card;
        judged +=
            fmt::format("{}{}rules {}, scorecard {} of {}, shift311 {}, through event {}", judged.empty() ? "" : "\n",
                        report.contacts.size() > 1 ? fmt::format("contact {}: ", contact.contact) : "", card.rubric,
                        card.number, moment_text(card.made), card.program, card.through);
    }
    if (!judged.empty()) out += "<dt>Judged by</dt><dd>" + html_lines(judged) + "</dd>\n";
    return out + "</dl>\n</section>\n";
}

}  // namespace

std::string attempt_html(const AttemptReport& report) {
    Page page;
    page.title = "Attempt report: " + report.row.trainee;
    std::string about = report.head.title.empty() ? report.head.shift : report.head.title;
    if (!report.head.city.empty()) about += ", " + city_text(report.head.city);
    about += ". " + moment_text(report.head.began) + ". Level " + level_text(report.head.level) + ". ";
    if (!report.head.date.empty()) {
        about += "In the story: " + story_text(report.head.date, report.head.starts_at_minute) + ".";
    }
    page.subtitle = about;
    const std::string short_id = records::short_id(report.row.id);
    page.stamp = {std::string("shift311 ") + SHIFT311_VERSION, "attempt " + short_id,
                  report.head.seed ? "seed " + std::to_string(report.head.seed) : std::string(),
                  report.prepared.empty() ? std::string() : "prepared " + day_text(report.prepared)};
    page.foot = report.row.trainee + " \u00b7 attempt " + short_id + " \u00b7 " + purpose_word(report.head);
    page.body_class = report.contacts.size() > 1 ? "several" : "single";

    page.body = banner_html(report) + cards_html(report) + critical_html(report);
    page.body += "<h2>Competencies</h2>\n" + competency_table(report.competencies);
    page.body += overview_html(report);
    if (report.contacts.empty()) page.body += "<p>No contact arrived.</p>\n";
    for (const ContactReport& contact : report.contacts)
        page.body += contact_html(report, contact);
    page.body += html_of(attempt_said(report));
    page.body += "<div class=\"closing\">\n" + rules_html(report) + record_html(report) + "</div>\n";
    return whole_page(page);
}

}  // namespace shift311::reports
