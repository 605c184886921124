#include "sim/script/read/draft.hpp"
#include "sim/script/read/keys.hpp"
#include "sim/script/read/record.hpp"
#include "sim/script/read/sound.hpp"

#include <set>

namespace shift311::script::read {
namespace {

/// The id under `id`: well shaped and not used before.
std::string read_own_id(Report& report, const Record& record, std::set<std::string>& ids) {
    const Node* node = record.need("id");
    if (node == nullptr) return {};
    std::string id = read_text(report, *node);
    if (check_id(report, *node, id, true) && !ids.insert(id).second)
        report.error(*node, "the id " + named(id) + " is given twice");
    return id;
}

}  // namespace

void read_directory(Report& report, Source&, const Node& root, city::City& city) {
    const Record file(report, root, keys::kDirectoryFile);
    const Node* list = file.need("directory");
    if (list == nullptr) return;
    std::set<std::string> ids;
    for_each_item(report, *list, [&](const Node& item) {
        const Record record(report, item, keys::kDestination);
        city::Destination& entry = city.directory.emplace_back();
        entry.id = read_own_id(report, record, ids);
        entry.name = record.text("name");
        entry.number = record.text("number");
        entry.hours = record.text("hours");
        entry.handles = record.text("handles");
        entry.keywords = record.texts("keywords");
        entry.basis = read_basis(record);
        entry.answers_in_s = static_cast<int>(record.duration("answers_in", 1000, 600'000).value_or(8000) / 1000);
        entry.emergency = record.flag_or("emergency", false);
    });
}

void read_articles(Report& report, Source& source, const Node& root, city::City& city) {
    const Record file(report, root, keys::kArticlesFile);
    const Node* list = file.need("articles");
    if (list == nullptr) return;
    std::set<std::string> ids;
    for_each_item(report, *list, [&](const Node& item) {
        const Record record(report, item, keys::kArticle);
        city::Article& article = city.articles.emplace_back();
        article.id = read_own_id(report, record, ids);
        article.title = record.text("title");
        article.keywords = record.texts("keywords");
        article.say = record.text("say");
        article.body = record.text("body");
        article.services = record.texts("services");
        source.mention_all(Mention::What::service, record.find("services"));
        article.basis = read_basis(record);
        article.source = record.text_or("source", "");
    });
}

void read_referrals(Report& report, Source& source, const Node& root, city::City& city) {
    static const std::vector<std::string_view> kHow{"warm", "cold", "give_number", "file"};
    const Record file(report, root, keys::kReferralsFile);
    const Node* list = file.need("referrals");
    if (list == nullptr) return;
    std::set<std::string> ids;
    for_each_item(report, *list, [&](const Node& item) {
        const Record record(report, item, keys::kReferral);
        city::Referral& referral = city.referrals.emplace_back();
        referral.id = read_own_id(report, record, ids);
        referral.trigger = record.text("trigger");
        referral.destination = record.text("destination");
        referral.how = kHow[record.need_word("how", kHow)];
        const Node* destination = record.find("destination");
        if (referral.destination != "file") source.mention_all(Mention::What::destination, destination);
        if (given(destination) && given(record.find("how")) &&
            (referral.destination == "file") != (referral.how == "file")) {
            report.error(*destination, "`destination: file` and `how: file` go together");
        }
        referral.cues = record.texts("cues");
        referral.basis = read_basis(record);
    });
}

}  // namespace shift311::script::read
