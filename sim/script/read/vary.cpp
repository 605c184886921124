#include "sim/script/blanks.hpp"
#include "sim/script/read/keys.hpp"
#include "sim/script/read/script_reader.hpp"
#include "sim/script/read/sound.hpp"
#include "sim/script/read/words.hpp"

#include <algorithm>

namespace shift311::script::read {

Vary ScriptReader::read_draw(const Node& node) {
    Vary vary;
    vary.place = report.place(node);
    const Record record(report, node, keys::kVary);
    int kinds = 0;
    for (const std::string_view key : keys::kVary)
        kinds += record.find(key) != nullptr ? 1 : 0;
    if (record.is_whole() && kinds != 1) {
        report.unread(node, "give exactly one of " + one_of_words({keys::kVary.begin(), keys::kVary.end()}));
    }
    if (const Node* values = record.find("one_of")) {
        vary.from = Vary::From::one_of;
        vary.one_of = lines(record, "one_of");
        if (!values->partial && (values->kind != Node::Kind::list || values->children.size() < 2)) {
            report.unread(*values, "`one_of` needs a list of at least two values");
        }
    } else if (const Node* name = record.find("name")) {
        vary.from = Vary::From::name;
        vary.language = kLanguages[read_word(report, *name, kLanguages, 0)];
    } else if (const Node* block = record.find("block")) {
        vary.from = Vary::From::block;
        const Record wishes(report, *block, keys::kVaryBlock);
        if (const Node* by = wishes.find("maintained_by"))
            vary.maintained_by = kMaintainers[read_word(report, *by, kMaintainers, 0)];
        vary.on = ids(wishes, "on", Mention::What::street);
        vary.twin = wishes.flag_or("twin", false);
    } else if (const Node* request = record.find("request")) {
        vary.from = Vary::From::request;
        const Record wishes(report, *request, keys::kVaryRequest);
        vary.service = wishes.text_or("service", "");
        draft.source.mention_all(Mention::What::service, wishes.find("service"));
        if (const Node* status = wishes.find("status"))
            vary.status = kStatuses[read_word(report, *status, kStatuses, 0)];
    } else if (const Node* number = record.find("number")) {
        vary.from = Vary::From::number;
        if (number->kind != Node::Kind::list || number->children.size() != 2) {
            report.unread(*number, "expected the lowest and the highest number, as in `[2, 9]`");
        } else {
            vary.low = static_cast<int>(read_integer(report, *number->children[0], 0, 1'000'000));
            vary.high = static_cast<int>(read_integer(report, *number->children[1], 0, 1'000'000));
            if (sound(number) && vary.low >= vary.high)
                report.error(*number, "the lowest number must be smaller than the highest");
        }
    } else if (const Node* phone = record.find("phone")) {
        vary.from = Vary::From::phone;
        if (!read_flag(report, *phone) && phone->text == "false") report.error(*phone, "write `phone: true`");
    }
    return vary;
}

void ScriptReader::read_vary(const Node& node) {
    if (!few(report, node)) return;
    for_each_entry(report, node, [&](const Node& key, const Node& value) {
        check_id(report, key, key.text, false);
        if (is_line_blank(key.text)) {
            report.error(key,
                         "the name " + named(key.text) + " is taken: it stands for something in what call takers say");
        }
        Vary vary = read_draw(value);
        vary.place = report.place(key);
        draft.script.vary.emplace_back(key.text, std::move(vary));
    });
}

}  // namespace shift311::script::read
