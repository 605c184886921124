# Writes OUT, a C++ file that holds every migration of FILES (0001_begin.sql;0002_...) as text.
set(code "// Made by the build from migrations/*.sql.\n#include \"assessment/records/migrate.hpp\"\n\n#include <array>\n\n"
  "namespace shift311::records {\nnamespace {\n\nconstexpr std::array kMigrations{\n")
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME_WE)
  if(NOT name MATCHES "^0*([1-9][0-9]*)_")
    message(FATAL_ERROR "${file}: a migration is named 0001_what.sql")
  endif()
  set(version "${CMAKE_MATCH_1}")
  file(READ "${file}" sql)
  string(APPEND code "    Migration{${version}, \"${name}\", R\"sql(${sql})sql\"},\n")
endforeach()
string(APPEND code "};\n\n}  // namespace\n\nstd::span<const Migration> migrations() { return kMigrations; }\n\n"
  "}  // namespace shift311::records\n")
file(WRITE "${OUT}" "${code}")
