#include "CKernels.h"

#if defined(__x86_64__) && defined(__ELF__)
#define CLONES __attribute__((target_clones("default", "avx2")))
#else
#define CLONES
#endif

/* 16-bit sums overflow after 256 rows of full-scale weights (127 * 256 < 32768), so they are spilled by then. */
enum { SPILL = 256, WIDE = 64, NARROW = 16 };

CLONES
void ck_add_rows(const int8_t *rows, int32_t stride, const int32_t *found, int32_t count, int32_t *sums) {
    for (int32_t start = 0; start < count; start += SPILL) {
        int32_t end = count - start > SPILL ? start + SPILL : count;
        int32_t lane = 0;
        for (; lane + WIDE <= stride; lane += WIDE) {
            int16_t part[WIDE] = {0};
            for (int32_t i = start; i < end; i++) {
                const int8_t *row = rows + (int64_t)found[i] * stride + lane;
                for (int32_t j = 0; j < WIDE; j++) part[j] = (int16_t)(part[j] + row[j]);
            }
            for (int32_t j = 0; j < WIDE; j++) sums[lane + j] += part[j];
        }
        for (; lane < stride; lane += NARROW) {
            int16_t part[NARROW] = {0};
            for (int32_t i = start; i < end; i++) {
                const int8_t *row = rows + (int64_t)found[i] * stride + lane;
                for (int32_t j = 0; j < NARROW; j++) part[j] = (int16_t)(part[j] + row[j]);
            }
            for (int32_t j = 0; j < NARROW; j++) sums[lane + j] += part[j];
        }
    }
}
