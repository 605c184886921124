#include "sim/city/article_search.hpp"

#include <algorithm>

namespace shift311::city {

namespace {
constexpr int kKeyword = 8;
constexpr int kTitle = 5;
constexpr int kSay = 2;
constexpr int kBody = 1;
}  // namespace

ArticleSearch::ArticleSearch(const City& city) {
    entries_.reserve(city.articles.size());
    for (const Article& article : city.articles) {
        Entry entry{&article, {}};
        for (const std::string& keyword : article.keywords)
            entry.words.add(keyword, kKeyword);
        entry.words.add(article.title, kTitle);
        entry.words.add(article.say, kSay);
        entry.words.add(article.body, kBody);
        for (const std::string& code : article.services) {
            if (const Service* service = find_service(city, code)) entry.words.add(service->name, kSay);
        }
        entries_.push_back(std::move(entry));
    }
}

std::vector<const Article*> ArticleSearch::find(const std::string& query, std::size_t limit) const {
    struct Scored {
        const Article* article;
        WordScore::Fit fit;
    };
    const std::vector<std::string> typed = query_words(query);
    std::vector<Scored> scored;
    for (const Entry& entry : entries_) {
        const WordScore::Fit fit = entry.words.fit(typed);
        if (WordScore::shows(fit, typed.size())) scored.push_back({entry.article, fit});
    }
    std::sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) {
        if (a.fit.words != b.fit.words) return a.fit.words > b.fit.words;
        if (a.fit.points != b.fit.points) return a.fit.points > b.fit.points;
        if (a.article->title != b.article->title) return a.article->title < b.article->title;
        return a.article->id < b.article->id;
    });
    std::vector<const Article*> found;
    for (const Scored& one : scored) {
        if (found.size() == limit) break;
        found.push_back(one.article);
    }
    return found;
}

}  // namespace shift311::city
