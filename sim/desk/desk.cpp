#include "sim/desk/desk.hpp"

#include "assessment/scoring/drill.hpp"
#include "sim/desk/settings_view.hpp"

#include <algorithm>
#include <stdexcept>
#include <variant>

namespace shift311::desk {

namespace {

constexpr int kDebriefUpTo = 2;  ///< levels at which every contact is followed by its debrief

bool clicks(const journal::Event& event) {
    return std::holds_alternative<journal::Answered>(event.act) || std::holds_alternative<journal::Ended>(event.act) ||
           std::holds_alternative<journal::HoldBegan>(event.act) ||
           std::holds_alternative<journal::HoldEnded>(event.act) ||
           std::holds_alternative<journal::TransferAnswered>(event.act);
}

}  // namespace

Desk::Desk(Host& host, Options options, OfficeHost* office)
    : host_(host), office_host_(office), options_(std::move(options)), person_(options_.trainee) {
    starting_ = !person_.empty() && (!options_.shift.empty() || options_.resume);
    if (office_host_ != nullptr && office_host_->guarded()) {
        sign_in_ = std::make_unique<SignInScreen>(*office_host_, SignInScreen::Way::sign_in, person_);
        return;
    }
    if (!person_.empty()) {
        const auto people = host_.people();
        if (std::find(people.begin(), people.end(), person_) == people.end())
            if (const auto refusal = host_.add_person(person_)) throw std::runtime_error(*refusal);
    }
    make_start();
    if (!options_.shift.empty() || options_.level != 0) start_->choose_shift(options_.shift, options_.level);
}

Desk::~Desk() = default;

void Desk::close_asked() {
    if (call_) host_.leave_shift();
    quit_ = true;
}

std::string Desk::screen() const {
    if (debrief_) return "debrief";
    if (summary_) return "summary";
    if (drill_) return "drill";
    if (call_) return "shift";
    if (sign_in_) return "sign-in";
    return office_ ? office_->screen() : "start";
}

bool Desk::clock_runs() const {
    return call_ && !debrief_ && !summary_ && !call_->seat().state().over && call_->running(now_);
}

Sounds Desk::sounds() const {
    Sounds s;
    s.mute = settings_.mute;
    s.clicks = clicks_;
    if (!clock_runs()) return s;
    const shift::Screen& screen = call_->seat().screen();
    if (screen.stage == shift::Stage::transferring) {
        s.lasting = Sounds::Lasting::ring_back;
    } else if (screen.ringing) {
        s.lasting = Sounds::Lasting::ring;
    } else if (screen.stage == shift::Stage::on_hold) {
        s.lasting = Sounds::Lasting::hold;
    }
    return s;
}

std::optional<Millis> Desk::next_due() const {
    if (drill_) return drill_->next_due();
    if (debrief_) return debrief_->next_due();
    if (sign_in_) return std::nullopt;
    if (starting_) return now_;
    if (office_ && !call_) return office_->next_due();
    if (!call_ || summary_) return std::nullopt;
    std::optional<Millis> next;
    const auto sooner = [&](Millis at) { next = next ? std::min(*next, at) : at; };
    const Seat& seat = call_->seat();
    if (clock_runs()) {
        const ShiftClock& clock = seat.clock();
        sooner(clock.monotonic(shift::next_change(seat.floor(), seat.state(), clock.at())));
    }
    if (const auto until = seat.notice_until(); until && *until > now_) sooner(*until);
    return next;
}

std::string Desk::letters() const {
    std::string all;
    for (const std::string& name : host_.people())
        all += name;
    if (office_host_ != nullptr)
        for (const Member& member : office_host_->members())
            all += member.name;
    if (!call_) return unusual_letters(all);
    for (const script::Cast& cast : call_->seat().floor().casts) {
        all += cast.script.caller.name + cast.script.opening + cast.script.subject;
        for (const script::Fact& fact : cast.script.facts) {
            all += fact.value + fact.again;
            for (const std::string& line : fact.say)
                all += line;
        }
        for (const script::Beat& beat : cast.script.beats)
            all += beat.say;
    }
    return unusual_letters(all);
}

void Desk::save() {
    if (person_.empty()) return;
    try {
        host_.save(person_, settings_);
    } catch (const std::runtime_error& fault) {
        if (start_) start_->tell(fault.what());
        if (office_) office_->tell(fault.what());
    }
}

void Desk::take_up(Ui& ui, shift::Run& run, bool tour) {
    call_ = std::make_unique<CallScreen>(run, tour);
    call_->seat().clock().start(run.state().at, ui.now());
    start_.reset();
    office_.reset();
    summary_.reset();
    debrief_.reset();
    debriefed_.clear();
    // What was over before the shift was taken up has had its debrief.
    for (const shift::Contact& contact : run.state().contacts)
        if (contact.stage == shift::Stage::done) debriefed_.insert(contact.id);
    heard_ = run.events().size();
    ui.unfocus();
    ui.want_letters(letters());
}

void Desk::start(Ui& ui, const std::string& shift, int level) {
    if (options_.drills != nullptr && scoring::is_drill(shift)) {
        try {
            drill_ = std::make_unique<DrillScreen>(*options_.drills, person_, shift);
            start_.reset();
            ui.unfocus();
            ui.want_letters(letters());
        } catch (const std::runtime_error& fault) {
            if (start_) start_->tell(fault.what());
        }
        return;
    }
    if (options_.drills != nullptr && options_.drills->is_block(shift)) return sit_block(ui, shift);
    bool tour = false;
    for (const ShiftChoice& choice : host_.shifts())
        if (choice.id == shift) tour = choice.tour && !settings_.tour_done;
    try {
        take_up(ui, host_.start(person_, shift, level), tour);
    } catch (const std::runtime_error& fault) {
        if (start_) start_->tell(fault.what());
        if (office_) office_->tell(fault.what());
    }
}

void Desk::sit_block(Ui& ui, const std::string& plan) {
    try {
        drill::Run& run = options_.drills->sit_block(person_, plan);
        drill_ = std::make_unique<DrillScreen>(*options_.drills, person_, run.plan().script, &run);
        start_.reset();
        office_.reset();
        ui.unfocus();
        ui.want_letters(letters());
    } catch (const std::runtime_error& fault) {
        if (start_) start_->tell(fault.what());
        if (office_) office_->tell(fault.what());
    }
}

void Desk::begin_asked(Ui& ui) {
    if (options_.shift.empty()) return resume_asked(ui);
    // What was interrupted is offered before anything new begins; the shift asked for stands chosen below it.
    if (scoring::is_drill(options_.shift) || !host_.interrupted(person_)) start(ui, options_.shift, options_.level);
}

void Desk::resume_asked(Ui& ui) {
    try {
        if (const auto open = host_.interrupted(person_))
            take_up(ui, host_.resume(open->attempt), false);
        else if (start_)
            start_->tell("No shift of " + person_ + " was interrupted.");
    } catch (const std::runtime_error& fault) {
        if (start_) start_->tell(fault.what());
    }
}

void Desk::to_start(Ui& ui) {
    call_.reset();
    debrief_.reset();
    summary_.reset();
    if (drill_) options_.drills->leave_drill();
    drill_.reset();
    try {
        host_.leave_shift();
    } catch (const std::runtime_error&) {
        // What could not be written was told before; the records stand as they were.
    }
    office_.reset();
    make_start();
    ui.unfocus();
}

void Desk::start_frame(Ui& ui) {
    StartScreen::Deed deed = StartScreen::Deed::none;
    try {
        deed = start_->frame(ui, settings_);
        person_ = start_->person();
        switch (deed) {
            case StartScreen::Deed::none:
                break;
            case StartScreen::Deed::settings_changed:
                save();
                break;
            case StartScreen::Deed::quit:
                quit_ = true;
                break;
            case StartScreen::Deed::start:
                start(ui, start_->shift().id, start_->level());
                break;
            case StartScreen::Deed::resume:
                take_up(ui, host_.resume(start_->attempt()), false);
                break;
            case StartScreen::Deed::door:
                through_door(ui);
                break;
            case StartScreen::Deed::sign_out:
                sign_out(ui);
                break;
            case StartScreen::Deed::accounts:
                sign_in_ =
                    std::make_unique<SignInScreen>(*office_host_, SignInScreen::Way::first_administrator, person_);
                start_.reset();
                ui.unfocus();
                break;
            case StartScreen::Deed::review:
                debrief_ = std::make_unique<DebriefScreen>(host_.debriefs_of(start_->attempt()), 0, "Back");
                ui.unfocus();
                break;
        }
    } catch (const std::runtime_error& fault) {
        if (start_) start_->tell(fault.what());
    }
}

void Desk::look_for_ends(Ui& ui) {
    Seat& seat = call_->seat();
    const auto& contacts = seat.state().contacts;
    // With the last contact the shift itself ends, a moment later by the journal and at once for the eye.
    if (std::all_of(contacts.begin(), contacts.end(), [](const shift::Contact& c) {
            return c.stage == shift::Stage::done || c.stage == shift::Stage::abandoned;
        }))
        seat.refresh();
    for (; heard_ < seat.run().events().size(); ++heard_)
        if (clicks(seat.run().events()[heard_])) ++clicks_;

    const shift::State& state = seat.state();
    const bool single = seat.floor().casts.size() == 1;
    for (const shift::Contact& contact : state.contacts) {
        if (contact.stage != shift::Stage::done || !debriefed_.insert(contact.id).second) continue;
        if (seat.floor().level > kDebriefUpTo && !single) continue;
        std::vector<Debrief> shown;
        for (Debrief& d : host_.debriefs())
            if (d.contact == contact.id) shown.push_back(std::move(d));
        if (shown.empty()) continue;
        const char* next = single ? "Back to the start" : !state.over ? "Next contact" : "See the whole shift";
        debrief_ = std::make_unique<DebriefScreen>(std::move(shown), 0, next);
        ui.unfocus();
    }
    if (state.over && !summary_) {
        if (const std::string said = host_.recorded(); !said.empty()) {
            to_start(ui);
            start_->tell(said);
            return;
        }
        summary_ = std::make_unique<SummaryScreen>(host_.debriefs(), seat.run().screen(state.at));
        ui.unfocus();
    }
}

void Desk::shift_frame(Ui& ui) {
    if (ui.touched()) call_->touched(ui.now());
    const CallScreen::Deed deed = call_->frame(ui, settings_);
    switch (deed) {
        case CallScreen::Deed::none:
            break;
        case CallScreen::Deed::settings_changed:
            save();
            break;
        case CallScreen::Deed::tour_done:
            settings_.tour_done = true;
            save();
            break;
        case CallScreen::Deed::leave:
            to_start(ui);
            return;
    }
    look_for_ends(ui);
}

void Desk::debrief_frame(Ui& ui) {
    if (settings_keys(ui, settings_)) save();
    if (!debrief_->frame(ui)) return;
    debrief_.reset();
    ui.unfocus();
    // A shift of one contact has no more to say than its debrief.
    if (summary_ && call_ && call_->seat().floor().casts.size() == 1) to_start(ui);
}

void Desk::drill_frame(Ui& ui) {
    switch (drill_->frame(ui, settings_)) {
        case DrillScreen::Deed::none:
            break;
        case DrillScreen::Deed::settings_changed:
            save();
            break;
        case DrillScreen::Deed::leave:
            to_start(ui);
            break;
    }
}

void Desk::summary_frame(Ui& ui) {
    if (settings_keys(ui, settings_)) save();
    const SummaryScreen::Deed deed = summary_->frame(ui);
    if (deed.open) {
        debrief_ = std::make_unique<DebriefScreen>(summary_->debriefs(), *deed.open, "Back");
        ui.unfocus();
    }
    if (deed.leave) to_start(ui);
}

void Desk::frame(Ui& ui) {
    now_ = ui.now();
    if (sign_in_) return sign_in_frame(ui);
    if (starting_) {
        starting_ = false;
        settings_ = host_.settings(person_);
        apply_settings(ui, settings_);
        begin_asked(ui);
    }
    if (call_) call_->seat().clock().look(ui.now(), clock_runs());
    if (drill_) {
        drill_frame(ui);
    } else if (debrief_) {
        debrief_frame(ui);
    } else if (summary_) {
        summary_frame(ui);
    } else if (call_) {
        shift_frame(ui);
    } else if (office_) {
        office_frame(ui);
    } else {
        start_frame(ui);
    }
}

}  // namespace shift311::desk
