# The page of `demarche report`: engine/report/web, built with npm into a file that engine/report/page_frame.cpp includes.
# Nothing is written into the source tree. Without npm the program is built without the page, and says so when asked for one.
if(NOT DEMARCHE_REPORT)
  message(STATUS "demarche report: left out (DEMARCHE_REPORT is OFF)")
  return()
endif()
find_program(DEMARCHE_NODE NAMES node nodejs)
find_program(DEMARCHE_NPM npm)
if(NOT DEMARCHE_NODE OR NOT DEMARCHE_NPM)
  message(WARNING "There is no npm: `demarche report` will not work in this build, all else will. Install the packages nodejs "
    "and npm and configure again, or set DEMARCHE_REPORT to OFF.")
  return()
endif()

# Installs what the package-lock.json of `source` names into `folder`; folder/installed is made when it is there.
function(demarche_npm_packages source folder)
  add_custom_command(OUTPUT ${folder}/installed
    COMMAND ${CMAKE_COMMAND} -DNPM=${DEMARCHE_NPM} -DSOURCE=${source} -DFOLDER=${folder}
      -P ${CMAKE_SOURCE_DIR}/cmake/npm_packages.cmake
    DEPENDS ${source}/package.json ${source}/package-lock.json ${CMAKE_SOURCE_DIR}/cmake/npm_packages.cmake
    COMMENT "Fetching the packages of ${source}" VERBATIM)
endfunction()

set(web ${CMAKE_SOURCE_DIR}/engine/report/web)
set(DEMARCHE_WEB_MODULES ${CMAKE_BINARY_DIR}/web)
set(page ${CMAKE_BINARY_DIR}/generated/demarche/page_frame.inc)
demarche_npm_packages(${web} ${DEMARCHE_WEB_MODULES})
file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS ${web}/src/*.ts ${web}/page.css ${web}/page.html ${web}/build.mjs)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/generated/demarche)
add_custom_command(OUTPUT ${page}
  COMMAND ${DEMARCHE_NODE} ${web}/build.mjs ${web} ${DEMARCHE_WEB_MODULES}/node_modules ${page}
  DEPENDS ${web_sources} ${DEMARCHE_WEB_MODULES}/installed
  COMMENT "Building the page of demarche report" VERBATIM)
target_sources(demarche_report PRIVATE ${page})
set_source_files_properties(${CMAKE_SOURCE_DIR}/engine/report/page_frame.cpp PROPERTIES OBJECT_DEPENDS ${page}
  COMPILE_DEFINITIONS DEMARCHE_PAGE_FRAME)
target_include_directories(demarche_report PRIVATE ${CMAKE_BINARY_DIR}/generated)
