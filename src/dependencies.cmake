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
FetchContent_Declare(sdl2 GIT_REPOSITORY https://github.com/libsdl-org/SDL.git
                     GIT_TAG 5d249570393f7a37e037abf22cd6012a4cc56a71 # release-2.32.10
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
  FetchContent_MakeAvailable(imgui sdl2)

  # Of SDL2 the page needs a window with a WebGL context. Its own CMake project would first try some 170 little
  # programs, minutes with emcc; the library ships a configuration for Emscripten, so the files are named here.
  set(sdl2_sources "")
  foreach(folder . atomic cpuinfo file libm loadso/dummy stdlib thread thread/generic timer timer/unix video
                 video/emscripten)
    file(GLOB folder_sources ${sdl2_SOURCE_DIR}/src/${folder}/*.c)
    list(APPEND sdl2_sources ${folder_sources})
  endforeach()
  # What these hold is stood in for by platform/sdl_left_out.cpp.
  list(FILTER sdl2_sources EXCLUDE REGEX "/(SDL_error|SDL_log|SDL_emscripten(events|mouse|framebuffer))[.]c$")
  add_library(SDL2-static STATIC ${sdl2_sources})
  target_include_directories(SDL2-static SYSTEM PUBLIC ${sdl2_SOURCE_DIR}/include)
  target_include_directories(SDL2-static PRIVATE ${sdl2_SOURCE_DIR}/src/video/khronos)
  target_compile_options(SDL2-static PRIVATE -w -fno-strict-aliasing)
  foreach(subsystem AUDIO RENDER JOYSTICK HAPTIC HIDAPI POWER SENSOR LOCALE MISC FILESYSTEM LOADSO)
    target_compile_definitions(SDL2-static PRIVATE SDL_${subsystem}_DISABLED=1)
  endforeach()
  # Without its software blitters and assertions, which nothing here calls.
  target_compile_definitions(SDL2-static PRIVATE SDL_LEAN_AND_MEAN=1 SDL_ASSERT_LEVEL=0)

  # Its draw lists and its allocator; the linker leaves out the rest of both files.
  add_library(imgui STATIC ${imgui_SOURCE_DIR}/imgui.cpp ${imgui_SOURCE_DIR}/imgui_draw.cpp)
  target_include_directories(imgui SYSTEM PUBLIC ${imgui_SOURCE_DIR})
  target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="canvas/imgui_config.h")
  target_include_directories(imgui PUBLIC ${PROJECT_SOURCE_DIR}/src)
endif()
