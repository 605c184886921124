#include "assessment/records/account.hpp"

#include "assessment/records/store.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/support/catch.hpp"

#include <sodium.h>

using namespace shift311::records;
using namespace shift311::records::tests;

namespace {

/// The least that Argon2id takes: these tests are about who gets in, not about how long guessing takes.
constexpr Effort kLittle{crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};

std::string refusal(const Account& account, Right right, const std::string& about = {}) {
    try {
        demand(account, right, about);
        return {};
    } catch (const Forbidden& refused) {
        return refused.what();
    }
}

}  // namespace

TEST_CASE("The rights of every role", "[records]") {
    // T trainee, R trainer, H HR, A administrator
    struct Line {
        Right right;
        const char* may;
    };
    constexpr std::array kLines{
        Line{Right::practice, "TRA"}, Line{Right::read_own, "TRHA"},    Line{Right::export_own, "TRHA"},
        Line{Right::answer_own, "T"}, Line{Right::read_all, "RHA"},     Line{Right::review, "RH"},
        Line{Right::rate, "R"},       Line{Right::enroll, "R"},         Line{Right::start_exam, "R"},
        Line{Right::sign_off, "R"},   Line{Right::answer_dispute, "R"}, Line{Right::rescore, "RA"},
        Line{Right::verify, "RHA"},   Line{Right::export_all, "HA"},    Line{Right::accommodate, "RH"},
        Line{Right::hold, "HA"},      Line{Right::impact, "H"},         Line{Right::manage_people, "A"}};
    REQUIRE(kLines.size() == kRights);
    const std::string letters = "TRHA";
    for (const Line& line : kLines)
        for (const Role role : kRoles) {
            INFO(word(role) << " " << deed(line.right));
            const bool expected =
                std::string(line.may).find(letters[static_cast<std::size_t>(role)]) != std::string::npos;
            CHECK(may(role, line.right) == expected);
            Account account;
            account.person = {"id", "Sam Ortiz", ""};
            account.role = role;
            CHECK(refusal(account, line.right).empty() == expected);
        }
    for (const Role role : kRoles) {
        Role read{};
        CHECK(read_word(word(role), read));
        CHECK(read == role);
    }
    Role none{};
    CHECK_FALSE(read_word("Trainer", none));
    CHECK_FALSE(read_word("", none));
}

TEST_CASE("A trainee's rights end at their own records", "[records]") {
    Account trainee;
    trainee.person = {"me", "Dana Reyes", ""};
    CHECK(refusal(trainee, Right::read_own, "me").empty());
    CHECK(refusal(trainee, Right::read_own, "somebody") ==
          "Dana Reyes is signed in as a trainee and may do that for Dana Reyes only.");
    CHECK_FALSE(refusal(trainee, Right::export_own, "somebody").empty());
    CHECK_FALSE(refusal(trainee, Right::answer_own, "somebody").empty());
    CHECK_FALSE(refusal(trainee, Right::practice, "somebody").empty());
    CHECK(refusal(trainee, Right::rate) == "Dana Reyes is signed in as a trainee and may not rate contacts.");
    Account hr = trainee;
    hr.role = Role::hr;
    CHECK(refusal(hr, Right::read_own, "somebody").empty());
    CHECK(refusal(hr, Right::export_own, "somebody").empty());
    Account trainer = trainee;
    trainer.role = Role::trainer;
    CHECK(refusal(trainer, Right::read_own, "somebody").empty());
    CHECK_FALSE(refusal(trainer, Right::export_own, "somebody").empty());
}

TEST_CASE("The first administrator is made once, and the last one stays", "[records]") {
    const TempFolder folder;
    Store store = Store::open(folder / "records.db");
    CHECK_FALSE(has_administrator(store));
    CHECK_THROWS_AS(make_first_administrator(store, "Ann", "123", kLittle), std::invalid_argument);
    CHECK_THROWS_AS(make_first_administrator(store, "Ann", "short", kLittle), std::invalid_argument);
    CHECK_FALSE(has_administrator(store));
    const Account ann = make_first_administrator(store, "Ann Lee", "a long passphrase", kLittle);
    CHECK(ann.role == Role::administrator);
    CHECK(ann.secret);
    CHECK(has_administrator(store));
    CHECK_THROWS_AS(make_first_administrator(store, "Bob", "a long passphrase", kLittle), std::invalid_argument);
    CHECK_THROWS_AS(set_account(store, ann, "ann lee", Role::trainer, {}, kLittle), std::invalid_argument);
    const Account bob = set_account(store, ann, "Bob", Role::administrator, "4711", kLittle);
    CHECK(set_account(store, bob, "Ann Lee", Role::trainer, {}, kLittle).role == Role::trainer);
    CHECK(account(store, "Ann Lee")->secret);  // a change of role keeps the passphrase
    CHECK_THROWS_AS(set_account(store, *account(store, "Ann Lee"), "Bob", Role::trainee, {}, kLittle), Forbidden);
    CHECK_THROWS_AS(set_secret(store, *account(store, "Ann Lee"), "Bob", "87654321", kLittle), Forbidden);
    CHECK_NOTHROW(set_secret(store, *account(store, "Ann Lee"), "Ann Lee", "another passphrase", kLittle));
    CHECK(sign_in(store, "Ann Lee", "another passphrase", "2026-11-21T08:00:00Z").account.has_value());
    CHECK(store.check_all() == std::vector<std::string>{});
}

TEST_CASE("Passphrases are kept as Argon2id, with libsodium's interactive limits unless a test says less",
          "[records]") {
    const TempFolder folder;
    const std::string path = folder / "records.db";
    {
        Store store = Store::open(path);
        make_first_administrator(store, "Ann", "correct horse battery");
        const std::string kept = store.account_rows().front().secret;
        CHECK(kept.rfind("$argon2id$v=19$m=65536,t=2,p=1$", 0) == 0);
        CHECK(crypto_pwhash_str_needs_rehash(kept.c_str(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                             crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0);
        CHECK(sign_in(store, "Ann", "correct horse battery", "2026-11-21T08:00:00Z").account.has_value());
    }
    CHECK(bytes_of(path).find("correct horse") == std::string::npos);
}

TEST_CASE("What makes a passphrase weak", "[records]") {
    CHECK(weakness("1234").empty());
    CHECK(weakness("eight ch").empty());
    CHECK(weakness("señoríí8").empty());
    for (const char* weak : {"", "123", "seven c", "12 4", "\xff\xff\xff\xff\xff\xff\xff\xff"})
        CHECK_FALSE(weakness(weak).empty());
    CHECK_FALSE(weakness(std::string(257, 'x')).empty());
}

TEST_CASE("Five failures lock an account for five minutes, five more for an hour, also over a restart", "[records]") {
    const TempFolder folder;
    const std::string path = folder / "records.db";
    {
        Store store = Store::open(path);
        const Account ann = make_first_administrator(store, "Ann", "a long passphrase", kLittle);
        set_account(store, ann, "Dana", Role::trainee, "2468", kLittle);
        store.add_person("No Account");
        CHECK(sign_in(store, "Nobody", "2468", "2026-11-21T08:00:00Z").refusal ==
              "There is nobody called Nobody in the records.");
        CHECK_THAT(sign_in(store, "No Account", "2468", "2026-11-21T08:00:00Z").refusal,
                   Catch::Matchers::Contains("no passphrase yet"));
        for (int i = 1; i <= 4; ++i) {
            const SignIn answer = sign_in(store, "Dana", "0000", "2026-11-21T08:00:0" + std::to_string(i) + "Z");
            CHECK_FALSE(answer.account);
            CHECK(answer.refusal ==
                  "That passphrase is not right; " + std::to_string(5 - i) +
                      (i == 4 ? " more failure locks the account." : " more failures lock the account."));
        }
    }
    {
        Store store = Store::open(path);
        CHECK(
            sign_in(store, "Dana", "0000", "2026-11-21T08:00:05Z").refusal ==
            "The account of Dana is locked until 08:05 UTC, after 5 sign-ins that failed; an administrator can unlock "
            "it.");
    }
    Store store = Store::open(path);
    CHECK_FALSE(sign_in(store, "Dana", "2468", "2026-11-21T08:05:04Z").account);  // right, and still locked
    for (int i = 0; i < 5; ++i)
        CHECK_FALSE(sign_in(store, "Dana", "1111", "2026-11-21T08:06:00Z").account);
    CHECK_FALSE(sign_in(store, "Dana", "2468", "2026-11-21T09:05:59Z").account);
    CHECK(sign_in(store, "Dana", "2468", "2026-11-21T09:06:00Z").account.has_value());
    for (int i = 0; i < 5; ++i)
        CHECK_FALSE(sign_in(store, "Dana", "1111", "2026-11-21T10:00:00Z").account);  // counted from nothing again
    CHECK_FALSE(sign_in(store, "Dana", "2468", "2026-11-21T10:04:59Z").account);
    CHECK_THROWS_AS(unlock(store, *account(store, "Dana"), "Dana"), Forbidden);
    unlock(store, *account(store, "Ann"), "Dana");
    CHECK(sign_in(store, "Dana", "2468", "2026-11-21T10:05:00Z").account.has_value());
    CHECK(store.check_all() == std::vector<std::string>{});
}

TEST_CASE("Two settings of one account in the same second: the later one counts", "[records]") {
    const TempFolder folder;
    Store store = Store::open(folder / "records.db");
    const Account ann = make_first_administrator(store, "Ann", "a long passphrase", kLittle);
    for (const Role role : {Role::trainer, Role::hr, Role::trainee, Role::trainer})
        CHECK(set_account(store, ann, "Sam", role, {}, kLittle).role == role);
    CHECK(accounts(store).size() == 2);
    CHECK(account(store, "sam")->role == Role::trainer);
}
