#include "sim/app/exam_ending.hpp"

#include "sim/app/drill_session.hpp"

namespace shift311::app {

std::vector<std::string> end_parts(const script::Library& library, const Ear& ear, records::Store& store,
                                   const std::string& person, const std::string& form) {
    std::vector<std::string> set_aside;
    for (const records::OpenAttempt& open : store.open_attempts(person)) {
        const journal::Head head = store.journal(open.id).head;
        if (head.purpose != "exam" || head.form != form) continue;
        try {
            if (scoring::is_drill(open.shift)) {
                DrillSession session(store, library, open.id);
                session.run().submit(drill::Stop{}, session.run().state().at);
            } else {
                Session session(library, ear, store, open.id);
                session.run().submit(shift::Quit{}, session.run().state().at);
            }
        } catch (const records::Trouble&) {
            throw;
        } catch (const std::runtime_error& fault) {
            store.finish(open.id, "set_aside");
            set_aside.emplace_back(fault.what());
        }
    }
    return set_aside;
}

}  // namespace shift311::app
