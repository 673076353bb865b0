#include "CImaging.h"
#include "placement.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <tiffio.h>

/* One block of a file is decoded as a whole: 40 million RGB pixels in one strip are 120 MB. */
enum { MOST_BLOCK = 128 * 1024 * 1024 };

typedef struct { ci_file file; size_t offset; int is_damaged; } source;

static tmsize_t on_read(thandle_t handle, void *target, tmsize_t count) {
    source *from = handle;
    size_t left = from->offset < from->file.count ? from->file.count - from->offset : 0;
    size_t taken = (size_t)count < left ? (size_t)count : left;
    memcpy(target, from->file.bytes + from->offset, taken);
    from->offset += taken;
    return (tmsize_t)taken;
}

static tmsize_t on_write(thandle_t handle, void *bytes, tmsize_t count) {
    (void)handle, (void)bytes, (void)count;
    return -1;
}

static toff_t on_seek(thandle_t handle, toff_t offset, int whence) {
    source *from = handle;
    toff_t base = whence == SEEK_CUR ? from->offset : whence == SEEK_END ? from->file.count : 0;
    from->offset = (size_t)(base + offset);
    return from->offset;
}

static int on_close(thandle_t handle) { return (void)handle, 0; }
static toff_t on_size(thandle_t handle) { return ((source *)handle)->file.count; }

static int on_map(thandle_t handle, void **base, toff_t *count) {
    source *from = handle;
    *base = (void *)from->file.bytes;
    *count = from->file.count;
    return 1;
}

static void on_unmap(thandle_t handle, void *base, toff_t count) { (void)handle, (void)base, (void)count; }

static int on_error(TIFF *tiff, void *user, const char *module, const char *format, va_list values) {
    (void)tiff, (void)module, (void)format, (void)values;
    ((source *)user)->is_damaged = 1;
    return 1;
}

/* "Premature EOF", "Premature end of JPEG file": the library fills the rest with white or grey and goes on. */
static int on_warning(TIFF *tiff, void *user, const char *module, const char *format, va_list values) {
    char text[256];
    (void)tiff, (void)module;
    vsnprintf(text, sizeof text, format, values);
    if (strstr(text, "remature")) ((source *)user)->is_damaged = 1;
    return 1;
}

static TIFF *open_file(source *from) {
    TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
    if (!options) return NULL;
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, MOST_BLOCK);
    TIFFOpenOptionsSetErrorHandlerExtR(options, on_error, from);
    TIFFOpenOptionsSetWarningHandlerExtR(options, on_warning, from);
    TIFF *tiff = TIFFClientOpenExt("", "r", from, on_read, on_write, on_seek, on_close, on_size, on_map, on_unmap, options);
    TIFFOpenOptionsFree(options);
    return tiff;
}

/* Only the codecs that scanners write; the rarer ones are seldom tried by anybody but attackers. */
static int is_known_codec(uint16_t codec) {
    switch (codec) {
    case COMPRESSION_NONE:
    case COMPRESSION_CCITTRLE:
    case COMPRESSION_CCITTFAX3:
    case COMPRESSION_CCITTFAX4:
    case COMPRESSION_LZW:
    case COMPRESSION_JPEG:
    case COMPRESSION_ADOBE_DEFLATE:
    case COMPRESSION_DEFLATE:
    case COMPRESSION_PACKBITS: return 1;
    default: return 0;
    }
}

static ci_status describe(TIFF *tiff, ci_tiff_page *page) {
    uint32_t width = 0, height = 0, kind = 0;
    uint16_t orientation = 1, codec = COMPRESSION_NONE;
    if (!TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width) || !TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height)) return CI_DAMAGED;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &orientation);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_COMPRESSION, &codec);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SUBFILETYPE, &kind);
    if (width > INT32_MAX || height > INT32_MAX) return CI_DAMAGED;
    *page = (ci_tiff_page){
        (int32_t)width, (int32_t)height, orientation >= 1 && orientation <= 8 ? orientation : 1, (kind & FILETYPE_REDUCEDIMAGE) != 0};
    return is_known_codec(codec) ? CI_OK : CI_UNSUPPORTED;
}

static void copy_rows(const uint32_t *raster, ci_tiff_page page, uint8_t *pixels) {
    for (ptrdiff_t y = 0; y < page.height; y++) {
        const uint32_t *row = raster + y * page.width;
        placement place = place_row(y, page.width, page.height, page.orientation);
        uint8_t *target = pixels + 3 * place.start;
        for (ptrdiff_t x = 0; x < page.width; x++, target += 3 * place.step) {
            unsigned clear = 255 - TIFFGetA(row[x]); /* the colours are multiplied by alpha already */
            target[0] = (uint8_t)(TIFFGetR(row[x]) + clear);
            target[1] = (uint8_t)(TIFFGetG(row[x]) + clear);
            target[2] = (uint8_t)(TIFFGetB(row[x]) + clear);
        }
    }
}

static ci_status decode(TIFF *tiff, source *from, ci_tiff_page page, uint8_t *pixels) {
    TIFFRGBAImage image;
    char message[1024];
    uint64_t block = TIFFIsTiled(tiff) ? TIFFTileSize64(tiff) : TIFFStripSize64(tiff);
    if (block > MOST_BLOCK) return CI_MEMORY;
    if (!TIFFRGBAImageOK(tiff, message) || !TIFFRGBAImageBegin(&image, tiff, 1, message)) return CI_UNSUPPORTED;
    uint32_t *raster = malloc((size_t)page.width * (size_t)page.height * sizeof *raster);
    ci_status status = raster ? CI_OK : CI_MEMORY;
    if (raster) {
        /* Rows as they are stored: the library would only mirror, never turn. */
        image.orientation = image.req_orientation = ORIENTATION_TOPLEFT;
        if (!TIFFRGBAImageGet(&image, raster, (uint32_t)page.width, (uint32_t)page.height) || from->is_damaged) status = CI_DAMAGED;
        else copy_rows(raster, page, pixels);
    }
    TIFFRGBAImageEnd(&image);
    free(raster);
    return status;
}

int32_t ci_tiff_count(ci_file file, int32_t most) {
    source from = {file, 0, 0};
    TIFF *tiff = open_file(&from);
    if (!tiff) return 0;
    int32_t count = 1;
    int is_whole = 1;
    while (is_whole && count < most && !TIFFLastDirectory(tiff)) {
        is_whole = TIFFReadDirectory(tiff);
        count++;
    }
    TIFFClose(tiff);
    return count;
}

ci_status ci_tiff_describe(ci_file file, int32_t index, ci_tiff_page *page) {
    source from = {file, 0, 0};
    TIFF *tiff = open_file(&from);
    if (!tiff) return CI_DAMAGED;
    ci_status status = TIFFSetDirectory(tiff, (tdir_t)index) ? describe(tiff, page) : CI_DAMAGED;
    TIFFClose(tiff);
    return status;
}

ci_status ci_tiff_decode(ci_file file, int32_t index, ci_tiff_page page, uint8_t *pixels) {
    source from = {file, 0, 0};
    ci_tiff_page found;
    TIFF *tiff = open_file(&from);
    if (!tiff) return CI_DAMAGED;
    ci_status status = TIFFSetDirectory(tiff, (tdir_t)index) ? describe(tiff, &found) : CI_DAMAGED;
    if (status == CI_OK && (found.width != page.width || found.height != page.height)) status = CI_DAMAGED;
    if (status == CI_OK) {
        from.is_damaged = 0;
        status = decode(tiff, &from, page, pixels);
    }
    TIFFClose(tiff);
    return status;
}
