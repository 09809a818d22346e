# The HTML parser lexbor, from the sources that scripts/fetch_lexbor.sh puts under third_party: only the
# parts that a parser of pages needs. Debian 12 has no package of it.
set(lexbor_source ${PROJECT_SOURCE_DIR}/third_party/lexbor/source)
if(NOT EXISTS ${lexbor_source}/lexbor/html/parser.h)
  message(FATAL_ERROR "The HTML parser's sources are missing (third_party/lexbor). Run ./setup, which fetches them, "
                      "or scripts/fetch_lexbor.sh alone.")
endif()
file(GLOB_RECURSE lexbor_files
     ${lexbor_source}/lexbor/core/*.c ${lexbor_source}/lexbor/dom/*.c ${lexbor_source}/lexbor/html/*.c
     ${lexbor_source}/lexbor/ns/*.c ${lexbor_source}/lexbor/tag/*.c ${lexbor_source}/lexbor/ports/posix/*.c)
add_library(lexbor STATIC ${lexbor_files})
target_include_directories(lexbor SYSTEM PUBLIC ${lexbor_source})
target_compile_options(lexbor PRIVATE -w)
add_library(lexbor::html ALIAS lexbor)
