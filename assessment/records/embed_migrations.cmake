# Writes OUT, a C++ file that holds every migration of FILES (0001_begin.sql;0002_...) as text. A first line
# "-- then: FUNCTION" names the function of adopt.hpp that completes the step within the same transaction.
string(CONCAT code "// Made by the build from migrations/*.sql.\n#include \"assessment/records/adopt.hpp\"\n"
  "#include \"assessment/records/migrate.hpp\"\n\n#include <array>\n\n"
  "namespace shift311::records {\nnamespace {\n\nconstexpr std::array kMigrations{\n")
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME_WE)
  if(NOT name MATCHES "^0*([1-9][0-9]*)_")
    message(FATAL_ERROR "${file}: a migration is named 0001_what.sql")
  endif()
  set(version "${CMAKE_MATCH_1}")
  file(READ "${file}" sql)
  set(then nullptr)
  if(sql MATCHES "^-- then: ([a-z_]+)\n")
    set(then "&${CMAKE_MATCH_1}")
  endif()
  string(APPEND code "    Migration{${version}, \"${name}\", R\"sql(${sql})sql\", ${then}},\n")
endforeach()
string(APPEND code "};\n\n}  // namespace\n\nstd::span<const Migration> migrations() { return kMigrations; }\n\n"
  "}  // namespace shift311::records\n")
file(WRITE "${OUT}" "${code}")
