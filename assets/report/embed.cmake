# Writes OUT, a C++ file that holds the style sheet STYLE as text.
file(READ "${STYLE}" css)
file(WRITE "${OUT}" "// Made by the build from assets/report/report.css.\n#include \"assessment/reports/page.hpp\"\n\n"
  "namespace shift311::reports {\n\nstd::string_view style_sheet() { return R\"css(${css})css\"; }\n\n}  // namespace shift311::reports\n")
