#include "sim/desk/stage.hpp"

#include "sim/desk/imgui_seam.hpp"

#include <imgui.h>

#include <algorithm>
#include <utility>

namespace shift311::desk {

Stage::Stage(const FontFiles& files, const Look& look, Clipboard clipboard)
    : context_(ImGui::CreateContext()), files_(files), look_(look), wanted_(look), ui_(std::move(clipboard)) {
    ImGui::SetCurrentContext(context_);
    seam::configure(ImGui::GetIO());
    rebuild();
}

Stage::~Stage() {
    ImGui::DestroyContext(context_);
}

void Stage::letters(const std::string& extra) {
    if (extra == extra_) return;
    extra_ = extra;
    stale_ = true;
}

ImFontAtlas& Stage::atlas() const {
    ImGui::SetCurrentContext(context_);
    return *ImGui::GetIO().Fonts;
}

void Stage::rebuild() {
    const float scale = static_cast<float>(look_.text_scale) / 100.0F * look_.density;
    if (stale_) {
        FontLoad load = load_fonts(atlas(), files_, scale, extra_);
        faults_ = std::move(load.faults);
        ui_.look(theme(look_.mode), load.fonts, scale);
        ++atlas_version_;
        stale_ = false;
    } else {
        ui_.look(theme(look_.mode), Fonts(ui_.fonts()), scale);
    }
    apply(theme(look_.mode), scale, ImGui::GetStyle());
}

void Stage::frame(Face& face, Millis now, float wide, float high) {
    ImGui::SetCurrentContext(context_);
    while (input_.pending()) {
        const Slice slice = input_.next();
        one_frame(face, slice, now, wide, high);
    }
    one_frame(face, {}, now, wide, high);
}

void Stage::one_frame(Face& face, const Slice& slice, Millis now, float wide, float high) {
    wanted_.text_scale = std::clamp(wanted_.text_scale, kLeastScale, kMostScale);
    if (!(wanted_ == look_) || stale_) {
        stale_ = stale_ || wanted_.text_scale != look_.text_scale || wanted_.density != look_.density;
        look_ = wanted_;
        rebuild();
    }
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(wide, high);
    io.DeltaTime =
        now > last_ && last_ != 0 ? static_cast<float>(std::min<Millis>(now - last_, 1000)) / 1000.0F : 0.001F;
    last_ = now;
    seam::feed(io, input_, slice);
    ImGui::NewFrame();
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(ImVec2(wide, high));
    ImGui::Begin("##desk", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
    ui_.begin(slice, input_.shift_held(), now, {0, 0, wide, high});
    face.frame(ui_);
    ui_.end();
    if (const auto wish = ui_.take_wanted_letters()) letters(*wish);
    if (const auto wish = ui_.take_wanted_look()) {
        wanted_.mode = wish->mode;
        wanted_.text_scale = wish->text_scale;
    }
    ImGui::End();
    cursor_ = ImGui::GetMouseCursor();
    ImGui::Render();
}

ImDrawData* Stage::draw_data() const {
    ImGui::SetCurrentContext(context_);
    return ImGui::GetDrawData();
}

}  // namespace shift311::desk
