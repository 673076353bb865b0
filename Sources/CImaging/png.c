#include "CImaging.h"
#include "placement.h"
#include <png.h>
#include <stdlib.h>

/* Text, profiles and palettes of suggestions are skipped unread: they can be packed small and unfold large. */
enum { MOST_CHUNK_MEMORY = 8 * 1024 * 1024, MOST_CHUNKS = 64 };
static const uint8_t skipped[] = "iCCP\0zTXt\0iTXt\0tEXt\0sPLT\0eXIf\0hIST";

typedef struct { ci_file file; size_t offset; int32_t width, height; uint8_t *pixels; uint8_t *rows; ci_status status; } decoding;

static void on_error(png_structp png, png_const_charp message) {
    (void)message;
    png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp message) { (void)png, (void)message; }

static void on_read(png_structp png, png_bytep target, size_t count) {
    decoding *state = png_get_io_ptr(png);
    if (count > state->file.count - state->offset) png_longjmp(png, 1);
    memcpy(target, state->file.bytes + state->offset, count);
    state->offset += count;
}

static void limit(png_structp png, const decoding *state) {
    png_set_user_limits(png, (png_uint_32)state->width, (png_uint_32)state->height);
    png_set_chunk_malloc_max(png, MOST_CHUNK_MEMORY);
    png_set_chunk_cache_max(png, MOST_CHUNKS);
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, skipped, sizeof skipped / 5);
}

/* Whatever the file holds comes out as RGB, or RGBA if anything in it may be transparent. */
static void choose_colours(png_structp png) {
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_gray_to_rgb(png);
}

static void compose(const uint8_t *row, ptrdiff_t width, uint8_t *target) {
    for (ptrdiff_t x = 0; x < width; x++, row += 4, target += 3)
        for (int i = 0; i < 3; i++) target[i] = over_white(row[i], row[3]);
}

/* An interlaced picture with transparency needs all its rows at once, any other at most one beside the target. */
static void read_rows(png_structp png, png_infop info, decoding *state) {
    ptrdiff_t width = state->width, height = state->height, channels = png_get_channels(png, info);
    int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    channels = png_get_channels(png, info);
    if (png_get_rowbytes(png, info) != (size_t)(channels * width) || channels < 3 || channels > 4) png_longjmp(png, 1);
    ptrdiff_t kept = channels == 4 ? (passes > 1 ? height : 1) : 0;
    if (kept && !(state->rows = malloc((size_t)(kept * 4 * width)))) {
        state->status = CI_MEMORY;
        png_longjmp(png, 1);
    }
    for (int pass = 0; pass < passes; pass++)
        for (ptrdiff_t y = 0; y < height; y++) {
            uint8_t *target = state->pixels + 3 * y * width;
            uint8_t *row = kept ? state->rows + (kept > 1 ? y : 0) * 4 * width : target;
            png_read_row(png, row, NULL);
            if (kept && pass == passes - 1) compose(row, width, target);
        }
}

ci_status ci_decode_png(ci_file file, int32_t width, int32_t height, uint8_t *pixels) {
    /* In memory, so that what is changed after setjmp is certain to be seen after a jump. */
    decoding *state = calloc(1, sizeof *state);
    if (!state) return CI_MEMORY;
    *state = (decoding){file, 0, width, height, pixels, NULL, CI_DAMAGED};
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, on_error, on_warning);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (!info) state->status = CI_MEMORY;
    else if (!setjmp(png_jmpbuf(png))) {
        png_set_read_fn(png, state, on_read);
        limit(png, state);
        png_read_info(png, info);
        if (png_get_image_width(png, info) != (png_uint_32)width || png_get_image_height(png, info) != (png_uint_32)height)
            png_longjmp(png, 1);
        choose_colours(png);
        read_rows(png, info, state);
        png_read_end(png, NULL);
        state->status = CI_OK;
    }
    ci_status status = state->status;
    png_destroy_read_struct(png ? &png : NULL, info ? &info : NULL, NULL);
    free(state->rows);
    free(state);
    return status;
}
