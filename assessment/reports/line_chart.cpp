#include "assessment/reports/line_chart.hpp"

#include "assessment/reports/html_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace shift311::reports {
namespace {

constexpr int kWidth = 712;
constexpr int kHeight = 224;
constexpr int kLeft = 44;
constexpr int kRight = 16;
constexpr int kTop = 12;
constexpr int kBottom = 32;
constexpr std::size_t kMostMarks = 80;  // beyond this the marks would run together

}  // namespace

std::string line_chart(const std::vector<ChartPoint>& points, const std::string& title, const std::string& first,
                       const std::string& last) {
    // Tenths of a pixel, whole numbers: the same bytes everywhere.
    const auto tenths = [](int value) { return fmt::format("{}.{}", value / 10, value % 10); };
    const auto y = [](int percent) {
        return (kHeight - kBottom) * 10 - std::clamp(percent, 0, 100) * (kHeight - kTop - kBottom) / 10;
    };
    const auto x = [&](std::size_t i) {
        const auto steps = static_cast<std::int64_t>(std::max<std::size_t>(points.size(), 2) - 1);
        return kLeft * 10 + static_cast<int>(static_cast<std::int64_t>(i) * (kWidth - kLeft - kRight) * 10 / steps);
    };
    std::string out = fmt::format(
        "<svg class=\"chart\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\" font-family=\"inherit\" "
        "font-size=\"12\" "
        "fill=\"#566472\">\n",
        kWidth, kHeight, html(title));
    for (const int percent : std::array{0, 25, 50, 75, 100}) {
        out += fmt::format(
            "<line x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\" stroke=\"#d8dfe6\"/><text x=\"{}\" y=\"{}\" "
            "text-anchor=\"end\">{}</text>\n",
            kLeft, kWidth - kRight, tenths(y(percent)), tenths(y(percent)), kLeft - 8, tenths(y(percent) + 40),
            percent);
    }
    std::string path;
    for (std::size_t i = 0; i < points.size(); ++i)
        path += tenths(x(i)) + "," + tenths(y(points[i].percent)) + " ";
    out += "<polyline fill=\"none\" stroke=\"#0b6bcb\" stroke-width=\"2\" stroke-linejoin=\"round\" points=\"" + path +
           "\"/>\n";
    if (points.size() <= kMostMarks) {
        for (std::size_t i = 0; i < points.size(); ++i) {
            out += fmt::format(
                "<circle cx=\"{}\" cy=\"{}\" r=\"4.5\" fill=\"{}\" stroke=\"#0b6bcb\" stroke-width=\"2\"><title>{}"
                "</title></circle>\n",
                tenths(x(i)), tenths(y(points[i].percent)), points[i].passed ? "#0b6bcb" : "#fff",
                html(points[i].label));
        }
    }
    out +=
        fmt::format("<text x=\"{}\" y=\"{}\">{}</text><text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>\n</svg>\n",
                    kLeft, kHeight - 8, html(first), kWidth - kRight, kHeight - 8, html(last));
    return out;
}

}  // namespace shift311::reports
