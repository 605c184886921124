#include "assessment/reports/contact_html.hpp"

#include "assessment/reports/html_text.hpp"
#include "assessment/reports/page.hpp"
#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace shift311::reports {
namespace {

constexpr std::size_t kMostEvidence = 5;
constexpr std::string_view kField = "field.";

/// Counted from the answer, as the sentences of the scorecard count it; what came before has a minus.
std::string clock(const ContactReport& contact, journal::Millis at) {
    const journal::Millis since = at - contact.start;
    return fmt::format("<time>{}{}</time>", since <= -1000 ? "\u2212" : "",
                       journal::clock_text(since < 0 ? -since : since));
}

std::string said(const Moment& moment) {
    std::string out;
    if (!moment.what.empty() && moment.quote.empty()) return html(moment.what);
    if (moment.who == "Line" || moment.what == "Replies") {
        if (!moment.what.empty()) out += html(moment.what) + "<br>";
        out += "<bdi>\u201c" + html_lines(moment.quote) + "\u201d</bdi>";
    } else {
        out += "<bdi>\u201c" + html_lines(moment.quote) + "\u201d</bdi>";
        if (!moment.what.empty()) out += " <span class=\"dim\">(" + html(moment.what) + ")</span>";
    }
    return out;
}

std::string evidence_list(const AttemptReport& report, const ContactReport& contact, const scoring::Finding& finding) {
    std::string out;
    std::size_t shown = 0;
    for (const journal::Seq seq : finding.evidence) {
        const auto moment = report.moments.find(seq);
        if (moment == report.moments.end()) continue;
        if (++shown > kMostEvidence) continue;
        out += fmt::format("<li>{}<span>{}</span><span>{}</span></li>\n", clock(contact, moment->second.at),
                           html(moment->second.who), said(moment->second));
    }
    if (out.empty()) return {};
    if (shown > kMostEvidence) {
        out += fmt::format("<li><span></span><span></span><span class=\"dim\">and {} more</span></li>\n",
                           counted(static_cast<std::int64_t>(shown - kMostEvidence), "moment"));
    }
    return "<ol>\n" + out + "</ol>\n";
}

std::string field_pair(const ContactReport& contact, const scoring::Finding& finding) {
    if (finding.criterion.compare(0, kField.size(), kField) != 0) return {};
    const auto& fields = contact.card->card.fields;
    const std::string name = finding.criterion.substr(kField.size());
    const auto field = fields.find(name);
    if (field == fields.end() || field->second.written.empty()) return {};
    const std::string expected = contact.setting.value(name, field->second.expected);
    return fmt::format(
        "<dl class=\"pair\"><dt>Expected</dt><dd><bdi>{}</bdi></dd><dt>Written</dt><dd><bdi>{}</bdi></dd></dl>\n",
        html(expected), html_diff(expected, contact.setting.value(name, field->second.written)));
}

std::string title_of(const scoring::Finding& finding) {
    return finding.title.empty() ? as_words(finding.criterion) : finding.title;
}

bool says_more(const scoring::Finding& finding) {
    return !finding.why.empty() && finding.why != finding.title && finding.why != finding.title + ".";
}

std::string lost_html(const AttemptReport& report, const ContactReport& contact) {
    const scoring::Scorecard& card = contact.card->card;
    std::vector<const scoring::Finding*> lost;
    for (const scoring::Finding& finding : card.findings) {
        if (finding.points < finding.possible || finding.critical) lost.push_back(&finding);
    }
    if (lost.empty()) return "<p>Nothing: every point was earned.</p>\n";
    std::stable_sort(lost.begin(), lost.end(), [](const scoring::Finding* a, const scoring::Finding* b) {
        if (a->critical != b->critical) return a->critical;
        return a->possible - a->points > b->possible - b->points;
    });
    std::string out;
    for (const scoring::Finding* finding : lost) {
        out += fmt::format(
            "<div class=\"finding{}\">\n<h4><span>{}</span><span class=\"num\">{} of {}</span></h4>\n"
            "<div class=\"tag\">{}{}</div>\n{}{}{}</div>\n",
            finding->critical ? " critical" : "", html(title_of(*finding)), points_text(finding->points),
            points_text(finding->possible), finding->critical ? "Critical error \u00b7 " : "",
            html(scoring::label(finding->competency)), says_more(*finding) ? "<p>" + html(finding->why) + "</p>\n" : "",
            field_pair(contact, *finding), evidence_list(report, contact, *finding));
    }
    return out;
}

std::string earned_html(const AttemptReport& report, const ContactReport& contact) {
    const scoring::Scorecard& card = contact.card->card;
    std::string rows;
    for (const scoring::Finding& finding : card.findings) {
        if (finding.points < finding.possible || finding.critical) continue;
        std::string at;
        std::size_t shown = 0;
        for (const journal::Seq seq : finding.evidence) {
            const auto moment = report.moments.find(seq);
            if (moment == report.moments.end() || ++shown > 3) continue;
            at += (at.empty() ? "" : ", ") + clock(contact, moment->second.at);
        }
        if (shown > 3) at += fmt::format(" +{}", shown - 3);
        rows += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td class=\"num\">{}</td></tr>\n",
                            html(title_of(finding)), html(scoring::label(finding.competency)),
                            at.empty() ? "\u2013" : at, points_text(finding.points));
    }
    if (rows.empty()) return "<p>Nothing.</p>\n";
    return "<table class=\"small\">\n<thead><tr><th scope=\"col\">What was done right</th><th "
           "scope=\"col\">Competency</th>"
           "<th scope=\"col\">At</th><th scope=\"col\" class=\"num\">Points</th></tr></thead>\n<tbody>\n" +
           rows + "</tbody>\n</table>\n";
}

std::string when(const AttemptReport& report, const ContactReport& contact, journal::Seq seq) {
    const auto moment = report.moments.find(seq);
    return moment == report.moments.end() ? "\u2013" : clock(contact, moment->second.at);
}

std::string fields_html(const AttemptReport& report, const ContactReport& contact) {
    const scoring::Scorecard& card = contact.card->card;
    if (card.fields.empty()) return {};
    std::string rows;
    for (const auto& [name, field] : card.fields) {
        const std::string expected = contact.setting.value(name, field.expected);
        const std::string value = contact.setting.value(name, field.written);
        const std::string written = value.empty()         ? "<span class=\"dim\">nothing</span>"
                                    : field.credit == 100 ? html(value)
                                                          : html_diff(expected, value);
        rows += fmt::format(
            "<tr><th scope=\"row\">{}</th><td><bdi>{}</bdi></td><td><bdi>{}</bdi></td><td>{}</td><td>{}</td>"
            "<td class=\"num\">{}</td></tr>\n",
            html(field.label.empty() ? as_words(name) : field.label), html(expected), written,
            when(report, contact, field.said), when(report, contact, field.written_at),
            field.credit == 100 ? "full"
            : field.credit == 0 ? "none"
                                : "half");
    }
    return "<div class=\"keep\">\n<h3>What was recorded</h3>\n<table class=\"small keep\">\n<thead><tr><th "
           "scope=\"col\">Field</th><th "
           "scope=\"col\">Expected"
           "</th><th scope=\"col\">Written</th><th scope=\"col\">Said at</th><th scope=\"col\">Written at</th>"
           "<th scope=\"col\" class=\"num\">Credit</th></tr></thead>\n<tbody>\n" +
           rows +
           "</tbody>\n</table>\n<p class=\"dim small\">Where they differ, <del>struck out</del> is what was meant and "
           "is missing, "
           "<ins>underlined</ins> is what was written instead.</p>\n</div>\n";
}

std::string times_html(const ContactReport& contact, const scoring::Scorecard& card) {
    const scoring::Times& times = card.times;
    const auto row = [](const char* name, journal::Millis took, std::optional<journal::Millis> limit,
                        const char* meaning) {
        return fmt::format(
            "<tr><th scope=\"row\">{}</th><td class=\"num\">{}</td><td class=\"num\">{}</td><td "
            "class=\"dim\">{}</td></tr>\n",
            name, duration_text(took), limit ? duration_text(*limit) : "\u2013", meaning);
    };
    std::optional<scoring::AnswerKey::Limits> limits;
    if (contact.key) limits = contact.key->limits;
    const auto limit = [&](journal::Millis scoring::AnswerKey::Limits::*which) {
        return limits ? std::optional<journal::Millis>((*limits).*which) : std::nullopt;
    };
    using Limits = scoring::AnswerKey::Limits;
    std::string out =
        "<h3>Time and typing</h3>\n<table class=\"small keep\">\n<thead><tr><th scope=\"col\">Time</th><th "
        "scope=\"col\" "
        "class=\"num\">"
        "Took</th><th scope=\"col\" class=\"num\">At most</th><th scope=\"col\">From, to</th></tr></thead>\n<tbody>\n";
    out += row("Answer", times.answer, limit(&Limits::answer), "arrival, to the answer");
    out +=
        row("Handle", times.handle, limit(&Limits::handle), "answer, to the end of the conversation, holds included");
    out += row("Hold", times.hold, std::nullopt, "all holds together");
    out += row("Wrap-up", times.wrap, limit(&Limits::wrap), "end of the conversation, to the disposition");
    out += "</tbody>\n</table>\n";
    const scoring::Typing& typing = card.typing;
    if (typing.keys == 0) return out + "<p class=\"small\">Nothing was typed into the form or a reply.</p>\n";
    if (typing.active < 1000) {
        return out + fmt::format("<p class=\"small\">Typing: {}, too short a time to make a rate.</p>\n",
                                 counted(typing.keys, "keystroke"));
    }
    out += fmt::format(
        "<p class=\"small\">Typing in the form and in replies: {} keystrokes an hour gross, {} net ({} words a "
        "minute), "
        "{} uncorrected errors in 1,000 characters; {} in {}.</p>\n",
        count_text(typing.ksph_gross), count_text(typing.ksph_net), typing.wpm, typing.uncorrected_permille,
        counted(typing.keys, "keystroke"), duration_text(typing.active));
    return out;
}

std::string timeline_html(const ContactReport& contact) {
    if (contact.timeline.empty()) return "<p class=\"dim\">This contact never arrived.</p>\n";
    std::string out =
        "<h3>What happened</h3>\n<table class=\"timeline\">\n<thead><tr><th scope=\"col\" class=\"when\">Time</th>"
        "<th scope=\"col\" class=\"who\">Who</th><th scope=\"col\">What</th></tr></thead>\n<tbody>\n";
    for (const Moment& moment : contact.timeline) {
        const bool them = moment.who != "Trainee" && moment.who != "Desk" && moment.who != "Line";
        out += fmt::format(
            "<tr class=\"{}\"><td class=\"when\">{}</td><td class=\"who\">{}</td><td class=\"what\">{}{}</td></tr>\n",
            them                   ? "them"
            : moment.quote.empty() ? "act"
                                   : "us",
            clock(contact, moment.at), html(moment.who), said(moment),
            moment.phrases.empty() ? "" : " <span class=\"dim\">" + html(moment.phrases) + "</span>");
    }
    return out + "</tbody>\n</table>\n";
}

}  // namespace

Result result_of(const ContactReport& contact) {
    if (contact.withheld) return {"Withheld until rated", "careful"};
    if (!contact.card) return {contact.arrived ? "Not judged" : "Never arrived", "careful"};
    return contact.card->card.passed ? Result{"Passed", "good"} : Result{"Not passed", "bad"};
}

std::string channel_text(const std::string& channel) {
    if (channel == "walk_in") return "walk-in";
    if (channel == "email") return "e-mail";
    return channel;
}

std::string contact_html(const AttemptReport& report, const ContactReport& contact) {
    const Result result = result_of(contact);
    std::string out = fmt::format(
        "<section class=\"contact\" id=\"contact-{0}\" aria-labelledby=\"title-{0}\">\n"
        "<h2 id=\"title-{0}\">{1}<bdi>{2}</bdi></h2>\n",
        contact.contact, report.contacts.size() > 1 ? fmt::format("Contact {}. ", contact.contact) : "",
        html(contact.title.empty() ? contact.script : contact.title));
    std::string facts = channel_text(contact.channel);
    if (!contact.from.empty()) facts += " from " + contact.from;
    if (!facts.empty() && facts.front() >= 'a' && facts.front() <= 'z')
        facts.front() = static_cast<char>(facts.front() - 'a' + 'A');
    out += fmt::format("<p class=\"dim\">{}. Script <span class=\"mono\">{}</span>.{}</p>\n", html(facts),
                       html(contact.script),
                       contact.key && !contact.key->duties.empty()
                           ? " Duties <span class=\"mono\">" +
                                 html(fmt::format("{}", fmt::join(contact.key->duties, ", "))) + "</span>."
                           : "");
    if (contact.arrived) {
        out += fmt::format(
            "<p class=\"dim small\">It arrived <time>{}</time> into the shift. Times below count from {}.</p>\n",
            journal::clock_text(contact.arrived_at), contact.answered ? "the moment it was answered" : "then");
    }
    if (!contact.card) {
        out += fmt::format("<p><span class=\"result careful\">{}.</span> {}</p>\n", result.word,
                           contact.withheld ? kUntilRatedWhy : kNoPoints);
        return out + timeline_html(contact) + "</section>\n";
    }
    const scoring::Scorecard& card = contact.card->card;
    out += fmt::format("<p><span class=\"result {}\">{}</span>: {} of the points, {} of {}. Wrapped up as {}.</p>\n",
                       result.tone, result.word, percent_text(card.points, card.possible), points_text(card.points),
                       points_text(card.possible), html(disposition_words(card.disposition)));
    if (!card.critical.empty()) {
        std::string list;
        for (const std::string& sentence : card.critical)
            list += "<li>" + html(sentence) + "</li>\n";
        out += banner("bad", card.critical.size() == 1 ? "Critical error" : "Critical errors",
                      "<p>A critical error fails the contact whatever the points.</p>\n<ul class=\"plain\">\n" + list +
                          "</ul>\n");
    }
    if (!card.strength.empty() || !card.next.empty()) {
        out += "<dl class=\"facts\">\n";
        if (!card.strength.empty()) out += "<dt>What went best</dt><dd>" + html(card.strength) + "</dd>\n";
        if (!card.next.empty()) out += "<dt>To practice next</dt><dd>" + html(card.next) + "</dd>\n";
        out += "</dl>\n";
    }
    out += "<h3>Points lost</h3>\n" + lost_html(report, contact);
    if (report.contacts.size() > 1) out += "<h3>By competency</h3>\n" + competency_table(card.competencies);
    out += fields_html(report, contact);
    out += times_html(contact, card);
    out += "<h3>Points earned</h3>\n" + earned_html(report, contact);
    out += timeline_html(contact);
    return out + "</section>\n";
}

}  // namespace shift311::reports
