// Spelling by hunspell, with the city's own words known; silent where no dictionary is installed.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::text {

class Speller {
  public:
    /// language "en_US" or "es"; no dictionary on the machine: `available()` is false and nothing is ever misspelled.
    explicit Speller(const std::string& language);
    ~Speller();
    Speller(const Speller&) = delete;
    Speller& operator=(const Speller&) = delete;
    bool available() const;
    /// Which dictionary, and a fingerprint of its files, so that another edition shows: "en_US 3f0c2a9d5e6b7081". Empty
    /// when there is none.
    const std::string& name() const;
    void know(const std::vector<std::string>& words);
    struct Misspelling {
        std::string word;
        std::size_t offset = 0;  ///< byte offset in the text
    };
    std::vector<Misspelling> check(std::string_view text) const;

  private:
    struct Dictionary;
    std::unique_ptr<Dictionary> dictionary_;
    std::string name_;
};

}  // namespace shift311::text
