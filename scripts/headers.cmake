# nlohmann_json::nlohmann_json and Eigen3::Eigen, the same names in every build.
#
# Emscripten looks for packages in its own root only, and /usr/include must never be on its include path: the C library's
# headers there would shadow its own. Both packages are nothing but headers and do not depend on the processor, so the
# wasm build links just their folders into a folder of its own.

if(NOT EMSCRIPTEN)
  find_package(nlohmann_json 3.11 REQUIRED)
  find_package(Eigen3 3.4 REQUIRED NO_MODULE)
  return()
endif()

function(ballast_headers target folder holding)
  find_path(BALLAST_${folder}_HEADERS ${holding}
    PATHS /usr/include/${folder} /usr/local/include/${folder} /usr/include /usr/local/include
    NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
  if(NOT BALLAST_${folder}_HEADERS)
    message(FATAL_ERROR "${holding} not found: set -DBALLAST_${folder}_HEADERS= to the folder that holds it")
  endif()
  set(linked ${PROJECT_BINARY_DIR}/headers/${folder})
  file(MAKE_DIRECTORY ${linked})
  get_filename_component(folder_to_link ${holding} DIRECTORY)
  file(CREATE_LINK ${BALLAST_${folder}_HEADERS}/${folder_to_link} ${linked}/${folder_to_link} SYMBOLIC)
  add_library(${target} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${target} SYSTEM INTERFACE ${linked})
endfunction()

ballast_headers(nlohmann_json::nlohmann_json nlohmann nlohmann/json.hpp)
ballast_headers(Eigen3::Eigen eigen3 Eigen/Core)
