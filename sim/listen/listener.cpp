#include "sim/listen/listener.hpp"

#include "sim/listen/ear.hpp"

#include <algorithm>
#include <mutex>
#include <optional>

namespace shift311::listen {

namespace {

WordAccount account(const Index& index, const Spoken& word, const Taken& taken, const Match& match) {
    using As = WordAccount::As;
    WordAccount out;
    out.said = word.word;
    out.weight = taken.weight;
    const int credit = match.example < 0 ? 0 : index.credit_in(taken.entry, match.example);
    out.credit = credit * taken.credit / 1000;
    if (taken.as == Taken::As::unknown) {
        out.as = As::unknown;
    } else if (taken.as == Taken::As::filler) {
        out.as = As::filler;
    } else if (credit == 0) {
        const bool elsewhere = match.phrase >= 0 && index.uses(match.phrase, taken.entry);
        out.as = taken.as == Taken::As::name    ? As::name
                 : taken.as == Taken::As::topic ? As::topic
                 : elsewhere                    ? As::elsewhere
                                                : As::no_help;
    } else {
        out.as = taken.as == Taken::As::spelling ? As::spelling : credit == 1000 ? As::same : As::meaning;
    }
    return out;
}

}  // namespace

/// A shift has a listener for every script, and few of them hear a word: the ear is made when it is first needed.
class Listener::Known {
  public:
    Known(std::vector<script::Phrase> phrases, std::size_t first_own)
        : phrases_(std::move(phrases)), first_own_(first_own) {}

    const std::vector<script::Phrase>& phrases() const { return phrases_; }
    std::size_t first_own() const { return first_own_; }
    const Ear& ear() const {
        std::call_once(once_, [this] { ear_.emplace(phrases_, first_own_); });
        return *ear_;
    }

  private:
    std::vector<script::Phrase> phrases_;
    std::size_t first_own_;
    mutable std::once_flag once_;
    mutable std::optional<Ear> ear_;
};

Listener::Listener(std::vector<script::Phrase> phrases) {
    const std::size_t count = phrases.size();
    known_ = std::make_shared<const Known>(std::move(phrases), count);
}

Listener Listener::with(std::vector<script::Phrase> own) const {
    std::vector<script::Phrase> all = known_->phrases();
    for (script::Phrase& phrase : own) {
        const auto known =
            std::find_if(all.begin(), all.end(), [&](const script::Phrase& p) { return p.id == phrase.id; });
        if (known == all.end()) {
            all.push_back(std::move(phrase));
            continue;
        }
        known->english.insert(known->english.end(), phrase.english.begin(), phrase.english.end());
        known->spanish.insert(known->spanish.end(), phrase.spanish.begin(), phrase.spanish.end());
    }
    Listener out = *this;
    out.known_ = std::make_shared<const Known>(std::move(all), known_->first_own());
    return out;
}

const std::vector<script::Phrase>& Listener::phrases() const {
    return known_->phrases();
}

Understanding Listener::understand(std::string_view words) const {
    Understanding out;
    const Ear& ear = known_->ear();
    const Hearing hearing = ear.hear(words);
    for (const Stretch& stretch : hearing.stretches) {
        const Match& match = stretch.match;
        if (!stretch.accepted) {
            if (out.heard.empty() && match.score > out.runner_up_score) {
                out.runner_up = ear.id(match.phrase);
                out.runner_up_score = match.score;
            }
            continue;
        }
        const std::string id = ear.id(match.phrase);
        if (out.heard.empty() || match.score > out.score) {
            out.best = id;
            out.score = match.score;
            out.runner_up = ear.id(match.runner_up);
            out.runner_up_score = match.runner_up_score;
        }
        if (!out.heard.empty() && out.heard.back().phrase == id) {
            out.heard.back().score = std::max(out.heard.back().score, match.score);
        } else {
            out.heard.push_back({id, match.score});
        }
    }
    return out;
}

std::vector<Reading> Listener::explain(std::string_view words) const {
    std::vector<Reading> out;
    const Ear& ear = known_->ear();
    const Hearing hearing = ear.hear(words);
    for (const Stretch& stretch : hearing.stretches) {
        const Index& index = ear.index(stretch.language);
        const Match& match = stretch.match;
        const std::size_t from = hearing.words[stretch.begin].begin;
        Reading reading;
        reading.words = std::string(words.substr(from, hearing.words[stretch.end - 1].end - from));
        reading.phrase = ear.id(match.phrase);
        reading.accepted = stretch.accepted;
        reading.score = match.score;
        if (match.example >= 0) reading.example = index.example_text(match.example);
        reading.runner_up = ear.id(match.runner_up);
        reading.runner_up_score = match.runner_up_score;
        for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
            reading.accounts.push_back(account(index, hearing.words[i], hearing.taken[stretch.language][i], match));
        }
        out.push_back(std::move(reading));
    }
    return out;
}

}  // namespace shift311::listen
