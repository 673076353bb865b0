#include "CImaging.h"
#include <png.h>
#include <stdlib.h>
#include <string.h>

typedef struct { uint8_t *bytes; size_t count, capacity; } output;

static void on_error(png_structp png, png_const_charp message) {
    (void)message;
    png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp message) { (void)png, (void)message; }

static void on_write(png_structp png, png_bytep part, size_t count) {
    output *out = png_get_io_ptr(png);
    if (out->count + count > out->capacity) {
        size_t capacity = (out->count + count) * 2;
        uint8_t *larger = realloc(out->bytes, capacity);
        if (!larger) png_longjmp(png, 1);
        out->bytes = larger;
        out->capacity = capacity;
    }
    memcpy(out->bytes + out->count, part, count);
    out->count += count;
}

static void on_flush(png_structp png) { (void)png; }

ci_status ci_encode_png(const uint8_t *pixels, int32_t width, int32_t height, uint8_t **bytes, size_t *count) {
    output *out = calloc(1, sizeof *out);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, on_error, on_warning);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    volatile ci_status status = CI_MEMORY;
    if (out && info && !setjmp(png_jmpbuf(png))) {
        png_set_write_fn(png, out, on_write, on_flush);
        png_set_compression_level(png, 3);
        png_set_IHDR(
            png, info, (png_uint_32)width, (png_uint_32)height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
            PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        png_write_info(png, info);
        for (int32_t y = 0; y < height; y++) png_write_row(png, pixels + (size_t)y * 3 * (size_t)width);
        png_write_end(png, NULL);
        status = CI_OK;
    }
    png_destroy_write_struct(png ? &png : NULL, info ? &info : NULL);
    if (status == CI_OK) {
        *bytes = out->bytes;
        *count = out->count;
    } else if (out) {
        free(out->bytes);
    }
    free(out);
    return status;
}

void ci_free(void *bytes) { free(bytes); }
