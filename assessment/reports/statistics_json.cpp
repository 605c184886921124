// The statistics reports as data: items, adverse impact, trainer against machine, calibration.
#include "assessment/reports/agreement_report.hpp"
#include "assessment/reports/calibration.hpp"
#include "assessment/reports/impact_report.hpp"
#include "assessment/reports/item_report.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace shift311::reports {
namespace {

using nlohmann::json;

// Rounded to a millionth, so that the last bit of a machine's arithmetic shows nowhere.
json millionths(double value) {
    const double rounded = std::round(value * 1e6) / 1e6;
    return rounded == 0 ? 0 : rounded;  // not -0
}

/// Null when there is none.
json statistic_json(const std::optional<double>& value) {
    return value && std::isfinite(*value) ? millionths(*value) : json();
}

/// [low, high], or null.
json interval_json(const std::optional<measure::Interval>& interval) {
    if (!interval) return {};
    return {millionths(interval->low), millionths(interval->high)};
}

json quality_json(const std::optional<TestQuality>& quality) {
    if (!quality) return {};
    return {{"alpha", statistic_json(quality->alpha)},
            {"interval", interval_json(quality->interval)},
            {"sem_percent", statistic_json(quality->sem)},
            {"people", quality->people},
            {"items", quality->items},
            {"small_sample", quality->people < kSmallSample}};
}

json curve_json(const std::optional<CurveRow>& curve) {
    if (!curve) return {};
    return {{"weak", statistic_json(curve->weak)},
            {"average", statistic_json(curve->average)},
            {"strong", statistic_json(curve->strong)},
            {"difficulty", statistic_json(curve->difficulty)},
            {"discrimination", statistic_json(curve->discrimination)}};
}

json row_json(const ItemRow& row) {
    json losses = json::array();
    for (const CriterionLoss& loss : row.losses) {
        losses.push_back({{"criterion", loss.criterion},
                          {"chances", loss.chances},
                          {"lost", loss.lost},
                          {"points", loss.points},
                          {"possible", loss.possible}});
    }
    return {
        {"id", row.script},
        {"title", row.title},
        {"family", row.family},
        {"plays", row.plays},
        {"people", row.people},
        {"passed_first", row.passed},
        {"critical_plays", row.critical},
        {"difficulty",
         row.pass_rate ? statistic_json(static_cast<double>(row.passed) / static_cast<double>(row.people)) : json()},
        {"difficulty_interval", interval_json(row.pass_rate)},
        {"points", row.points},
        {"possible", row.possible},
        {"discrimination", statistic_json(row.discrimination)},
        {"discrimination_interval", interval_json(row.discrimination_interval)},
        {"discrimination_people", row.compared},
        {"criteria_quality", quality_json(row.criteria)},
        {"alpha_without", statistic_json(row.alpha_without)},
        {"average_trainee", statistic_json(row.average_passes)},
        {"curve", curve_json(row.curve)},
        {"criteria", std::move(losses)},
        {"odd", row.odd}};
}

json family_json(const FamilyRow& row) {
    json tracing, factors;
    if (row.tracing) {
        tracing = {{"known_first", statistic_json(row.tracing->known)},
                   {"learn", statistic_json(row.tracing->learn)},
                   {"slip", statistic_json(row.tracing->slip)},
                   {"guess", statistic_json(row.tracing->guess)}};
    }
    if (row.factors) {
        const measure::PerformanceFactors &model = row.factors->model, &error = row.factors->error;
        factors = {{"base", statistic_json(model.base)},       {"pass", statistic_json(model.pass)},
                   {"fail", statistic_json(model.fail)},       {"base_error", statistic_json(error.base)},
                   {"pass_error", statistic_json(error.pass)}, {"fail_error", statistic_json(error.fail)}};
    }
    return {{"family", row.family},
            {"people", row.people},
            {"contacts", row.contacts},
            {"passed_first", row.passed_first},
            {"passed_third", row.passed_third},
            {"risen", row.risen},
            {"fallen", row.fallen},
            {"rises_beyond_chance", row.rises},
            {"knowledge_tracing", std::move(tracing)},
            {"knowledge_tracing_unsaid", row.tracing_unsaid},
            {"performance_factors", std::move(factors)},
            {"performance_factors_unsaid", row.factors_unsaid}};
}

json group_json(const ImpactGroup& group) {
    return {{"groups", group.names},
            {"people", group.people},
            {"certified", group.certified},
            {"rate_interval", interval_json(group.rate)},
            {"impact_ratio", statistic_json(group.ratio)},
            {"below_four_fifths", group.below ? json(*group.below) : json()},
            {"fisher_p", statistic_json(group.fisher)},
            {"z", statistic_json(group.z)},
            {"too_few", group.too_few},
            {"shortfall", group.shortfall}};
}

json calibration_object(const Calibration& report) {
    json contacts = json::array(), pairs = json::array(), spread = json::array();
    for (const CalibratedContact& one : report.contacts) {
        contacts.push_back({{"attempt", one.attempt},
                            {"contact", one.contact},
                            {"trainee", one.trainee_name},
                            {"raters", one.raters},
                            {"passes", one.passes},
                            {"fails", one.fails}});
    }
    for (const RaterPair& pair : report.pairs) {
        pairs.push_back({{"raters", {pair.one, pair.other}},
                         {"contacts", pair.contacts},
                         {"decided", pair.decided},
                         {"same", pair.same},
                         {"kappa", statistic_json(pair.kappa)},
                         {"marks", pair.marks},
                         {"quadratic_kappa", statistic_json(pair.weighted)},
                         {"mean_apart", statistic_json(pair.mean_apart)}});
    }
    for (const MarkSpread& one : report.spread) {
        spread.push_back({{"competency", one.competency},
                          {"contacts", one.contacts},
                          {"lowest", one.lowest},
                          {"highest", one.highest},
                          {"widest", one.widest},
                          {"widest_attempt", one.widest_attempt},
                          {"widest_contact", one.widest_contact},
                          {"mean_range", statistic_json(one.mean_range)}});
    }
    return {{"raters", report.raters},
            {"contacts", std::move(contacts)},
            {"pairs", std::move(pairs)},
            {"spread", std::move(spread)},
            {"fleiss_kappa", statistic_json(report.fleiss)},
            {"fleiss_contacts", report.fleiss_contacts},
            {"fleiss_raters", report.fleiss_raters},
            {"icc_2_1", report.icc ? statistic_json(report.icc->icc) : json()},
            {"icc_interval", report.icc ? interval_json(report.icc->interval) : json()},
            {"icc_targets", report.icc_targets},
            {"icc_raters", report.icc_raters},
            {"quadratic_kappa", statistic_json(report.weighted)},
            {"marks", report.marks},
            {"notes", report.notes},
            {"prepared", report.prepared}};
}

json agreement_object(const Agreement& it) {
    const auto kappa = [](const std::optional<measure::Kappa>& one) -> json {
        if (!one) return {};
        return {{"kappa", statistic_json(one->kappa)},
                {"error", statistic_json(one->error)},
                {"interval", interval_json(one->interval)},
                {"n", one->n}};
    };
    return {{"decided", it.decided},
            {"both_passed", it.both_passed},
            {"trainer_passed_machine_failed", it.trainer_only},
            {"trainer_failed_machine_passed", it.machine_only},
            {"both_failed", it.both_failed},
            {"kappa", kappa(it.kappa)},
            {"marks", it.marks},
            {"quadratic_kappa", kappa(it.weighted)},
            {"mean_difference", statistic_json(it.mean_difference)},
            {"standardized_difference", statistic_json(it.standardized)},
            {"scores", it.scores},
            {"icc_2_1", it.icc ? statistic_json(it.icc->icc) : json()},
            {"icc_interval", it.icc ? interval_json(it.icc->interval) : json()}};
}

}  // namespace

std::string item_json(const ItemReport& report) {
    json parts = json::array();
    for (const ItemPart& part : report.parts) {
        json scripts = json::array();
        for (const ItemRow& row : part.items)
            scripts.push_back(row_json(row));
        json families = json::array();
        for (const FamilyRow& row : part.families)
            families.push_back(family_json(row));
        parts.push_back({{"purpose", purpose_word(part.purpose)},
                         {"plays", part.plays},
                         {"people", part.people},
                         {"core", part.core},
                         {"alpha", quality_json(part.points)},
                         {"kr20", quality_json(part.passes)},
                         {"unsaid", part.unsaid},
                         {"caution", part.caution},
                         {"curve_people", part.curve_people},
                         {"curve_chance", statistic_json(part.curve_chance)},
                         {"curves_unsaid", part.curves_unsaid},
                         {"families", std::move(families)},
                         {"practice_unsaid", part.practice_unsaid},
                         {"scripts", std::move(scripts)}});
    }
    return json{{"parts", std::move(parts)}, {"prepared", report.prepared}}.dump(2, ' ', false,
                                                                                 json::error_handler_t::replace) +
           "\n";
}

std::string impact_json(const ImpactReport& report) {
    json tables = json::array();
    for (const ImpactTable& table : report.tables) {
        json groups = json::array();
        for (const ImpactGroup& group : table.groups)
            groups.push_back(group_json(group));
        tables.push_back({{"attribute", table.attribute},
                          {"reference", table.reference.empty() ? json() : json(table.reference)},
                          {"people", table.total ? json(table.total->people) : json()},
                          {"certified", table.total ? json(table.total->certified) : json()},
                          {"groups", std::move(groups)},
                          {"notes", table.notes}});
    }
    return json{{"program", report.program},   {"outcomes", report.outcomes}, {"least_shown", kLeastShown},
                {"tables", std::move(tables)}, {"notes", report.notes},       {"prepared", report.prepared}}
               .dump(2, ' ', false, json::error_handler_t::replace) +
           "\n";
}

std::string calibration_json(const Calibration& report) {
    return calibration_object(report).dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

std::string agreement_json(const AgreementReport& report) {
    json raters = json::array();
    for (const RaterRow& row : report.raters) {
        json one = agreement_object(row.agreement);
        one["rater"] = row.rater;
        one["name"] = row.name;
        one["ratings"] = row.ratings;
        one["blind"] = row.blind;
        one["sign_p"] = report.trainers > 1 ? statistic_json(row.sign) : json();
        one["overrides"] = row.overrides;
        one["overrides_up"] = row.raised;
        one["overrides_down"] = row.lowered;
        one["out_of_line"] = row.out_of_line;
        raters.push_back(std::move(one));
    }
    return json{{"trainers", report.trainers},
                {"blind", agreement_object(report.blind)},
                {"open", agreement_object(report.open)},
                {"exam_ratings", report.exam_ratings},
                {"exam_sample", exam_sample_sentence(report)},
                {"bar", report.bar},
                {"set_aside", report.set_aside},
                {"raters", std::move(raters)},
                {"calibration", calibration_object(report.calibration)},
                {"prepared", report.prepared}}
               .dump(2, ' ', false, json::error_handler_t::replace) +
           "\n";
}

}  // namespace shift311::reports
