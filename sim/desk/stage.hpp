// Where a face plays: a Dear ImGui context, the input queue, and the loop that lets every press have its own frame.
// Needs no window; the window only shows what stands here.
#pragma once

#include "sim/desk/face.hpp"
#include "sim/desk/fonts.hpp"
#include "sim/desk/input.hpp"
#include "sim/desk/theme.hpp"
#include "sim/desk/ui.hpp"

#include <string>
#include <vector>

struct ImGuiContext;
struct ImDrawData;

namespace shift311::desk {

struct Look {
    Mode mode = Mode::dark;
    int text_scale = 100;  ///< percent, chosen by the person
    float density = 1;     ///< of the screen: 2 on a screen with twice the pixels
    bool operator==(const Look&) const = default;
};

class Stage {
  public:
    Stage(const FontFiles& files, const Look& look, Clipboard clipboard);
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    Input& input() { return input_; }
    Ui& ui() { return ui_; }
    const Look& look() const { return look_; }
    /// Takes effect before the next frame; the font atlas is built anew if the size changed.
    void look(const Look& look) { wanted_ = look; }
    /// Letters that loaded content needs besides the usual ones.
    void letters(const std::string& extra);
    /// What was wrong with the fonts, one sentence each.
    const std::vector<std::string>& font_faults() const { return faults_; }

    /// Plays all pending input, one slice a frame, then one more frame to show what came of it.
    void frame(Face& face, Millis now, float wide, float high);
    bool pending() const { return input_.pending(); }
    ImDrawData* draw_data() const;
    /// Counts the times the font atlas was built: the window then needs a new texture.
    int atlas_version() const { return atlas_version_; }
    ImFontAtlas& atlas() const;
    int mouse_cursor() const { return cursor_; }

  private:
    void one_frame(Face& face, const Slice& slice, Millis now, float wide, float high);
    void rebuild();

    ImGuiContext* context_;
    FontFiles files_;
    Look look_, wanted_;
    std::string extra_;
    bool stale_ = true;
    std::vector<std::string> faults_;
    int atlas_version_ = 0;
    Input input_;
    Ui ui_;
    Millis last_ = 0;
    int cursor_ = 0;
};

}  // namespace shift311::desk
