#include "CTestPictures.h"
#include <png.h>
#include <stdlib.h>
#include <string.h>

static void on_write(png_structp png, png_bytep part, size_t count) {
    ct_file *file = png_get_io_ptr(png);
    file->bytes = realloc(file->bytes, file->count + count);
    memcpy(file->bytes + file->count, part, count);
    file->count += count;
}

static void on_flush(png_structp png) { (void)png; }

/* `rows` NULL: every row is zeros. */
static ct_file write(const uint8_t *rows, int width, int height, int type, int bits, int is_interlaced) {
    ct_file file = {NULL, 0};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_color palette[4] = {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {0, 0, 0}};
    png_byte clear[4] = {255, 255, 255, 128};
    png_set_write_fn(png, &file, on_write, on_flush);
    png_set_IHDR(
        png, info, (png_uint_32)width, (png_uint_32)height, bits, type, is_interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
        PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (type == PNG_COLOR_TYPE_PALETTE) {
        png_set_PLTE(png, info, palette, bits == 1 ? 2 : 4);
        if (bits > 1) png_set_tRNS(png, info, clear, 4, NULL);
    }
    png_write_info(png, info);
    int passes = png_set_interlace_handling(png);
    size_t stride = png_get_rowbytes(png, info);
    uint8_t *zeros = calloc(stride, 1);
    for (int pass = 0; pass < passes; pass++)
        for (int y = 0; y < height; y++) png_write_row(png, rows ? rows + (size_t)y * stride : zeros);
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    free(zeros);
    return file;
}

ct_file ct_png(const uint8_t *rows, int width, int height, int type, int bits, int is_interlaced) {
    return write(rows, width, height, type, bits, is_interlaced);
}

ct_file ct_black_png(int width, int height, int type, int is_interlaced) { return write(NULL, width, height, type, 8, is_interlaced); }
