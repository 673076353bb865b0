#ifndef PLACEMENT_H
#define PLACEMENT_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// Where the pixels of one stored row go in the upright picture: the first at `start`, each next one `step` further,
/// both in pixels. Orientations as in EXIF (CIPA DC-008, tag 0x0112) and TIFF 6.0 (tag 274).
typedef struct { ptrdiff_t start, step; } placement;

static inline placement place_row(ptrdiff_t row, ptrdiff_t width, ptrdiff_t height, int32_t orientation) {
    switch (orientation) {
    case 2: return (placement){row * width + width - 1, -1};
    case 3: return (placement){(height - 1 - row) * width + width - 1, -1};
    case 4: return (placement){(height - 1 - row) * width, 1};
    case 5: return (placement){row, height};
    case 6: return (placement){height - 1 - row, height};
    case 7: return (placement){height - 1 - row + (width - 1) * height, -height};
    case 8: return (placement){row + (width - 1) * height, -height};
    default: return (placement){row * width, 1};
    }
}

/// A colour value over white: `alpha` 0 is white, 255 the colour itself.
static inline uint8_t over_white(unsigned value, unsigned alpha) { return (uint8_t)((value * alpha + (255 - alpha) * 255 + 127) / 255); }
#endif
