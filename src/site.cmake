# The page: the program as wasm, and everything that dist/ holds. Included for Emscripten only.
add_executable(explorer main.cpp page/explorer_page.cpp page/input.cpp page/loading.cpp page/requests.cpp
               platform/browser.cpp platform/sdl_window.cpp platform/sdl_left_out.cpp platform/libc_left_out.cpp)
explorer_room(canvas)
target_link_libraries(explorer_canvas PUBLIC explorer_view imgui)
target_link_libraries(explorer PRIVATE explorer_flags explorer_app explorer_canvas explorer_dom explorer_read_number
                                       SDL2-static)
# EM_JS bodies are JavaScript in C's clothes.
target_compile_options(explorer PRIVATE -Wno-dollar-in-identifier-extension -Wno-gnu-zero-variadic-macro-arguments
                                        -Wno-variadic-macros)
set_target_properties(explorer PROPERTIES SUFFIX .mjs)
target_link_options(
  explorer PRIVATE
  --no-entry -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createExplorer -sENVIRONMENT=web
  -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=16MB -sMAXIMUM_MEMORY=4GB -sSTACK_SIZE=1MB -sMALLOC=emmalloc
  -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0 -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sGL_ENABLE_GET_PROC_ADDRESS=0
  # Extensions would be asked for one by one, which waits for the GPU; nothing drawn here uses any.
  -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0 -sGL_SUPPORT_SIMPLE_ENABLE_EXTENSIONS=0
  -sDISABLE_EXCEPTION_THROWING=1 -sSUPPORT_LONGJMP=0 -sASSERTIONS=0 -sHTML5_SUPPORT_DEFERRING_USER_SENSITIVE_REQUESTS=0
  # The names and the larger functions stay until split_program.mjs has parted what is late from the rest.
  --profiling-funcs -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=300
  "-sINCOMING_MODULE_JS_API=[canvas,instantiateWasm]"
  "-sEXPORTED_RUNTIME_METHODS=[stringToNewUTF8,HEAPU8]" "-sEXPORTED_FUNCTIONS=[_malloc,_free]")

# Two files: what the first view needs, and what is called only after a reader has done something.
find_program(WASM_OPT NAMES wasm-opt HINTS ${EMSCRIPTEN_ROOT_PATH}/../bin REQUIRED)
find_program(WASM_SPLIT NAMES wasm-split HINTS ${EMSCRIPTEN_ROOT_PATH}/../bin REQUIRED)
set(program_folder ${PROJECT_BINARY_DIR}/program)
set(program ${program_folder}/explorer.wasm ${program_folder}/explorer_late.wasm)
set(splitter ${CMAKE_CURRENT_SOURCE_DIR}/platform/split_program.mjs)
set(late_entries ${CMAKE_CURRENT_SOURCE_DIR}/platform/late_entries.txt)
add_custom_command(
  OUTPUT ${program}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${program_folder}
  COMMAND ${NODE_EXECUTABLE} ${splitter} ${WASM_OPT} ${WASM_SPLIT} $<TARGET_FILE_DIR:explorer>/explorer.wasm
          ${late_entries} ${program}
  DEPENDS explorer ${splitter} ${late_entries}
  COMMENT "The program in two parts"
  VERBATIM)

# The loader for the worker: core and generator once more, for speed instead of size. Loaded only when needed.
file(GLOB loader_sources CONFIGURE_DEPENDS core/*.cpp generator/*.cpp)
add_executable(loader worker/loader_main.cpp ${loader_sources} ${fold_table} ${phrases})
target_link_libraries(loader PRIVATE explorer_flags json)
target_compile_options(loader PRIVATE -O3 -msimd128)
set_target_properties(loader PROPERTIES SUFFIX .mjs)
target_link_options(
  loader PRIVATE
  -O3 -msimd128 --no-entry -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createLoader -sENVIRONMENT=web,worker
  -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=16MB -sMAXIMUM_MEMORY=4GB -sSTACK_SIZE=1MB -sMALLOC=emmalloc
  -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0 -sDISABLE_EXCEPTION_THROWING=1 -sSUPPORT_LONGJMP=0 -sASSERTIONS=0
  "-sINCOMING_MODULE_JS_API=[]" "-sEXPORTED_RUNTIME_METHODS=[HEAPU8]" "-sEXPORTED_FUNCTIONS=[_malloc,_free]")

add_executable(make_static_page static_page/main.cpp)
target_link_libraries(make_static_page PRIVATE explorer_flags explorer_static_page)
target_link_options(make_static_page PRIVATE -sDISABLE_EXCEPTION_THROWING=1 -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1
                                           -sSTACK_SIZE=1MB -sEXIT_RUNTIME=1)

# The shapes of the world: Natural Earth by way of the npm package world-atlas (see README.md).
set(atlas ${PROJECT_SOURCE_DIR}/node_modules/world-atlas)
add_executable(make_map map_tool/main.cpp)
target_link_libraries(make_map PRIVATE explorer_flags explorer_map_tool)
target_link_options(make_map PRIVATE -sDISABLE_EXCEPTION_THROWING=1 -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1
                                    -sSTACK_SIZE=1MB -sEXIT_RUNTIME=1)
set(map ${PROJECT_BINARY_DIR}/map.bin)
add_custom_command(
  OUTPUT ${map}
  COMMAND ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:make_map> ${atlas}/countries-110m.json
          ${atlas}/countries-50m.json ${map}
  DEPENDS make_map ${atlas}/countries-110m.json ${atlas}/countries-50m.json
  COMMENT "Map of the world")

set(EXPLORER_SITE_URL "" CACHE STRING "where the page will be, for what needs an absolute address (README.md, Hosting)")

set(dist ${PROJECT_SOURCE_DIR}/dist)
set(web ${PROJECT_SOURCE_DIR}/web)
set(dataset ${PROJECT_SOURCE_DIR}/data/articles.json)
set(schema ${PROJECT_SOURCE_DIR}/data/schema/article-explorer.schema.json)
# The picture for links to the page, made by `./build-wasm.sh picture`, which needs the finished page.
file(GLOB preview CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/assets/preview.png)
file(GLOB scripts CONFIGURE_DEPENDS ${web}/*.js)
file(GLOB site_files CONFIGURE_DEPENDS ${web}/*.svg ${web}/icons.css ${web}/article-explorer.d.mts ${web}/npm/*
     ${PROJECT_SOURCE_DIR}/LICENSE)
file(GLOB embed_pages CONFIGURE_DEPENDS ${web}/embed/*)
add_custom_command(
  OUTPUT ${PROJECT_BINARY_DIR}/site.stamp
  COMMAND ${CMAKE_COMMAND} -E make_directory ${dist}/schema ${dist}/embed
  COMMAND ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:make_static_page> ${dataset} ${web}/index.html
          ${web}/style.css ${program} ${dist} "${EXPLORER_SITE_URL}"
  COMMAND ${CMAKE_COMMAND} -E copy_if_different ${site_files} ${language_files} ${dataset} ${map} ${preview}
          ${program} $<TARGET_FILE_DIR:loader>/loader.wasm ${dist}
  COMMAND ${NODE_EXECUTABLE} ${web}/tools/bundle.mjs ${dist} ${page_words} ${web}/boot.js ${web}/loader_worker.js
          ${web}/embed.js -- $<TARGET_FILE:explorer> $<TARGET_FILE:loader>
  COMMAND ${CMAKE_COMMAND} -E copy_if_different ${schema} ${dist}/schema
  COMMAND ${CMAKE_COMMAND} -E copy_if_different ${embed_pages} ${dist}/embed
  COMMAND ${CMAKE_COMMAND} -E touch ${PROJECT_BINARY_DIR}/site.stamp
  DEPENDS explorer ${program} loader make_static_page ${map} ${web}/tools/bundle.mjs ${scripts} ${site_files} ${embed_pages} ${page_words} ${language_files} ${dataset} ${schema}
          ${preview} ${web}/index.html ${web}/style.css
  COMMENT "Site in dist/"
  VERBATIM)
add_custom_target(site ALL DEPENDS ${PROJECT_BINARY_DIR}/site.stamp)
