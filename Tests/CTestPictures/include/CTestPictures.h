#ifndef CTESTPICTURES_H
#define CTESTPICTURES_H
#include <stddef.h>
#include <stdint.h>

/// Encoded bytes; to be freed with free().
typedef struct { uint8_t *bytes; size_t count; } ct_file;

enum { CT_GREY = 1, CT_RGB = 3, CT_CMYK = 4 };

/// A JPEG of `samples` with 1, 3 or 4 values a pixel. `is_ycck`: four values are stored as YCCK.
/// `has_adobe`: four values are said to be inverted, as Adobe writes them.
ct_file ct_jpeg(const uint8_t *samples, int width, int height, int channels, int is_progressive, int is_ycck, int has_adobe);

/// A PNG of rows in their final form. `type` 0 grey, 2 RGB, 3 palette (red, green, blue, half clear black), 4 grey + alpha,
/// 6 RGBA; `bits` 1 ... 16.
ct_file ct_png(const uint8_t *rows, int width, int height, int type, int bits, int is_interlaced);

/// A black PNG or JPEG of any size, packed as small as it gets. A JPEG is progressive with whole colour planes.
ct_file ct_black_png(int width, int height, int type, int is_interlaced);
ct_file ct_black_jpeg(int width, int height, int is_progressive);

/// A TIFF of `pages` pages, each `samples` with 0x10 * page added to red. `compression` as in tiff.h.
ct_file ct_tiff(const uint8_t *samples, int width, int height, int pages, int compression, int orientation);

/// A black and white TIFF in CCITT group 4, as fax machines and scanners write it: its left half is black.
ct_file ct_fax(int width, int height);
#endif
