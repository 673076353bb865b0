#ifndef CKERNELS_H
#define CKERNELS_H
#include <stdint.h>

/// Adds up rows of 8-bit weights: for each index in `found` the row at `rows + index * stride` is added to `sums`.
/// `stride` is a multiple of 16. The fastest instructions that the processor has are chosen when the program starts.
void ck_add_rows(const int8_t *rows, int32_t stride, const int32_t *found, int32_t count, int32_t *sums);

/* Fetches the cache line at `place` while other work goes on. */
static inline void ck_prefetch(const void *place) { __builtin_prefetch(place); }

#endif
