#include "sim/desk/debrief/finding_view.hpp"

#include "assessment/text/align.hpp"
#include "sim/desk/call/seat.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>

namespace shift311::desk {

namespace {

constexpr std::size_t kMostEvidence = 8;

const char* lane_name(Lane lane) {
    switch (lane) {
        case Lane::caller:
            return "Caller";
        case Lane::you:
            return "You";
        case Lane::form:
            return "Form";
        case Lane::phone:
            return "Phone";
    }
    return "";
}

float column_of(const Ui& ui, float wide) {
    return std::min(ui.px(130), wide * 0.3F);
}

/// A name at the left, words at the right, broken into lines; returns the height used.
float told(Ui& ui, float x, float y, float wide, std::string_view name, std::string_view words, Tone tone = Tone::plain,
           bool mono = false) {
    const float column = column_of(ui, wide);
    const Font& font = mono ? ui.fonts().mono : ui.fonts().text;
    paint::text(ui, {x, y, column - ui.px(14), font.line}, ui.fonts().text, ui.theme().dim, name, paint::Align::right);
    return paragraph(ui, x + column, y, wide - column, font, tone, words) + ui.px(10);
}

/// The field a finding speaks of: "field.location" -> "location".
std::string field_of(const scoring::Finding& finding) {
    constexpr std::string_view kPrefix = "field.";
    return finding.criterion.rfind(kPrefix, 0) == 0 ? finding.criterion.substr(kPrefix.size()) : std::string();
}

}  // namespace

float difference_view(Ui& ui, float x, float y, float wide, std::string_view source, const std::string& said,
                      const std::string& written) {
    const Theme& t = ui.theme();
    const float column = column_of(ui, wide);
    const Font& big = ui.fonts().mono_big;
    const float needed = std::max(paint::width(big, said), paint::width(big, written));
    const Font& font = needed <= wide - column ? big : ui.fonts().mono;
    const auto parts = text::diff(said, written);
    const auto line = [&](std::string_view name, text::DiffPart::Kind own, Color mark, const std::string& whole) {
        paint::text(ui, {x, y, column - ui.px(14), font.line}, ui.fonts().text, t.dim, name, paint::Align::right);
        float left = x + column;
        for (const text::DiffPart& part : parts) {
            if (part.kind != text::DiffPart::Kind::same && part.kind != own) continue;
            const float part_wide = paint::width(font, part.text);
            if (part.kind == own)
                paint::fill(ui, {left, y, part_wide, font.line}, mix(mark, t.panel, 330), ui.px(measure::kCapCorner));
            paint::text_at(ui, left, y + (font.line - font.size) / 2, font, t.text, part.text);
            left += part_wide;
        }
        if (whole.empty()) paint::text(ui, {left, y, wide - column, font.line}, ui.fonts().text, t.dim, "nothing");
        ui.note(Role::text, name, {x + column, y, wide - column, font.line}, whole, left <= x + wide + 1);
        y += font.line + ui.px(8);
    };
    const float top = y;
    line(source, text::DiffPart::Kind::missing, t.good, said);
    line("Written", text::DiffPart::Kind::extra, t.bad, written);
    return y - top;
}

float moment_view(Ui& ui, const Rect& rect, const Moment& moment) {
    const std::string name = std::string(lane_name(moment.lane)) + ", " + time_text(moment.from);
    const bool speech = (moment.lane == Lane::caller || moment.lane == Lane::you) && moment.to > moment.from;
    return told(ui, rect.x, rect.y, rect.w, name, speech ? "\u201c" + moment.told + "\u201d" : moment.told);
}

float finding_view(Ui& ui, const Rect& rect, const Debrief& debrief, const Story& story,
                   const scoring::Finding& finding) {
    float y = rect.y;
    if (finding.critical)
        y += told(ui, rect.x, y, rect.w, "Critical", "This alone decides the contact, whatever the points.", Tone::bad);
    std::size_t shown = 0;
    const Moment* before = nullptr;
    for (const journal::Seq seq : finding.evidence) {
        const Moment* moment = moment_of(story, seq);
        if (moment == nullptr || moment == before) continue;
        before = moment;
        if (++shown > kMostEvidence) break;
        y += moment_view(ui, {rect.x, y, rect.w, rect.h}, *moment);
    }
    const std::string field = field_of(finding);
    if (const auto found = debrief.card.fields.find(field); found != debrief.card.fields.end()) {
        const scoring::FieldResult& result = found->second;
        // What nobody asked for was never said, only to be found out.
        y += difference_view(ui, rect.x, y, rect.w, result.said != 0 ? "Said" : "Expected",
                             debrief.words.value(field, result.expected), debrief.words.value(field, result.written));
        if (result.said != 0 && result.written_at != 0) {
            const Moment *said = moment_of(story, result.said), *written = moment_of(story, result.written_at);
            if (said != nullptr && written != nullptr && written->to >= said->from)
                y += told(ui, rect.x, y, rect.w, "From ear to form",
                          std::to_string((written->to - said->from + 500) / 1000) + " s after it was said");
        }
    }
    y += told(ui, rect.x, y, rect.w, "Why it counts", finding.why);
    y += told(ui, rect.x, y, rect.w, "Points", points_text(finding.points) + " of " + points_text(finding.possible),
              Tone::plain, true);
    std::string duties;
    for (const std::string& duty : debrief.key.duties)
        duties += (duties.empty() ? "" : ", ") + duty;
    if (!duties.empty()) y += told(ui, rect.x, y, rect.w, "Class spec", duties);
    return y - rect.y;
}

}  // namespace shift311::desk
