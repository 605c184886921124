// How a simulated class is examined: forms, sittings, vignettes, blind ratings, signatures, remediation.
#include "assessment/records/entry.hpp"
#include "sim/rehearse/skilled_class.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace shift311::rehearse {
namespace {

constexpr int kMorning = 14 * 60;
constexpr int kSittingTakes = 45;  ///< minutes
constexpr int kDaysToSign = 3;
constexpr int kDaysToPlan = 5;
constexpr int kDaysToMend = 11;

}  // namespace

void SimulatedClass::take_sittings(ClassMember& member, const exam::Form& form, bool further, int day) {
    int minute = kMorning + 10;
    for (const exam::Sitting& sitting : form.sittings) {
        if (sitting.further != further) continue;
        Seat seat;
        seat.began = stamp(day, minute);
        minute += kSittingTakes;
        seat.purpose = "exam";
        seat.form = form.id;
        seat.level = exam::kLevel;
        seat.seed = sitting.seed;
        play(member, sitting.plan, seat, {member.who.becomes_permille, member.who.habits});
    }
}

void SimulatedClass::take_vignettes(ClassMember& member, const exam::Form& form, std::size_t block,
                                    const std::string& at) {
    const script::Drills* content = script::find_drills(library_, program_.city);
    const city::City* city = script::find_city(library_, program_.city);
    if (!content || !city || block >= form.vignettes.size()) return;
    Seat seat;
    seat.began = at;
    seat.purpose = "exam";
    seat.form = form.id;
    seat.level = exam::kLevel;
    seat.seed = member.who.seed % 1'000'000 + block;
    play_drill_of(member, drill::triage_plan(*content, *city, form.vignettes[block], true, block > 0), seat,
                  member.who.drill);
}

void SimulatedClass::rate_exam(ClassMember& member, std::size_t place, const standing::Event& opened, int day) {
    // Whoever trains somebody does not rate their exam; a second rater is another one again.
    for (std::size_t round = 1; round <= 2; ++round) {
        const records::Person& rater = trainers_[(place + round) % trainers_.size()];
        for (const standing::SecondRating& wanted : standing::exam_result(program_, member.history, opened).second) {
            if (wanted.ratings >= wanted.needed) continue;
            const auto fact = std::find_if(member.history.contacts.begin(), member.history.contacts.end(),
                                           [&](const standing::ContactFact& one) {
                                               return one.attempt == wanted.attempt && one.contact == wanted.contact;
                                           });
            standing::Report report = blind_rating(*fact, program_, chances_[place]);
            report.id = uuid();
            report.trainee = member.record.id;
            report.trainee_name = member.record.name;
            report.rater = rater.id;
            report.rater_name = rater.name;
            report.at = stamp(day + static_cast<int>(round), kMorning);
            records::add_report(store_, report);
            standing::RatingFact rating;
            rating.id = report.id;
            rating.attempt = report.attempt;
            rating.contact = report.contact;
            rating.at = report.at;
            rating.rater = rater.id;
            rating.rater_name = rater.name;
            rating.passed = report.passed.value_or(false);
            member.history.ratings.push_back(std::move(rating));
        }
    }
}

/// True: a retest is to come.
bool SimulatedClass::hold_exam(ClassMember& member, std::size_t place, int day) {
    member.exam_refused =
        standing::exam_refusal(standing::standing(program_, member.history, stamp(day, kMorning - 60)));
    if (!member.exam_refused.empty()) return false;
    standing::Event opened = made("exam_opened", trainers_[place % trainers_.size()], stamp(day, kMorning));
    opened.seed = 1 + chances_[place].below(999'999);
    const exam::Drawn drawn = exam::draw(library_, program_, member.history, opened.seed, given_out_[place]);
    if (!drawn.missing.empty()) {
        member.exam_refused = drawn.missing.front();
        return false;
    }
    given_out_[place].merge(exam::contents(drawn.form));
    day_ = std::max(day_, day + kDaysToSign);
    opened.form = drawn.form.id;
    opened.why = "Simulated exam.";
    store_.keep_rule("form", drawn.form.id, nlohmann::json(drawn.form.text).dump());
    add_event(member, opened);
    const auto result = [&] { return standing::exam_result(program_, member.history, opened); };
    take_sittings(member, drawn.form, false, day);
    if (result().further_needed) take_sittings(member, drawn.form, true, day + 1);
    take_vignettes(member, drawn.form, 0, stamp(day + 1, kMorning + 180));
    if (result().emergency == standing::Verdict::further)
        take_vignettes(member, drawn.form, 1, stamp(day + 1, kMorning + 240));
    standing::Event closed = made("exam_closed", trainers_[place % trainers_.size()], stamp(day + 1, kMorning + 240));
    closed.form = opened.form;
    add_event(member, closed);
    rate_exam(member, place, opened, day);

    const bool passed = result().rule == standing::Verdict::passed;
    standing::Event signing = made("signed_off", supervisor_, stamp(day + kDaysToSign, kMorning));
    signing.form = opened.form;
    signing.outcome = passed ? "certified" : "not_yet";
    signing.code = "rule";
    signing.why = "Simulated signature.";
    add_event(member, signing);
    const standing::Standing now = standing::standing(program_, member.history, signing.at);
    if (passed || now.retests_left == 0) return false;
    standing::Event planned = made("remediation_planned", supervisor_, stamp(day + kDaysToPlan, kMorning));
    planned.why = "Simulated: what was lost is practiced with a partner, ten contacts.";
    add_event(member, planned);
    standing::Event done =
        made("remediation_done", trainers_[place % trainers_.size()], stamp(day + kDaysToMend, kMorning));
    done.why = "Simulated: ten contacts practiced.";
    add_event(member, done);
    day_ = std::max(day_, day + kDaysToMend);
    return true;
}

}  // namespace shift311::rehearse
