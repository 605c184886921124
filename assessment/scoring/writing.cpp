// Writing: what a reply has to tell, and how replies and narratives are spelled and put together.
#include "assessment/scoring/contents.hpp"
#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/wording.hpp"
#include "assessment/scoring/writings.hpp"
#include "assessment/text/grammar.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace shift311::scoring {
namespace {

constexpr std::size_t kShown = 3;  ///< examples in one sentence

void judge_reply(const Case& contact, Scorecard& card) {
    const ContactEvents& events = contact.events;
    const bool written = contact.written();
    const std::string reply = written ? "reply" : "answer";
    std::vector<Passage> passages;
    for (const TraineeLine& line : events.trainee)
        passages.push_back({*line.text, line.seq});
    ContentRules rules;
    rules.criterion = "reply.";
    rules.competency = written ? Competency::writing : Competency::knowledge;
    rules.possible = contact.rubric.reply_fact;
    rules.place = "the " + reply;
    judge_contents(contact, contact.key.reply, passages, rules, card, [&](const Content& content, Seq seq) {
        if (seq != 0) {
            const auto line = std::find_if(events.trainee.begin(), events.trainee.end(),
                                           [seq](const TraineeLine& one) { return one.seq == seq; });
            return "You told the caller about " + content.what + " at " + events.when(line->at) + ".";
        }
        if (!events.trainee.empty()) return "The caller was not told about " + content.what + ".";
        return (written ? "No reply was sent, so nobody was told about " : "Nobody told the caller about ") +
               content.what + ".";
    });
}

Finding start(const Case& contact, std::string criterion, Points possible, std::size_t slips,
              const std::vector<Writing>& texts) {
    Finding finding;
    finding.criterion = std::move(criterion);
    finding.competency = Competency::writing;
    finding.possible = possible;
    finding.points = std::max<Points>(0, possible - contact.rubric.slip_loss * static_cast<Points>(slips));
    std::vector<Seq> seqs;
    for (const Writing& writing : texts)
        seqs.push_back(writing.seq);
    finding.evidence = evidence(std::move(seqs));
    return finding;
}

std::string names_of(const std::vector<Writing>& texts) {
    std::vector<std::string> names;
    for (const Writing& writing : texts) {
        if (std::find(names.begin(), names.end(), writing.name) == names.end()) names.push_back(writing.name);
    }
    return listed(names);
}

void judge_spelling(const Case& contact, const std::vector<Writing>& texts, Scorecard& card) {
    if (contact.spelling == nullptr || contact.spelling->dictionary.empty()) return;
    const Spelling& spelling = *contact.spelling;
    // Only words that stand in the judged texts: shorter ones were not worth a judgement.
    std::vector<std::string> wrong;
    std::vector<Writing> holding;
    for (const std::string& word : spelling.misspelled) {
        for (const Writing& writing : texts) {
            if (!mentions(writing.text, word)) continue;
            wrong.push_back(word);
            holding.push_back(writing);
            break;
        }
    }
    Finding finding =
        start(contact, "writing.spelling", contact.rubric.spelling, wrong.size(), wrong.empty() ? texts : holding);
    if (wrong.empty()) {
        finding.title = "Spelling right";
        finding.why = "No word in the " + names_of(texts) + " is misspelled.";
    } else {
        std::vector<std::string> shown;
        for (std::size_t i = 0; i < wrong.size() && i < kShown; ++i)
            shown.push_back("\"" + wrong[i] + "\"");
        const std::string more =
            wrong.size() > kShown ? " and " + std::to_string(wrong.size() - kShown) + " more" : std::string{};
        finding.title = wrong.size() == 1 ? "One word misspelled" : std::to_string(wrong.size()) + " words misspelled";
        finding.why =
            "Look these up before you send or file: " + listed(shown, more.empty() ? "and" : ",") + more + ".";
        if (wrong.size() == 1) finding.why = "Look this word up before you send or file: " + shown.front() + ".";
    }
    card.findings.push_back(std::move(finding));
}

void judge_grammar(const Case& contact, const std::vector<Writing>& texts, Scorecard& card) {
    std::vector<std::string> sentences;
    std::vector<Writing> holding;
    std::size_t count = 0;
    for (const Writing& writing : texts) {
        const std::vector<text::Slip> slips = text::slips(writing.text, writing.language);
        if (!slips.empty()) holding.push_back(writing);
        count += slips.size();
        for (const text::Slip& slip : slips) {
            if (sentences.size() < kShown) sentences.push_back(text::sentence(slip));
        }
    }
    Finding finding = start(contact, "writing.grammar", contact.rubric.grammar, count, count == 0 ? texts : holding);
    if (count == 0) {
        finding.title = "Grammar and punctuation right";
        finding.why = "Sentences, capitals and punctuation of the " + names_of(texts) + " are right.";
    } else {
        finding.title = count == 1 ? "One slip of grammar or punctuation"
                                   : std::to_string(count) + " slips of grammar or punctuation";
        for (const std::string& sentence : sentences)
            finding.why += (finding.why.empty() ? "" : " ") + sentence;
        if (count > kShown) finding.why += " There are " + std::to_string(count - kShown) + " more.";
    }
    card.findings.push_back(std::move(finding));
}

}  // namespace

void judge_writing(const Case& contact, Scorecard& card) {
    judge_reply(contact, card);
    const std::vector<Writing> texts = writings(contact.key, contact.events, contact.rubric.writing_min_words);
    if (texts.empty()) return;
    judge_spelling(contact, texts, card);
    judge_grammar(contact, texts, card);
}

}  // namespace shift311::scoring
