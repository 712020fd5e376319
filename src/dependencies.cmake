# Third-party sources by pinned commit. FETCHCONTENT_SOURCE_DIR_<NAME> points one of them at a folder that
# is already there (build-wasm.sh does so with Debian's source packages). README.md lists reason and licence.
include(FetchContent)

FetchContent_Declare(json GIT_REPOSITORY https://github.com/nlohmann/json.git
                     GIT_TAG 9cca280a4d0ccf0c08f47a99aa71d1b0e52f8d03 # v3.11.3
                     SOURCE_SUBDIR no_build)
FetchContent_Declare(doctest GIT_REPOSITORY https://github.com/doctest/doctest.git
                     GIT_TAG 6804767ee637789db8a5cb281381cae98dc36906 # v2.5.2
                     SOURCE_SUBDIR no_build)
FetchContent_Declare(imgui GIT_REPOSITORY https://github.com/ocornut/imgui.git
                     GIT_TAG 45acd5e0e82f4c954432533ae9985ff0e1aad6d5 # v1.92.2b
                     SOURCE_SUBDIR no_build)
FetchContent_MakeAvailable(json)
add_library(json INTERFACE)
target_include_directories(json SYSTEM INTERFACE ${json_SOURCE_DIR}/include)
# The explorer reads by events and never throws; the library's own exceptions would cost size.
target_compile_definitions(json INTERFACE JSON_NOEXCEPTION JSON_HAS_FILESYSTEM=0
                                          JSON_HAS_EXPERIMENTAL_FILESYSTEM=0 JSON_NO_IO)

if(EXPLORER_TESTS)
  FetchContent_MakeAvailable(doctest)
  add_library(doctest INTERFACE)
  target_include_directories(doctest SYSTEM INTERFACE ${doctest_SOURCE_DIR})
endif()

if(EMSCRIPTEN)
  FetchContent_MakeAvailable(imgui)

  # Its draw lists and its allocator; the linker leaves out the rest of both files.
  add_library(imgui STATIC ${imgui_SOURCE_DIR}/imgui.cpp ${imgui_SOURCE_DIR}/imgui_draw.cpp)
  target_include_directories(imgui SYSTEM PUBLIC ${imgui_SOURCE_DIR})
  target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="canvas/imgui_config.h")
  target_include_directories(imgui PUBLIC ${PROJECT_SOURCE_DIR}/src)
endif()
