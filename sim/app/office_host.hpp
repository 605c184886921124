// What the screens by role ask of the program, answered from the records by whoever signed in.
#pragma once

#include "assessment/records/account.hpp"
#include "assessment/records/store.hpp"
#include "sim/app/content.hpp"
#include "sim/app/desk_host.hpp"
#include "sim/desk/office_host.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace shift311::app {

class OfficeHost final : public desk::OfficeHost {
  public:
    /// `practice` is told who signed in: their exam's sittings are theirs to take.
    OfficeHost(const script::Library& library, const Ear& ear, records::Store& store, DeskHost& practice)
        : library_(library), ear_(ear), store_(store), practice_(practice) {}

    bool guarded() override;
    desk::SignedIn sign_in(const std::string& name, const std::string& secret) override;
    void sign_out() override;
    desk::SignedIn make_first_administrator(const std::string& name, const std::string& secret) override;
    std::vector<desk::Member> members() override;
    void set_member(const std::string& name, records::Role role, const std::string& secret) override;

    desk::File file(const std::string& person) override;
    void answer(const standing::Dispute& said) override;

    std::vector<desk::RosterLine> roster() override;
    void enroll(const std::string& person, const std::string& program) override;
    void open_exam(const std::string& person) override;
    void close_exam(const std::string& person, const std::string& why) override;
    void plan_remediation(const std::string& person, const std::string& plan) override;
    void remediation_done(const std::string& person, const std::string& how) override;
    void sign_off(const std::string& person, const std::string& outcome, const std::string& why,
                  const std::string& secret) override;
    desk::Review review(const std::string& attempt, bool blind) override;
    standing::Report draft_day(const std::string& person) override;
    standing::Report draft_contact(const std::string& attempt, journal::ContactId contact, bool blind) override;
    void sign(const standing::Report& report) override;
    void override_finding(const std::string& trainee, const standing::Override& change) override;
    std::vector<desk::DisputeLine> disputes() override;
    void answer_dispute(const std::string& dispute, const std::string& answer, const std::string& words) override;
    std::string write_report(const std::string& person, desk::ReportFormat format) override;

  private:
    void demand(records::Right right, const std::string& about = {}) const;
    /// Throws unless somebody else is meant: nobody rates or signs for themselves.
    void demand_other(const std::string& person) const;
    records::Person known(const std::string& name) const;
    std::string my_id() const { return account_ ? account_->person.id : std::string{}; }
    bool reads_results(const standing::History& history) const;
    const standing::Program* program_of(const standing::History& history) const;
    standing::Event event(const std::string& kind, const std::string& program) const;
    void remediate(const std::string& person, const std::string& kind, const std::string& words);
    std::vector<desk::Sitting> sittings(const standing::History& history, const standing::Program& program) const;
    void add_exam(desk::File& file, const standing::History& history, const standing::Program& program) const;
    std::vector<desk::WorkLine> attempts_of(const records::Person& person, const standing::History& history,
                                            const std::set<std::string>& due) const;
    std::vector<desk::WorkLine> results_of(const records::Person& person, const standing::History& history,
                                           const standing::Program* program) const;

    const script::Library& library_;
    const Ear& ear_;
    records::Store& store_;
    DeskHost& practice_;
    std::optional<records::Account> account_;
};

}  // namespace shift311::app
