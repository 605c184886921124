// An attempt on paper: the same as its page, without the marks inside words.
#include "assessment/reports/attempt_report.hpp"
#include "assessment/reports/attempt_said.hpp"
#include "assessment/reports/contact_html.hpp"
#include "assessment/reports/page.hpp"
#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace shift311::reports {
namespace {

Tone tone_of(const std::string& name) {
    return name == "good" ? Tone::good : name == "bad" ? Tone::bad : Tone::careful;
}

std::string clock(const ContactReport& contact, journal::Millis at) {
    const journal::Millis since = at - contact.start;
    return (since <= -1000 ? "\u2212" : "") + journal::clock_text(since < 0 ? -since : since);
}

std::string said(const Moment& moment) {
    std::string out = moment.quote.empty() ? moment.what : "\u201c" + moment.quote + "\u201d";
    if (!moment.quote.empty() && !moment.what.empty()) out += " (" + moment.what + ")";
    return out;
}

std::string moments_text(const AttemptReport& report, const ContactReport& contact, const scoring::Finding& finding) {
    constexpr std::size_t kMost = 3;
    std::string out;
    std::size_t shown = 0;
    for (const journal::Seq seq : finding.evidence) {
        const auto moment = report.moments.find(seq);
        if (moment == report.moments.end()) continue;
        if (++shown > kMost) continue;
        out += (out.empty() ? "" : "\n") + clock(contact, moment->second.at) + " " + moment->second.who + ": " +
               said(moment->second);
    }
    if (shown > kMost) out += "\nand " + counted(static_cast<std::int64_t>(shown - kMost), "moment") + " more";
    return out;
}

void add_competencies(std::vector<Block>& out, const std::map<std::string, scoring::Scorecard::Sum>& sums,
                      const std::string& caption) {
    Table table;
    table.caption = caption;
    table.empty = "Nothing was judged.";
    table.columns = {{"Competency", false, 3}, {"Of the points", true, 1}, {"Points", true, 1}, {"Possible", true, 1}};
    for (const std::string& word : in_order(sums)) {
        const auto& sum = sums.at(word);
        table.rows.push_back({plain(competency_label(word)), strong(percent_text(sum.points, sum.possible)),
                              plain(points_text(sum.points)), plain(points_text(sum.possible))});
    }
    out.push_back(std::move(table));
}

void add_findings(std::vector<Block>& out, const AttemptReport& report, const ContactReport& contact) {
    const scoring::Scorecard& card = contact.card->card;
    std::vector<const scoring::Finding*> lost;
    std::vector<const scoring::Finding*> earned;
    for (const scoring::Finding& finding : card.findings)
        (finding.points < finding.possible || finding.critical ? lost : earned).push_back(&finding);
    std::stable_sort(lost.begin(), lost.end(), [](const auto* a, const auto* b) {
        if (a->critical != b->critical) return a->critical;
        return a->possible - a->points > b->possible - b->points;
    });
    Table table;
    table.caption = "Points lost";
    table.empty = "No point was lost.";
    table.columns = {{"What", false, 3}, {"Competency", false, 1}, {"Moments", false, 4}, {"Points", true, 1}};
    const auto title = [](const scoring::Finding& finding) {
        return finding.title.empty() ? as_words(finding.criterion) : finding.title;
    };
    for (const scoring::Finding* finding : lost) {
        Line what = strong(title(*finding));
        if (finding->critical) what.insert(what.begin(), Span{"Critical error. ", true, false, Tone::bad});
        if (!finding->why.empty() && finding->why != finding->title) what.push_back(Span{"\n" + finding->why});
        table.rows.push_back({std::move(what), plain(std::string(scoring::label(finding->competency))),
                              plain(moments_text(report, contact, *finding)),
                              plain(points_text(finding->points) + " of " + points_text(finding->possible))});
    }
    out.push_back(std::move(table));
    Table right;
    right.caption = "Points earned";
    right.empty = "No point was earned.";
    right.columns = {{"What was done right", false, 4}, {"Competency", false, 1}, {"Points", true, 1}};
    for (const scoring::Finding* finding : earned)
        right.rows.push_back({plain(title(*finding)), plain(std::string(scoring::label(finding->competency))),
                              plain(points_text(finding->points))});
    out.push_back(std::move(right));
    Table fields;
    fields.caption = "What was recorded";
    fields.columns = {{"Field", false, 1}, {"Expected", false, 3}, {"Written", false, 3}, {"Credit", true, 1}};
    for (const auto& [name, field] : card.fields)
        fields.rows.push_back({plain(field.label.empty() ? as_words(name) : field.label),
                               plain(contact.setting.value(name, field.expected)),
                               field.written.empty() ? plain("nothing", Tone::careful)
                                                     : plain(contact.setting.value(name, field.written)),
                               plain(fmt::format("{}\u00a0%", field.credit))});
    out.push_back(std::move(fields));
}

void add_contact(std::vector<Block>& out, const AttemptReport& report, const ContactReport& contact, bool several) {
    const Result result = result_of(contact);
    const std::string title = contact.title.empty() ? contact.script : contact.title;
    out.push_back(Heading{several ? fmt::format("Contact {}. {}", contact.contact, title) : title, 2, several});
    std::string about = channel_text(contact.channel);
    if (!contact.from.empty()) about += " from " + contact.from;
    about += ", script " + contact.script + ". ";
    Line line{Span{about, false, false, Tone::quiet}, Span{result.word, true, false, tone_of(result.tone)}};
    if (contact.card) {
        const scoring::Scorecard& card = contact.card->card;
        line.push_back(Span{fmt::format(": {} of the points, {} of {}. Wrapped up as {}.",
                                        percent_text(card.points, card.possible), points_text(card.points),
                                        points_text(card.possible), disposition_words(card.disposition))});
    } else {
        line.push_back(Span{std::string(". ") + (contact.withheld ? kUntilRatedWhy : kNoPoints)});
    }
    out.push_back(Paragraph{std::move(line), false});
    if (contact.card) {
        const scoring::Scorecard& card = contact.card->card;
        if (!card.critical.empty()) {
            std::string list;
            for (const std::string& sentence : card.critical)
                list += (list.empty() ? "" : "\n") + sentence;
            out.push_back(Banner{Tone::bad, card.critical.size() == 1 ? "Critical error" : "Critical errors", list});
        }
        Facts facts;
        const auto fact = [&](const char* name, const std::string& value) {
            if (!value.empty()) facts.facts.emplace_back(name, plain(value));
        };
        fact("What went best", card.strength);
        fact("To practice next", card.next);
        fact("Time", fmt::format("answered in {}, handled in {}, {} on hold, wrap-up {}",
                                 duration_text(card.times.answer), duration_text(card.times.handle),
                                 duration_text(card.times.hold), duration_text(card.times.wrap)));
        if (card.typing.keys > 0)
            fact("Typing",
                 fmt::format("{} keystrokes an hour net, {} gross, {} words a minute; {} in {}",
                             count_text(card.typing.ksph_net), count_text(card.typing.ksph_gross), card.typing.wpm,
                             counted(card.typing.keys, "keystroke"), duration_text(card.typing.active)));
        out.push_back(std::move(facts));
        add_findings(out, report, contact);
    }
    Table timeline;
    timeline.caption = "What happened; times count from the answer";
    timeline.empty = "This contact never arrived.";
    timeline.columns = {{"Time", true, 1}, {"Who", false, 1}, {"What", false, 8}};
    for (const Moment& moment : contact.timeline) {
        Line what = plain(said(moment));
        if (!moment.phrases.empty()) what.push_back(Span{" " + moment.phrases, false, false, Tone::quiet});
        timeline.rows.push_back({plain(clock(contact, moment.at)), plain(moment.who), std::move(what)});
    }
    out.push_back(std::move(timeline));
}

}  // namespace

Document attempt_document(const AttemptReport& report) {
    Document out;
    const journal::Head& head = report.head;
    out.title = "Attempt report: " + report.row.trainee;
    out.subtitle = (head.title.empty() ? head.shift : head.title) + ". " + moment_text(head.began) + ". Level " +
                   level_text(head.level) + ". " + purpose_sentence(head);
    const std::string id = records::short_id(report.row.id);
    out.stamp = {std::string("shift311 ") + SHIFT311_VERSION, "attempt " + id, "seed " + std::to_string(head.seed),
                 report.prepared.empty() ? std::string() : "prepared " + day_text(report.prepared)};
    out.foot = report.row.trainee + " \u00b7 attempt " + id + " \u00b7 " + purpose_word(head);
    out.made = report.prepared.empty() ? report.row.ended : report.prepared;
    const auto judged = std::count_if(report.contacts.begin(), report.contacts.end(),
                                      [](const auto& contact) { return contact.card.has_value(); });
    Banner banner;
    banner.tone = !report.whole ? Tone::careful : report.all_passed ? Tone::good : Tone::bad;
    banner.headline = report.row.why.empty()          ? "Not finished"
                      : report.row.why == "set_aside" ? "Set aside"
                      : withheld(report) > 0          ? "Withheld in part"
                      : !report.whole                 ? "Incomplete"
                      : report.all_passed             ? "Passed"
                                                      : "Not passed";
    banner.text = fmt::format("{} of {} {}, {} passed", judged,
                              counted(static_cast<std::int64_t>(report.contacts.size()), "contact"),
                              withheld(report) > 0 ? "shown" : "judged", report.passed);
    if (report.possible > 0)
        banner.text += fmt::format("; {} of the points ({} of {})", percent_text(report.points, report.possible),
                                   points_text(report.points), points_text(report.possible));
    banner.text += ".";
    if (const std::string sentence = withheld_sentence(report); !sentence.empty()) banner.text += " " + sentence;
    out.blocks.push_back(std::move(banner));
    out.blocks.push_back(Heading{"Competencies", 2, false});
    add_competencies(out.blocks, report.competencies, "Points by competency, all contacts together");
    if (report.contacts.empty()) out.blocks.push_back(Paragraph{plain("No contact arrived."), false});
    for (const ContactReport& contact : report.contacts)
        add_contact(out.blocks, report, contact, report.contacts.size() > 1);
    for (Block& block : attempt_said(report))
        out.blocks.push_back(std::move(block));
    out.blocks.push_back(Heading{"Record", 2, false});
    Facts facts;
    const auto fact = [&](const char* name, const std::string& value) {
        if (!value.empty()) facts.facts.emplace_back(name, figures(value));
    };
    fact("Attempt", report.row.id);
    fact("Desk", report.row.station);
    fact("Played with", "shift311 " + head.program);
    fact("Journal", fmt::format("format {}, {} events", head.format, report.events));
    fact("Scripts, hash", head.content_hash);
    fact("City, hash", head.city_hash);
    fact("Exam form", head.form);
    for (const ContactReport& contact : report.contacts) {
        if (contact.card)
            fact(fmt::format("Contact {} judged by", contact.contact).c_str(),
                 fmt::format("rules {}, scorecard {}, shift311 {}, through event {}", contact.card->rubric,
                             contact.card->number, contact.card->program, contact.card->through));
    }
    out.blocks.push_back(std::move(facts));
    return out;
}

}  // namespace shift311::reports
