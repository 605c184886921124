#include "sim/script/read/draft.hpp"
#include "sim/script/read/keys.hpp"
#include "sim/script/read/record.hpp"
#include "sim/script/read/sound.hpp"

#include <algorithm>
#include <set>

namespace shift311::script::read {
namespace {

using Datatype = city::Attribute::Datatype;

city::Attribute read_attribute(Report& report, const Node& node, std::set<std::string>& codes) {
    static const std::vector<std::string_view> kDatatypes{"string", "number",          "datetime",
                                                          "text",   "singlevaluelist", "multivaluelist"};
    city::Attribute attribute;
    const Record record(report, node, keys::kAttribute);
    if (const Node* code = record.need("code")) {
        attribute.code = read_text(report, *code);
        if (check_id(report, *code, attribute.code, false) && !codes.insert(attribute.code).second) {
            report.error(*code, "the service has two attributes " + named(attribute.code));
        }
    }
    attribute.datatype = static_cast<Datatype>(record.need_word("datatype", kDatatypes));
    attribute.required = record.flag_or("required", false);
    attribute.order = static_cast<int>(record.integer("order", 1, 99));
    attribute.description = record.text("description");
    attribute.hint = record.text_or("hint", "");
    const bool list = attribute.datatype == Datatype::singlevaluelist || attribute.datatype == Datatype::multivaluelist;
    const Node* values = record.find("values");
    if (values == nullptr) {
        if (list && record.is_whole() && given(record.find("datatype")))
            report.error(node, "a list attribute needs `values`");
        return attribute;
    }
    if (!list && !values->children.empty() && given(record.find("datatype")))
        report.error(*values, "only a singlevaluelist or multivaluelist has `values`");
    std::set<std::string> seen;
    for_each_item(report, *values, [&](const Node& item) {
        const Record value(report, item, keys::kAttributeValue);
        attribute.values.push_back({value.text("key"), value.text("name")});
        if (const Node* key = value.find("key"); given(key) && !seen.insert(attribute.values.back().key).second) {
            report.error(*key, "the key " + named(key->text) + " is given twice");
        }
    });
    if (list && is_empty_list(*values)) report.error(*values, "the list is empty");
    return attribute;
}

city::DueTime read_due(Report& report, const Node& node) {
    city::DueTime due;
    const Record record(report, node, keys::kDue);
    const Node* days = record.find("business_days");
    if (days != nullptr) due.business_days = static_cast<int>(read_integer(report, *days, 0, 1000));
    const bool none = record.flag_or("none", false);
    if (record.is_whole() && sound(record.find("none")) && (days != nullptr) == none) {
        report.error(node, "give either `business_days`, or `none: true` where no date may be promised");
    }
    due.basis = read_basis(record);
    due.note = record.text_or("note", "");
    return due;
}

city::Service read_service(Report& report, Source& source, const Node& node, std::set<std::string>& codes) {
    city::Service service;
    const Record record(report, node, keys::kService);
    if (const Node* code = record.need("code")) {
        service.code = read_text(report, *code);
        if (check_id(report, *code, service.code, true) && !codes.insert(service.code).second) {
            report.error(*code, "the service code " + named(service.code) + " is given twice");
        }
    }
    service.name = record.text("name");
    service.description = record.text("description");
    service.group = record.text("group");
    service.department = record.text("department");
    source.mention_all(Mention::What::destination, record.find("department"));
    service.keywords = record.texts("keywords");
    if (const Node* due = record.need("due")) service.due = read_due(report, *due);
    if (const Node* list = record.need("attributes")) {
        std::set<std::string> attributes;
        for_each_item(report, *list, [&](const Node& item) {
            service.attributes.push_back(read_attribute(report, item, attributes));
        });
        std::stable_sort(service.attributes.begin(), service.attributes.end(),
                         [](const auto& a, const auto& b) { return a.order < b.order; });
        for (std::size_t i = 0; i < service.attributes.size(); ++i) {
            if (!shows_values(*list, {"order"}) || service.attributes[i].order == static_cast<int>(i) + 1) continue;
            report.error(*list, "the attributes' `order` must count 1, 2, 3 ... without gaps or doubles");
            break;
        }
    }
    return service;
}

}  // namespace

void read_services(Report& report, Source& source, const Node& root, city::City& city) {
    const Record record(report, root, keys::kServicesFile);
    const Node* list = record.need("services");
    if (list == nullptr) return;
    std::set<std::string> codes;
    for_each_item(report, *list,
                  [&](const Node& item) { city.services.push_back(read_service(report, source, item, codes)); });
}

}  // namespace shift311::script::read
