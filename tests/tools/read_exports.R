# Reads the CSV exports of the example with readr, without options.
library(readr)
lines <- as.integer(commandArgs(trailingOnly = TRUE)[1])
evidence <- read_csv("evidence.csv", show_col_types = FALSE)
stopifnot(nrow(evidence) == lines, inherits(evidence$date, "Date"), nrow(problems(evidence)) == 0)
matrix <- read_csv("matrix.csv", show_col_types = FALSE)
stopifnot(identical(names(matrix)[1:2], c("actor", "name")), nrow(problems(matrix)) == 0)
