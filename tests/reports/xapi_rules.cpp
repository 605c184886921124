#include "tests/reports/xapi_rules.hpp"

#include <nlohmann/json.hpp>

#include <regex>
#include <set>

namespace shift311::reports::tests {
namespace {

using nlohmann::json;

class Checker {
  public:
    std::vector<std::string> faults;

    void statement(const json& it) {
        if (!it.is_object()) return fault("a statement is an object");
        keys(it,
             {"id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority", "version",
              "attachments"},
             "statement");
        for (const char* name : {"actor", "verb", "object"})
            if (!it.contains(name)) fault(std::string("no ") + name);
        if (it.contains("id")) uuid(it["id"], "id");
        if (it.contains("actor")) agent(it["actor"], "actor");
        if (it.contains("verb")) verb(it["verb"]);
        if (it.contains("object")) object(it["object"]);
        if (it.contains("result")) result(it["result"]);
        if (it.contains("context")) context(it["context"]);
        if (it.contains("timestamp") &&
            !matches(it["timestamp"], R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,}(Z|[+-]\d\d:\d\d))"))
            fault("timestamp is no RFC 3339 with milliseconds");
        const bool voids = it.contains("verb") && it["verb"].value("id", "") == "http://adlnet.gov/expapi/verbs/voided";
        const bool refers = it.contains("object") && it["object"].value("objectType", "") == "StatementRef";
        if (voids != refers) fault("voided goes with a StatementRef");
        no_nulls(it, false);
    }

  private:
    void fault(const std::string& what) { faults.push_back(what); }
    static bool matches(const json& it, const char* pattern) {
        return it.is_string() && std::regex_match(it.get<std::string>(), std::regex(pattern));
    }
    void keys(const json& it, const std::set<std::string>& known, const std::string& where) {
        for (const auto& [name, value] : it.items())
            if (!known.count(name)) fault("unknown property " + name + " in " + where);
    }
    void uuid(const json& it, const std::string& where) {
        if (!matches(it, "[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"))
            fault(where + " is no UUID");
    }
    void iri(const json& it, const std::string& where) {
        if (!matches(it, R"([A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+)")) fault(where + " is no IRI");
    }
    void language_map(const json& it, const std::string& where) {
        if (!it.is_object()) return fault(where + " is no language map");
        for (const auto& [tag, text] : it.items())
            if (!std::regex_match(tag, std::regex("[a-z]{2,3}(-[A-Za-z0-9]+)*")) || !text.is_string())
                fault(where + " has a bad language");
    }
    void agent(const json& it, const std::string& where) {
        if (!it.is_object()) return fault(where + " is no agent");
        keys(it, {"objectType", "name", "mbox", "mbox_sha1sum", "openid", "account"}, where);
        int identifiers = 0;
        for (const char* name : {"mbox", "mbox_sha1sum", "openid", "account"})
            identifiers += it.contains(name) ? 1 : 0;
        if (identifiers != 1) fault(where + " must have exactly one identifier");
        if (it.contains("mbox") || it.contains("mbox_sha1sum")) fault(where + " names an e-mail address");
        if (!it.contains("account")) return;
        const json& account = it["account"];
        keys(account, {"homePage", "name"}, where + ".account");
        iri(account.value("homePage", json()), where + ".account.homePage");
        if (!account.value("name", json()).is_string() || account["name"].get<std::string>().empty())
            fault(where + ".account has no name");
    }
    void verb(const json& it) {
        if (!it.is_object()) return fault("verb is no object");
        keys(it, {"id", "display"}, "verb");
        iri(it.value("id", json()), "verb.id");
        if (it.contains("display")) language_map(it["display"], "verb.display");
    }
    void object(const json& it) {
        if (!it.is_object()) return fault("object is no object");
        const std::string type = it.value("objectType", "Activity");
        if (type == "StatementRef") {
            keys(it, {"objectType", "id"}, "object");
            return uuid(it.value("id", json()), "object.id");
        }
        if (type != "Activity") return fault("object is neither activity nor reference");
        activity(it, "object");
    }
    void activity(const json& it, const std::string& where) {
        keys(it, {"objectType", "id", "definition"}, where);
        iri(it.value("id", json()), where + ".id");
        if (!it.contains("definition")) return;
        const json& definition = it["definition"];
        keys(definition, {"type", "name", "description", "moreInfo", "extensions"}, where + ".definition");
        if (definition.contains("type")) iri(definition["type"], where + ".definition.type");
        if (definition.contains("name")) language_map(definition["name"], where + ".definition.name");
    }
    void extensions(const json& it, const std::string& where) {
        if (!it.is_object()) return fault(where + " is no object");
        for (const auto& [name, value] : it.items())
            iri(name, where + " key");
    }
    void result(const json& it) {
        if (!it.is_object()) return fault("result is no object");
        keys(it, {"score", "success", "completion", "response", "duration", "extensions"}, "result");
        for (const char* name : {"success", "completion"})
            if (it.contains(name) && !it[name].is_boolean()) fault(std::string(name) + " is no boolean");
        if (it.contains("duration")) duration(it["duration"]);
        if (it.contains("score")) score(it["score"]);
        if (it.contains("extensions")) extensions(it["extensions"], "result.extensions");
    }
    void duration(const json& it) {
        // Weeks stand alone; a fraction only with the last part, two digits at most.
        const bool sound =
            matches(it, R"(P\d+W)") ||
            (matches(it, R"(P(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?)") && !matches(it, R"(P|.*T)"));
        if (!sound) fault("duration is no ISO 8601 with two decimals at most");
    }
    void score(const json& it) {
        if (!it.is_object()) return fault("score is no object");
        keys(it, {"scaled", "raw", "min", "max"}, "score");
        for (const auto& [name, value] : it.items())
            if (!value.is_number()) return fault(name + " is no number");
        if (it.contains("scaled") && (it["scaled"] < -1.0 || it["scaled"] > 1.0)) fault("scaled lies outside -1 to 1");
        const bool min = it.contains("min");
        const bool max = it.contains("max");
        if (min && max && it["min"].get<double>() >= it["max"].get<double>()) fault("min is not below max");
        if (it.contains("raw") && min && it["raw"].get<double>() < it["min"].get<double>()) fault("raw is below min");
        if (it.contains("raw") && max && it["raw"].get<double>() > it["max"].get<double>()) fault("raw is above max");
    }
    void context(const json& it) {
        keys(it,
             {"registration", "instructor", "team", "contextActivities", "revision", "platform", "language",
              "statement", "extensions"},
             "context");
        if (it.contains("registration")) uuid(it["registration"], "context.registration");
        if (it.contains("instructor")) agent(it["instructor"], "context.instructor");
        if (it.contains("platform") && !it["platform"].is_string()) fault("platform is no text");
        if (!it.contains("contextActivities")) return;
        const json& activities = it["contextActivities"];
        keys(activities, {"parent", "grouping", "category", "other"}, "contextActivities");
        for (const auto& [name, list] : activities.items()) {
            if (!list.is_array()) {
                fault(name + " is no list");
                continue;
            }
            for (const json& one : list)
                activity(one, name);
        }
    }
    void no_nulls(const json& it, bool within_extensions) {
        if (it.is_null() && !within_extensions) fault("a null");
        if (it.is_object()) {
            for (const auto& [name, value] : it.items())
                no_nulls(value, within_extensions || name == "extensions");
        } else if (it.is_array()) {
            for (const json& value : it)
                no_nulls(value, within_extensions);
        }
    }
};

}  // namespace

std::vector<std::string> xapi_faults(const std::string& line) {
    if (line.find('\n') != std::string::npos) return {"more than one line"};
    const json it = json::parse(line, nullptr, false);
    if (it.is_discarded()) return {"no JSON"};
    Checker checker;
    checker.statement(it);
    return checker.faults;
}

}  // namespace shift311::reports::tests
