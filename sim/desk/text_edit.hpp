// The text being edited: caret, selection, undo. Knows nothing of pixels or keys.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::desk {

class TextEdit {
  public:
    const std::string& text() const { return text_; }
    std::size_t caret() const { return caret_; }
    std::size_t anchor() const { return anchor_; }
    bool selecting() const { return caret_ != anchor_; }
    std::size_t selection_begin() const { return caret_ < anchor_ ? caret_ : anchor_; }
    std::size_t selection_end() const { return caret_ < anchor_ ? anchor_ : caret_; }
    std::string selected() const { return text_.substr(selection_begin(), selection_end() - selection_begin()); }

    /// The value came from outside: caret to the end, history gone. Nothing happens if it is the text already.
    void reset(std::string_view value);

    void place(std::size_t at, bool select);
    void move_left(bool select);
    void move_right(bool select);
    void move_word_left(bool select);
    void move_word_right(bool select);
    void select_all();
    void select_word(std::size_t at);

    /// Puts text in place of the selection; `typed` text joins the step of history before it.
    void insert(std::string_view text, bool typed);
    /// Each says whether it took anything away.
    bool erase_selection();
    bool erase_left();
    bool erase_right();
    bool erase_word_left();
    bool erase_word_right();

    bool undo();
    bool redo();

  private:
    struct Moment {
        std::string text;
        std::size_t caret = 0;
    };
    void remember(bool typed);
    bool erase(std::size_t begin, std::size_t end);
    void go(std::size_t at, bool select);

    std::string text_;
    std::size_t caret_ = 0, anchor_ = 0;
    std::vector<Moment> past_, future_;
    bool typing_ = false;  ///< the last change was typing at the caret
};

}  // namespace shift311::desk
