# What the library is made with, all from Debian's packages. One interface target carries it, headers marked SYSTEM.
find_package(Boost 1.74 REQUIRED COMPONENTS graph program_options iostreams)
find_package(TBB REQUIRED)
find_package(LibXml2 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(GRAPHVIZ REQUIRED IMPORTED_TARGET libcgraph libgvc)
pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET libutf8proc)
find_path(RAPIDJSON_INCLUDE_DIR rapidjson/document.h REQUIRED)
find_path(MSGPACK_INCLUDE_DIR msgpack.hpp REQUIRED)
find_path(ROBIN_MAP_INCLUDE_DIR tsl/robin_map.h REQUIRED)

if(NOT TARGET entente_dependencies)
  add_library(entente_dependencies INTERFACE IMPORTED GLOBAL)
  target_include_directories(entente_dependencies SYSTEM INTERFACE ${RAPIDJSON_INCLUDE_DIR} ${MSGPACK_INCLUDE_DIR} ${ROBIN_MAP_INCLUDE_DIR})
  # RapidJSON 1.1 uses std::iterator, and its std::string support is off by default; msgpack-cxx needs no Boost this way.
  target_compile_definitions(entente_dependencies INTERFACE RAPIDJSON_HAS_STDSTRING=1 MSGPACK_NO_BOOST)
  target_link_libraries(entente_dependencies INTERFACE Boost::graph Boost::program_options Boost::iostreams TBB::tbb
                                                       LibXml2::LibXml2 PkgConfig::GRAPHVIZ PkgConfig::PCRE2
                                                       PkgConfig::UTF8PROC)
endif()
