// Whatever a journal, a name or a scorecard holds: a report comes out, sound, and nothing in it has turned into markup.
#include "assessment/reports/cohort_report.hpp"
#include "assessment/reports/trainee_report.hpp"
#include "assessment/scoring/assess.hpp"
#include "tests/records/made_up.hpp"
#include "tests/reports/stored.hpp"
#include "tests/reports/well_formed.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"

#include <nlohmann/json.hpp>

#include <random>

using namespace shift311;
using namespace shift311::reports;
using namespace shift311::reports::tests;

namespace {

class Chance {
  public:
    explicit Chance(unsigned seed) : source_(seed) {}
    std::uint64_t below(std::uint64_t n) { return source_() % n; }
    std::string words() {
        static const std::vector<std::string> kPieces{"<script>alert(1)</script>",
                                                      "\"",
                                                      "'",
                                                      "&amp;",
                                                      "</td>",
                                                      "]]>",
                                                      "<!--",
                                                      "-->",
                                                      "</style>",
                                                      "}",
                                                      "{",
                                                      "{0}",
                                                      "%s",
                                                      "\\",
                                                      "\n",
                                                      "\r",
                                                      "\t",
                                                      std::string(1, '\0'),
                                                      "\x01",
                                                      "\xff\xfe",
                                                      "\xc3",
                                                      "Zoë",
                                                      "李小龍",
                                                      "\u202e",
                                                      "مرحبا",
                                                      "=1+1",
                                                      "4208 SPRUCE ST",
                                                      ",",
                                                      ";",
                                                      " ",
                                                      "javascript:x",
                                                      "http://x",
                                                      std::string(300, 'W'),
                                                      "\xf0\x9f\x98\x80"};
        std::string out;
        for (auto n = below(4); n > 0; --n)
            out += kPieces[below(kPieces.size())];
        return out;
    }
    std::vector<std::string> list() {
        std::vector<std::string> out;
        for (auto n = below(3); n > 0; --n)
            out.push_back(words());
        return out;
    }
    bool flip() { return below(2) == 0; }

  private:
    std::mt19937_64 source_;
};

journal::Act any_act(Chance& chance) {
    using namespace journal;
    const auto channel = static_cast<Channel>(chance.below(6));
    const auto mood = static_cast<Mood>(chance.below(6));
    const auto where = static_cast<Catalog>(chance.below(4));
    switch (chance.below(20)) {
        case 0: {
            Arrived e;
            e.script = chance.words(), e.title = chance.words(), e.from = chance.words(), e.subject = chance.words(),
            e.body = chance.words();
            e.channel = channel, e.mood = mood;
            return e;
        }
        case 1:
            return Answered{};
        case 2:
            return Abandoned{};
        case 3: {
            Ended e;
            e.by = chance.flip() ? "caller" : "trainee", e.why = chance.flip() ? "closed" : chance.words();
            return e;
        }
        case 4: {
            Wrapped e;
            e.disposition = chance.words();
            return e;
        }
        case 5:
        case 6: {
            CallerSaid e;
            e.text = chance.words(), e.tells = chance.list(), e.again = chance.flip();
            return e;
        }
        case 7:
        case 8: {
            TraineeSaid e;
            e.text = chance.words(), e.heard = chance.list(), e.over_caller = chance.flip();
            return e;
        }
        case 9: {
            MoodChanged e;
            e.from = mood, e.to = static_cast<Mood>(chance.below(6)), e.why = chance.words();
            return e;
        }
        case 10: {
            ServiceChosen e;
            e.service = chance.words();
            return e;
        }
        case 11:
        case 12: {
            FieldEdited e;
            e.field = chance.flip() ? "location" : chance.words(), e.value = chance.words(), e.inserted = e.value;
            e.keys = static_cast<int>(chance.below(50));
            return e;
        }
        case 13: {
            LookedUp e;
            e.where = where, e.query = chance.words(), e.found = chance.list();
            return e;
        }
        case 14: {
            Opened e;
            e.where = where, e.id = chance.words();
            return e;
        }
        case 15:
            return HoldBegan{};
        case 16: {
            TransferBegan e;
            e.target = chance.words(), e.warm = chance.flip();
            return e;
        }
        case 17: {
            Filed e;
            e.reference = chance.words(), e.service = chance.words(),
            e.due = chance.flip() ? "2027-01-28" : chance.words();
            return e;
        }
        case 18: {
            RequestChanged e;
            e.reference = chance.words(), e.how = chance.words();
            return e;
        }
        default: {
            Replied e;
            e.text = chance.words(), e.heard = chance.list();
            return e;
        }
    }
}

scoring::Scorecard any_card(Chance& chance, std::size_t events) {
    scoring::Scorecard card;
    card.script = chance.words(), card.title = chance.words(), card.disposition = chance.words();
    card.possible = static_cast<scoring::Points>(chance.below(10'000));
    card.points = card.possible == 0
                      ? 0
                      : static_cast<scoring::Points>(chance.below(static_cast<std::uint64_t>(card.possible) + 1));
    card.passed = chance.flip();
    card.critical = chance.list();
    card.competencies[chance.flip() ? "listening" : chance.words()] = {card.points, card.possible};
    for (auto n = chance.below(6); n > 0; --n) {
        scoring::Finding finding;
        finding.criterion = chance.flip() ? "field.location" : chance.words();
        finding.title = chance.words(), finding.why = chance.words();
        finding.possible = 100, finding.points = static_cast<scoring::Points>(chance.below(101));
        finding.critical = chance.below(5) == 0;
        for (auto m = chance.below(9); m > 0; --m)
            finding.evidence.push_back(static_cast<journal::Seq>(chance.below(events + 3)));
        card.findings.push_back(std::move(finding));
    }
    for (auto n = chance.below(4); n > 0; --n) {
        scoring::FieldResult field;
        field.label = chance.words(), field.expected = chance.words(), field.written = chance.words();
        field.credit = static_cast<int>(chance.below(3)) * 50,
        field.said = static_cast<journal::Seq>(chance.below(events + 3));
        card.fields[chance.flip() ? "location" : chance.words()] = field;
    }
    card.typing = {static_cast<std::int64_t>(chance.below(9000)),
                   4000,
                   20,
                   40,
                   static_cast<std::int64_t>(chance.below(500)),
                   3,
                   static_cast<journal::Millis>(chance.below(100'000))};
    card.strength = chance.words(), card.next = chance.words(),
    card.rubric = chance.flip() ? "practice-1" : chance.words();
    return card;
}

}  // namespace

TEST_CASE("Any journal and any scorecard make a sound report", "[reports][slow]") {
    for (unsigned seed = 1; seed <= static_cast<unsigned>(shift311::tests::effort(400)); ++seed) {
        Chance chance(seed);
        INFO("seed " << seed);
        Stored stored;
        stored.row.id = "4f2c91aa-0000-4000-8000-000000000001";
        stored.row.trainee = "x" + chance.words();
        const char* const ends[]{"", "finished", "quit", "set_aside"};
        stored.row.why = ends[chance.below(4)];
        journal::Head& head = stored.journal.head;
        head.shift = chance.words(), head.title = chance.words(), head.city = chance.words(),
        head.date = chance.words();
        head.began = chance.words(), head.program = chance.words(), head.content_hash = chance.words();
        head.level = static_cast<int>(chance.below(9));
        journal::Millis at = 0;
        for (auto n = chance.below(60); n > 0; --n) {
            at += static_cast<journal::Millis>(chance.below(5000));
            stored.journal.events.push_back({static_cast<journal::Seq>(stored.journal.events.size() + 1), at,
                                             static_cast<journal::ContactId>(chance.below(4)), any_act(chance)});
        }
        for (journal::ContactId contact = 1; contact < 4; ++contact) {
            if (chance.flip())
                stored.keys[contact] = chance.flip() ? scoring::to_json(records::tests::pothole_key()) : chance.words();
            if (!chance.flip()) continue;
            records::StoredCard card;
            card.contact = contact;
            card.number = 1;
            card.rubric = chance.words();
            card.card = any_card(chance, stored.journal.events.size());
            stored.cards.push_back(std::move(card));
        }
        const AttemptReport report = stored.report(chance.words());
        CHECK(faults_of(attempt_html(report)) == std::vector<std::string>{});
        CHECK_NOTHROW(nlohmann::json::parse(attempt_json(report)));
        const auto rows = csv_rows(attempt_csv(report));
        for (const auto& row : rows)
            REQUIRE(row.size() == rows.front().size());

        std::vector<records::AttemptRow> attempts;
        for (auto n = chance.below(8); n > 0; --n) {
            auto row = listed(static_cast<int>(1 + chance.below(28)), static_cast<int>(chance.below(101)),
                              chance.flip(), ends[chance.below(4)]);
            row.title = chance.words(), row.began = chance.words();
            row.competencies[chance.words()] = {50, chance.flip() ? 100 : 0};
            attempts.push_back(std::move(row));
        }
        const auto trainee = trainee_report({"id", stored.row.trainee, ""}, attempts, chance.words());
        CHECK(faults_of(trainee_html(trainee)) == std::vector<std::string>{});
        CHECK_NOTHROW(nlohmann::json::parse(trainee_json(trainee)));
        for (const auto& row : csv_rows(trainee_csv(trainee)))
            REQUIRE(row.size() == 24);

        records::Tally tally;
        tally.person.name = stored.row.trainee;
        tally.last = chance.words();
        const CohortReport cohort{{tally}, chance.words()};
        CHECK(faults_of(cohort_html(cohort)) == std::vector<std::string>{});
        CHECK_NOTHROW(nlohmann::json::parse(cohort_json(cohort)));
    }
}
