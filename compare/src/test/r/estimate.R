# The oracle of the tests in dev.joust.compare.stats: R's own signed-rank test. R is not needed to run the tests.
#   Rscript compare/src/test/r/estimate.R compare/src/test/resources/dev/joust/compare/stats
# Data have six decimals so that the files stay readable, results 17 digits; no two data are tied in absolute value and
# none is zero, so that R stays with the exact distribution (checked below).

into <- commandArgs(trailingOnly = TRUE)[1]
set.seed(20240611, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
digits <- function(x) formatC(x, digits = 17, format = "g", width = 1)
decimals <- function(x) sprintf("%.6f", x)
sixth <- function(x) as.numeric(decimals(x))
row <- function(...) paste(c(...), collapse = ",")
untied <- function(d) stopifnot(all(d != 0), !anyDuplicated(abs(d)))

samples <- list()
for (n in c(1, 3, 5, 6, 7, 8, 10, 12, 16, 20, 24, 40, 60)) {
  samples[[length(samples) + 1]] <- sixth(rnorm(n, mean = 0.05, sd = 0.1))
}
samples[[length(samples) + 1]] <- sixth(rexp(8, rate = 20) - 0.01)       # skewed
samples[[length(samples) + 1]] <- sixth(0.1 * rcauchy(24))               # heavy tails
samples[[length(samples) + 1]] <- sixth(log(1.7) + rnorm(6, sd = 0.02))  # a clear win
# Hollander & Wolfe (1973), 29f.: Hamilton depression scale factor, second visit - first visit
samples[[length(samples) + 1]] <- sixth(
  c(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29) -
  c(1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30))

estimates <- "confidence,median,low,high,achieved,reported,warned,data"
for (d in samples) {
  untied(d)
  for (level in c(0.80, 0.90, 0.9375, 0.95, 0.96875, 1 - 0.05 / 3, 0.99)) {
    warned <- FALSE
    test <- withCallingHandlers(
      wilcox.test(d, conf.int = TRUE, exact = TRUE, conf.level = level),
      warning = function(w) {
        stopifnot(grepl("requested conf.level not achievable", conditionMessage(w)))
        warned <<- TRUE
        invokeRestart("muffleWarning")
      })
    # R repeats the level that was asked for; the exact coverage of the interval that it gives is this
    achieved <- 1 - 2 * psignrank(max(1, qsignrank((1 - level) / 2, length(d))) - 1, length(d))
    estimates <- c(estimates, row(
      digits(level), digits(test$estimate), digits(test$conf.int[1]), digits(test$conf.int[2]), digits(achieved),
      digits(attr(test$conf.int, "conf.level")), warned, paste(decimals(d), collapse = " ")))
  }
}
writeLines(estimates, file.path(into, "estimate-r.csv"))

pvalues <- "mu,greater,less,twoSided,data"
for (d in samples) {
  for (mu in c(0, log(1.05), -log(1.05), log(1.7))) {
    untied(d - mu)
    p <- function(alternative) digits(wilcox.test(d, mu = mu, alternative = alternative, exact = TRUE)$p.value)
    pvalues <- c(pvalues, row(digits(mu), p("greater"), p("less"), p("two.sided"), paste(decimals(d), collapse = " ")))
  }
}
writeLines(pvalues, file.path(into, "pvalue-r.csv"))

holm <- "p,adjusted"
for (p in list(0.03, c(0.01, 0.02, 0.03), c(0.04, 0.001, 0.03, 0.9, 0.03), c(1, 1), c(0, 0.5, 0.02), sixth(runif(12)^3))) {
  holm <- c(holm, row(paste(digits(p), collapse = " "), paste(digits(p.adjust(p, "holm")), collapse = " ")))
}
writeLines(holm, file.path(into, "holm-r.csv"))

distribution <- "n,v,atMost"
for (n in c(1, 2, 3, 6, 10, 24, 60)) {
  for (v in unique(round(seq(0, n * (n + 1) / 2, length.out = 20)))) {
    distribution <- c(distribution, row(n, v, digits(psignrank(v, n))))
  }
}
writeLines(distribution, file.path(into, "signrank-r.csv"))
