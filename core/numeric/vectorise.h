#pragma once

/// Marks a loop over arrays. Inside it everything is inlined and branch-free, so the compiler vectorises it; on x86-64 Linux
/// one binary carries it for SSE2, AVX2 and AVX-512 and picks at start-up. The bits do not depend on which: every operation
/// is rounded as IEEE 754 says, nothing is fused and nothing is summed across lanes.
/// (BALLAST_ONE_TARGET leaves it to the compiler's -march, for tests/bits. clang 19 makes no clones of templates and leaves out the
/// templates that only clones call, so with it every function is for the -march alone.)
#if defined(__x86_64__) && defined(__linux__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && defined(__OPTIMIZE__) && \
    !defined(BALLAST_ONE_TARGET)
#define BALLAST_VECTORISED __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#elif defined(BALLAST_ONE_TARGET)
#define BALLAST_VECTORISED [[gnu::noinline]]
#else
#define BALLAST_VECTORISED
#endif

/// A function that an array loop calls for each element; it must be inlined for the loop to vectorise.
#define BALLAST_ELEMENT [[gnu::always_inline]] inline

/// Stands before a loop whose turns are independent of each other: turn i reads and writes only index i of each array. It lets
/// a result take the place of an operand; two arrays that overlap by a shift are an error of the caller. clang carries four
/// vectors through a turn, since the steps of one wait for each other: a fifth more from a browser, nothing from g++'s clones.
#if defined(__clang__)
#define BALLAST_INDEPENDENT _Pragma("clang loop vectorize(assume_safety) interleave_count(4)")
#else
#define BALLAST_INDEPENDENT _Pragma("GCC ivdep")
#endif

/// Stands before a loop over the coefficients of a polynomial, which must be gone before the loop around it is vectorised.
#if defined(__clang__)
#define BALLAST_UNROLLED _Pragma("clang loop unroll(full)")
#else
#define BALLAST_UNROLLED _Pragma("GCC unroll 16")
#endif
