# cmake -DNPM=... -DSOURCE=... -DFOLDER=... -P npm_packages.cmake: installs into FOLDER what the lock file in SOURCE names.
file(MAKE_DIRECTORY ${FOLDER})
foreach(file package.json package-lock.json)
  configure_file(${SOURCE}/${file} ${FOLDER}/${file} COPYONLY)
endforeach()
execute_process(COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --loglevel=error
  WORKING_DIRECTORY ${FOLDER} RESULT_VARIABLE failed OUTPUT_QUIET)
if(failed)
  message(FATAL_ERROR "npm could not fetch the packages that ${SOURCE}/package-lock.json names. Without a network, configure with "
    "-DDEMARCHE_REPORT=OFF: all but `demarche report` is built.")
endif()
file(TOUCH ${FOLDER}/installed)
