// shift311 verify: proves the records whole, and names what is not.
#include "sim/app/access.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/options.hpp"
#include "sim/app/output.hpp"

#include <iostream>

namespace shift311::app {
namespace {

std::string count(std::int64_t number, const std::string& one) {
    return std::to_string(number) + " " + one + (number == 1 ? "" : "s");
}

}  // namespace

int verify(const RecordsOptions& options) {
    const records::Store store = records::Store::open_for_proof(records_path(options.db));
    demand(Access::unnoted(store, options.access), records::Right::verify);
    const records::Proof proof = store.prove();
    for (const std::string& fault : proof.faults)
        std::cout << fault << '\n';
    for (const std::string& note : proof.notes)
        std::cerr << note << '\n';
    if (proof.not_judged_again > 0)
        std::cerr << count(proof.not_judged_again, "scorecard") << (proof.not_judged_again == 1 ? " was" : " were")
                  << " made by rules that this file does not keep, and could not be judged again.\n";
    for (const auto& [program, cards] : proof.worded_otherwise)
        std::cerr << count(cards, "scorecard") << (cards == 1 ? " was" : " were") << " made by shift311 " << program
                  << ", which explains some points in other words; every point comes out the same.\n";
    if (proof.set_aside > 0)
        std::cerr << count(proof.set_aside, "attempt") << " could not be read and "
                  << (proof.set_aside == 1 ? "was" : "were") << " set aside.\n";
    std::cerr << count(proof.attempts, "attempt") << " and " << count(proof.records, "record") << " checked, "
              << (proof.faults.empty() ? "everything is whole."
                                       : count(static_cast<std::int64_t>(proof.faults.size()), "fault") + ".")
              << '\n';
    std::cerr << "The chain ends at record " << proof.head.number << " with " << proof.head.hash
              << ". Whoever can write the file could make the whole chain anew; compare this with a report printed "
                 "earlier, which names the end at its time.\n";
    return proof.faults.empty() ? kDone : kFaults;
}

}  // namespace shift311::app
