#include "CImaging.h"
#include "placement.h"
#include <setjmp.h>
#include <stdio.h>
#include <jpeglib.h>
#include <jerror.h>

/* A progressive file keeps all its coefficients (2 bytes each) until the last scan: 40 million pixels with the usual
   halved colours are 120 MB. What needs much more is refused; the library then has no place to put it. */
enum { MOST_MEMORY = 200 * 1024 * 1024, MOST_SCANS = 100 };

typedef struct {
    struct jpeg_error_mgr base;
    struct jpeg_progress_mgr progress;
    jmp_buf escape;
    ci_status status;
} decoding;

static _Noreturn void leave(j_common_ptr info, ci_status status) {
    decoding *state = (decoding *)info->err;
    state->status = status;
    longjmp(state->escape, 1);
}

static void on_error(j_common_ptr info) {
    switch (info->err->msg_code) {
    case JERR_OUT_OF_MEMORY:
    case JERR_NO_BACKING_STORE: leave(info, CI_MEMORY);
    case JERR_ARITH_NOTIMPL:
    case JERR_BAD_PRECISION:
    case JERR_CONVERSION_NOTIMPL:
    case JERR_FRACT_SAMPLE_NOTIMPL:
    case JERR_CCIR601_NOTIMPL:
    case JERR_SOF_UNSUPPORTED: leave(info, CI_UNSUPPORTED);
    default: leave(info, CI_DAMAGED);
    }
}

/* The library warns and goes on with grey where data are missing. These warnings mean that part of the picture is. */
static void on_message(j_common_ptr info, int level) {
    if (level >= 0) return;
    switch (info->err->msg_code) {
    case JWRN_JPEG_EOF:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_ARITH_BAD_CODE:
    case JWRN_MUST_RESYNC: leave(info, CI_DAMAGED);
    default: break;
    }
}

static void on_output(j_common_ptr info) { (void)info; }

/* Thousands of empty scans cost time out of all proportion to the size of the file. */
static void on_progress(j_common_ptr info) {
    if (((j_decompress_ptr)info)->input_scan_number > MOST_SCANS) leave(info, CI_DAMAGED);
}

/* Adobe writes CMYK inverted: 255 is no ink. */
static void copy_cmyk(const uint8_t *row, ptrdiff_t width, int inverted, uint8_t *target, ptrdiff_t step) {
    for (ptrdiff_t x = 0; x < width; x++, row += 4, target += step) {
        unsigned black = inverted ? row[3] : 255 - row[3];
        for (int i = 0; i < 3; i++) target[i] = (uint8_t)((inverted ? row[i] : 255u - row[i]) * black / 255);
    }
}

static void copy_rgb(const uint8_t *row, ptrdiff_t width, uint8_t *target, ptrdiff_t step) {
    for (ptrdiff_t x = 0; x < width; x++, row += 3, target += step) memcpy(target, row, 3);
}

static void choose_colours(j_decompress_ptr info) {
    switch (info->jpeg_color_space) {
    case JCS_GRAYSCALE:
    case JCS_RGB:
    case JCS_YCbCr: info->out_color_space = JCS_RGB; break;
    case JCS_CMYK:
    case JCS_YCCK: info->out_color_space = JCS_CMYK; break;
    default: leave((j_common_ptr)info, CI_UNSUPPORTED);
    }
}

static void read_rows(j_decompress_ptr info, int32_t orientation, uint8_t *pixels) {
    ptrdiff_t width = info->output_width, height = info->output_height;
    int is_cmyk = info->out_color_space == JCS_CMYK;
    JSAMPARRAY rows = info->mem->alloc_sarray((j_common_ptr)info, JPOOL_IMAGE, (JDIMENSION)(width * info->output_components), 1);
    for (ptrdiff_t y = 0; y < height; y++) {
        if (!is_cmyk && orientation <= 1) {
            JSAMPROW row = pixels + 3 * y * width;
            jpeg_read_scanlines(info, &row, 1);
            continue;
        }
        jpeg_read_scanlines(info, rows, 1);
        placement place = place_row(y, width, height, orientation);
        if (is_cmyk) copy_cmyk(rows[0], width, info->saw_Adobe_marker, pixels + 3 * place.start, 3 * place.step);
        else copy_rgb(rows[0], width, pixels + 3 * place.start, 3 * place.step);
    }
}

ci_status ci_decode_jpeg(ci_file file, int32_t width, int32_t height, int32_t orientation, uint8_t *pixels) {
    struct jpeg_decompress_struct info;
    decoding state = {.status = CI_OK};
    memset(&info, 0, sizeof info);
    info.err = jpeg_std_error(&state.base);
    state.base.error_exit = on_error;
    state.base.emit_message = on_message;
    state.base.output_message = on_output;
    if (setjmp(state.escape)) {
        jpeg_destroy_decompress(&info);
        return state.status;
    }
    jpeg_create_decompress(&info);
    info.mem->max_memory_to_use = MOST_MEMORY;
    state.progress.progress_monitor = on_progress;
    info.progress = &state.progress;
    jpeg_mem_src(&info, file.bytes, file.count);
    jpeg_read_header(&info, TRUE);
    if (info.image_width != (JDIMENSION)width || info.image_height != (JDIMENSION)height) leave((j_common_ptr)&info, CI_DAMAGED);
    choose_colours(&info);
    jpeg_start_decompress(&info);
    read_rows(&info, orientation, pixels);
    jpeg_destroy_decompress(&info);
    return CI_OK;
}
