#include "CTestPictures.h"
#include <stdlib.h>
#include <string.h>
#include <tiffio.h>

typedef struct { ct_file file; size_t offset; } memory;

static tmsize_t on_read(thandle_t handle, void *target, tmsize_t count) {
    memory *to = handle;
    size_t left = to->offset < to->file.count ? to->file.count - to->offset : 0, taken = (size_t)count < left ? (size_t)count : left;
    memcpy(target, to->file.bytes + to->offset, taken);
    to->offset += taken;
    return (tmsize_t)taken;
}

static tmsize_t on_write(thandle_t handle, void *part, tmsize_t count) {
    memory *to = handle;
    size_t end = to->offset + (size_t)count;
    if (end > to->file.count) {
        to->file.bytes = realloc(to->file.bytes, end);
        to->file.count = end;
    }
    memcpy(to->file.bytes + to->offset, part, (size_t)count);
    to->offset = end;
    return count;
}

static toff_t on_seek(thandle_t handle, toff_t offset, int whence) {
    memory *to = handle;
    to->offset = (whence == SEEK_CUR ? to->offset : whence == SEEK_END ? to->file.count : 0) + offset;
    return to->offset;
}

static int on_close(thandle_t handle) { return (void)handle, 0; }
static toff_t on_size(thandle_t handle) { return ((memory *)handle)->file.count; }

static TIFF *open_memory(memory *to) {
    return TIFFClientOpen("", "w", to, on_read, on_write, on_seek, on_close, on_size, NULL, NULL);
}

ct_file ct_tiff(const uint8_t *samples, int width, int height, int pages, int compression, int orientation) {
    memory to = {{NULL, 0}, 0};
    TIFF *tiff = open_memory(&to);
    uint8_t *row = malloc((size_t)width * 3);
    for (int page = 0; page < pages; page++) {
        TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, width);
        TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, height);
        TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
        TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 3);
        TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
        TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
        TIFFSetField(tiff, TIFFTAG_COMPRESSION, compression);
        TIFFSetField(tiff, TIFFTAG_ORIENTATION, orientation);
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, height);
        for (int y = 0; y < height; y++) {
            memcpy(row, samples + (size_t)y * (size_t)width * 3, (size_t)width * 3);
            for (int x = 0; x < width; x++) row[3 * x] = (uint8_t)(row[3 * x] + 0x10 * page);
            TIFFWriteScanline(tiff, row, (uint32_t)y, 0);
        }
        TIFFWriteDirectory(tiff);
    }
    free(row);
    TIFFClose(tiff);
    return to.file;
}

ct_file ct_fax(int width, int height) {
    memory to = {{NULL, 0}, 0};
    TIFF *tiff = open_memory(&to);
    size_t stride = (size_t)(width + 7) / 8;
    uint8_t *row = calloc(stride, 1);
    memset(row, 0xFF, stride / 2);
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, width);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, height);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, height);
    for (int y = 0; y < height; y++) TIFFWriteScanline(tiff, row, (uint32_t)y, 0);
    free(row);
    TIFFClose(tiff);
    return to.file;
}
