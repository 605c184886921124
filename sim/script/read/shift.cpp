#include "sim/city/calendar.hpp"
#include "sim/script/read/draft.hpp"
#include "sim/script/read/keys.hpp"
#include "sim/script/read/record.hpp"
#include "sim/script/read/sound.hpp"

namespace shift311::script::read {
namespace {

int read_time_of_day(Report& report, const Node& node) {
    const std::string& t = node.text;
    const auto digit = [&](std::size_t i) { return t[i] >= '0' && t[i] <= '9'; };
    if (node.kind == Node::Kind::text && t.size() == 5 && digit(0) && digit(1) && t[2] == ':' && digit(3) && digit(4)) {
        const int hour = (t[0] - '0') * 10 + (t[1] - '0');
        const int minute = (t[3] - '0') * 10 + (t[4] - '0');
        if (hour < 24 && minute < 60) return hour * 60 + minute;
    }
    const std::string found = node.kind == Node::Kind::text ? named(t) : std::string(kind_name(node));
    report.unread(node, "expected a time of day such as `08:00`, found " + found);
    return 8 * 60;
}

void read_plan(Report& report, ShiftDraft& draft, const Node& root) {
    ShiftPlan& shift = draft.shift;
    const Record record(report, root, keys::kShift);
    shift.place = report.place(root);
    shift.id = record.text("shift");
    if (const Node* id = record.find("shift"); id != nullptr && !shift.id.empty())
        check_id(report, *id, shift.id, true);
    shift.title = record.text("title");
    shift.city = record.text("city");
    draft.source.mention_all(Mention::What::city, record.find("city"));
    shift.level = static_cast<int>(record.integer_or("level", 1, 4, 1));
    shift.minutes = static_cast<int>(record.integer("minutes", 1, 480));
    if (const Node* date = record.find("date")) {
        if (const auto day = read_date(report, *date)) shift.date = city::iso(*day);
    }
    if (const Node* time = record.find("starts_at")) shift.starts_at_minute = read_time_of_day(report, *time);
    shift.about = record.text("about");
    shift.tour = record.flag_or("tour", false);
    if (const Node* level = record.find("service_level")) {
        const Record service(report, *level, keys::kServiceLevel);
        shift.service_level_percent =
            static_cast<int>(service.integer_or("percent", 1, 100, shift.service_level_percent));
        shift.service_level_within = service.duration("within", 1000, 600'000).value_or(shift.service_level_within);
    }
    const Node* contacts = record.need("contacts");
    if (contacts == nullptr) return;
    const Node* last = nullptr;  // the latest contact whose time could be read
    Millis latest = 0;
    for_each_item(report, *contacts, [&](const Node& item) {
        const Record entry(report, item, keys::kArrival);
        Arrival arrival;
        entry.need("at");
        arrival.at = entry.duration("at", 0, 8 * 3'600'000).value_or(0);
        arrival.script = entry.text("script");
        draft.source.mention_all(Mention::What::script, entry.find("script"));
        arrival.place = report.place(item);
        if (given(entry.find("at"))) {
            if (last != nullptr && arrival.at < latest)
                report.error(item, "the contacts must stand in the order in which they arrive");
            last = &item;
            latest = arrival.at;
        }
        shift.contacts.push_back(std::move(arrival));
    });
    if (is_empty_list(*contacts)) report.error(*contacts, "the list is empty");
    if (last != nullptr && given(record.find("minutes")) && latest > Millis{shift.minutes} * 60'000) {
        report.error(*last, "the last contact arrives after the shift's " + std::to_string(shift.minutes) + " minutes");
    }
}

}  // namespace

ShiftDraft draft_shift(std::unique_ptr<Document> document, std::vector<Issue>& issues) {
    ShiftDraft draft;
    draft.source.document = std::move(document);
    const Document& source = *draft.source.document;
    draft.shift.hash = hash_of({&source});
    if (source.root == nullptr) return draft;
    Report report(source, issues);
    read_plan(report, draft, *source.root);
    return draft;
}

}  // namespace shift311::script::read
