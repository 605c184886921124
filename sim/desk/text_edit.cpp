#include "sim/desk/text_edit.hpp"

#include "sim/desk/utf8.hpp"

#include <algorithm>
#include <utility>

namespace shift311::desk {

namespace {

constexpr std::size_t kHistory = 200;

bool breaks(char c) {
    return c == ' ' || c == '\n';
}

std::size_t word_left(const std::string& text, std::size_t at) {
    while (at > 0 && breaks(text[at - 1]))
        --at;
    while (at > 0 && !breaks(text[at - 1]))
        --at;
    return at;
}

std::size_t word_right(const std::string& text, std::size_t at) {
    while (at < text.size() && !breaks(text[at]))
        ++at;
    while (at < text.size() && breaks(text[at]))
        ++at;
    return at;
}

}  // namespace

void TextEdit::reset(std::string_view value) {
    if (value == text_) return;
    text_ = value;
    caret_ = anchor_ = text_.size();
    past_.clear();
    future_.clear();
    typing_ = false;
}

void TextEdit::go(std::size_t at, bool select) {
    caret_ = std::min(at, text_.size());
    if (!select) anchor_ = caret_;
    typing_ = false;
}

void TextEdit::place(std::size_t at, bool select) {
    go(at, select);
}

void TextEdit::move_left(bool select) {
    go(selecting() && !select ? selection_begin() : previous_stop(text_, caret_), select);
}

void TextEdit::move_right(bool select) {
    go(selecting() && !select ? selection_end() : next_stop(text_, caret_), select);
}

void TextEdit::move_word_left(bool select) {
    go(word_left(text_, caret_), select);
}
void TextEdit::move_word_right(bool select) {
    go(word_right(text_, caret_), select);
}

void TextEdit::select_all() {
    anchor_ = 0;
    caret_ = text_.size();
    typing_ = false;
}

void TextEdit::select_word(std::size_t at) {
    at = std::min(at, text_.size());
    std::size_t begin = at, end = at;
    while (begin > 0 && !breaks(text_[begin - 1]))
        --begin;
    while (end < text_.size() && !breaks(text_[end]))
        ++end;
    anchor_ = begin;
    caret_ = end;
    typing_ = false;
}

void TextEdit::remember(bool typed) {
    if (!(typed && typing_)) {
        past_.push_back({text_, caret_});
        if (past_.size() > kHistory) past_.erase(past_.begin());
    }
    future_.clear();
    typing_ = typed;
}

void TextEdit::insert(std::string_view text, bool typed) {
    if (text.empty()) return;
    remember(typed && !selecting());
    text_.replace(selection_begin(), selection_end() - selection_begin(), text);
    caret_ = anchor_ = selection_begin() + text.size();
    typing_ = typed;
}

bool TextEdit::erase(std::size_t begin, std::size_t end) {
    if (begin >= end) return false;
    remember(false);
    text_.erase(begin, end - begin);
    caret_ = anchor_ = begin;
    return true;
}

bool TextEdit::erase_selection() {
    return erase(selection_begin(), selection_end());
}
bool TextEdit::erase_left() {
    return selecting() ? erase_selection() : erase(previous_stop(text_, caret_), caret_);
}
bool TextEdit::erase_right() {
    return selecting() ? erase_selection() : erase(caret_, next_stop(text_, caret_));
}
bool TextEdit::erase_word_left() {
    return selecting() ? erase_selection() : erase(word_left(text_, caret_), caret_);
}
bool TextEdit::erase_word_right() {
    return selecting() ? erase_selection() : erase(caret_, word_right(text_, caret_));
}

bool TextEdit::undo() {
    if (past_.empty()) return false;
    future_.push_back({text_, caret_});
    text_ = std::move(past_.back().text);
    caret_ = anchor_ = past_.back().caret;
    past_.pop_back();
    typing_ = false;
    return true;
}

bool TextEdit::redo() {
    if (future_.empty()) return false;
    past_.push_back({text_, caret_});
    text_ = std::move(future_.back().text);
    caret_ = anchor_ = future_.back().caret;
    future_.pop_back();
    typing_ = false;
    return true;
}

}  // namespace shift311::desk
