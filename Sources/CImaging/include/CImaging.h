#ifndef CIMAGING_H
#define CIMAGING_H
#include <stddef.h>
#include <stdint.h>

/// How a call ended. Every failure of a library ends here; none prints, exits or jumps out.
typedef enum {
    CI_OK = 0,
    /// The file ends early or its body is damaged: what was decoded is not the whole picture.
    CI_DAMAGED,
    /// A valid file of a kind that is not read (arithmetic coding, 12 bits, an odd colour space …).
    CI_UNSUPPORTED,
    /// It would need more memory than a picture of its size is worth.
    CI_MEMORY
} ci_status;

/// An encoded picture in memory.
typedef struct { const uint8_t *bytes; size_t count; } ci_file;

/// Decodes a JPEG of `width` x `height` stored pixels (as its header says; another size is CI_DAMAGED) into
/// RGB rows turned upright by the EXIF `orientation` 1...8. `pixels` holds 3 * width * height bytes.
ci_status ci_decode_jpeg(ci_file file, int32_t width, int32_t height, int32_t orientation, uint8_t *pixels);

/// Decodes a PNG of `width` x `height` pixels into RGB rows; transparency is laid over white.
ci_status ci_decode_png(ci_file file, int32_t width, int32_t height, uint8_t *pixels);

/// One directory of a TIFF file. `is_thumbnail` is 1 for a reduced copy of another page.
typedef struct { int32_t width, height, orientation, is_thumbnail; } ci_tiff_page;

/// Number of directories, at most `most`, one that cannot be read included; 0 if the file cannot be opened.
int32_t ci_tiff_count(ci_file file, int32_t most);

/// Reads what the directory `index` (from 0) says of itself; nothing is decoded.
ci_status ci_tiff_describe(ci_file file, int32_t index, ci_tiff_page *page);

/// Decodes the directory `index`, whose description is `page`, into upright RGB rows over white.
ci_status ci_tiff_decode(ci_file file, int32_t index, ci_tiff_page page, uint8_t *pixels);

/// Writes RGB rows as a PNG. On success `*bytes` is to be freed with ci_free.
ci_status ci_encode_png(const uint8_t *pixels, int32_t width, int32_t height, uint8_t **bytes, size_t *count);

void ci_free(void *bytes);
#endif
