#include "sim/shift/state.hpp"

#include <cstdint>
#include <string_view>

namespace shift311::shift {
namespace {

/// FNV-1a over a plain enumeration of every member; each text is led by its length, so that no two states look alike.
class Digest {
  public:
    void number(std::int64_t value) {
        auto bits = static_cast<std::uint64_t>(value);
        for (int byte = 0; byte < 8; ++byte) {
            mix(static_cast<unsigned char>(bits & 0xFF));
            bits >>= 8;
        }
    }
    void text(std::string_view value) {
        number(static_cast<std::int64_t>(value.size()));
        for (const char c : value)
            mix(static_cast<unsigned char>(c));
    }
    void texts(const std::vector<std::string>& values) {
        number(static_cast<std::int64_t>(values.size()));
        for (const std::string& value : values)
            text(value);
    }
    std::string hex() const {
        std::string digits(16, '0');
        std::uint64_t value = hash_;
        for (std::size_t at = 16; at-- > 0; value >>= 4)
            digits[at] = "0123456789abcdef"[value & 0xF];
        return digits;
    }

  private:
    void mix(unsigned char byte) {
        hash_ ^= byte;
        hash_ *= 0x100000001B3ULL;
    }
    std::uint64_t hash_ = 0xCBF29CE484222325ULL;
};

void add(Digest& digest, const Contact& c) {
    for (const std::int64_t value : {static_cast<std::int64_t>(c.id),
                                     static_cast<std::int64_t>(c.channel),
                                     static_cast<std::int64_t>(c.stage),
                                     c.arrived,
                                     c.answered,
                                     c.ended,
                                     c.wrapped,
                                     c.hold_since,
                                     c.caller_until,
                                     c.trainee_until,
                                     c.target_until,
                                     static_cast<std::int64_t>(c.mood),
                                     static_cast<std::int64_t>(c.replied),
                                     static_cast<std::int64_t>(c.opened),
                                     static_cast<std::int64_t>(c.hangs_up),
                                     static_cast<std::int64_t>(c.cue_heard),
                                     static_cast<std::int64_t>(c.silences),
                                     static_cast<std::int64_t>(c.looked_for_duplicates),
                                     static_cast<std::int64_t>(c.transfer_warm),
                                     c.transfer_began})
        digest.number(value);
    for (const std::string* value :
         {&c.script, &c.title, &c.from, &c.subject, &c.body, &c.service, &c.filed, &c.due, &c.opened_request,
          &c.opened_article, &c.transfer_target, &c.ended_why, &c.disposition, &c.mood_why})
        digest.text(*value);
    for (const auto* values : {&c.known, &c.said, &c.pending, &c.changed})
        digest.texts(*values);
    digest.number(static_cast<std::int64_t>(c.lines.size()));
    for (const Line& line : c.lines) {
        for (const std::int64_t value :
             {static_cast<std::int64_t>(line.seq), line.at, line.lasts, static_cast<std::int64_t>(line.who)})
            digest.number(value);
        digest.text(line.text);
        digest.texts(line.heard);
        digest.texts(line.tells);
    }
    digest.number(static_cast<std::int64_t>(c.beats.size()));
    for (const auto& [beat, count] : c.beats) {
        digest.text(beat);
        digest.number(count);
    }
    digest.number(static_cast<std::int64_t>(c.fields.size()));
    for (const auto& [field, value] : c.fields) {
        digest.text(field);
        digest.text(value);
    }
}

}  // namespace

std::string digest(const State& state) {
    Digest digest;
    for (const std::int64_t value :
         {state.at, static_cast<std::int64_t>(state.last), static_cast<std::int64_t>(state.acd),
          static_cast<std::int64_t>(state.active), static_cast<std::int64_t>(state.over)})
        digest.number(value);
    digest.text(state.over_why);
    digest.number(static_cast<std::int64_t>(state.contacts.size()));
    for (const Contact& contact : state.contacts)
        add(digest, contact);
    digest.number(static_cast<std::int64_t>(state.touched.size()));
    for (const Touched& touched : state.touched) {
        for (const std::string* value : {&touched.reference, &touched.service, &touched.address, &touched.description,
                                         &touched.status, &touched.status_note, &touched.due})
            digest.text(*value);
        digest.number(static_cast<std::int64_t>(touched.filed_here));
        digest.number(static_cast<std::int64_t>(touched.contact));
    }
    return digest.hex();
}

}  // namespace shift311::shift
