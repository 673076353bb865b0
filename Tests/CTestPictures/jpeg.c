#include "CTestPictures.h"
#include <stdio.h>
#include <stdlib.h>
#include <jpeglib.h>

static void start(struct jpeg_compress_struct *info, struct jpeg_error_mgr *errors, ct_file *file, unsigned long *count) {
    info->err = jpeg_std_error(errors);
    jpeg_create_compress(info);
    *count = 0;
    file->bytes = NULL;
    jpeg_mem_dest(info, &file->bytes, count);
}

static ct_file finish(struct jpeg_compress_struct *info, ct_file *file, const unsigned long *count) {
    jpeg_finish_compress(info);
    jpeg_destroy_compress(info);
    file->count = *count;
    return *file;
}

ct_file ct_jpeg(const uint8_t *samples, int width, int height, int channels, int is_progressive, int is_ycck, int has_adobe) {
    struct jpeg_compress_struct info;
    struct jpeg_error_mgr errors;
    ct_file file;
    unsigned long count;
    start(&info, &errors, &file, &count);
    info.image_width = (JDIMENSION)width;
    info.image_height = (JDIMENSION)height;
    info.input_components = channels;
    info.in_color_space = channels == CT_GREY ? JCS_GRAYSCALE : channels == CT_RGB ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&info);
    if (is_ycck) jpeg_set_colorspace(&info, JCS_YCCK);
    if (channels == CT_CMYK) info.write_Adobe_marker = has_adobe ? TRUE : FALSE;
    jpeg_set_quality(&info, 95, TRUE);
    if (is_progressive) jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
        JSAMPROW row = (JSAMPROW)(samples + (size_t)info.next_scanline * (size_t)(width * channels));
        jpeg_write_scanlines(&info, &row, 1);
    }
    return finish(&info, &file, &count);
}

ct_file ct_black_jpeg(int width, int height, int is_progressive) {
    struct jpeg_compress_struct info;
    struct jpeg_error_mgr errors;
    ct_file file;
    unsigned long count;
    start(&info, &errors, &file, &count);
    info.image_width = (JDIMENSION)width;
    info.image_height = (JDIMENSION)height;
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    if (is_progressive) jpeg_simple_progression(&info);
    for (int i = 0; i < 3; i++) info.comp_info[i].h_samp_factor = info.comp_info[i].v_samp_factor = 1;
    JSAMPROW row = calloc((size_t)width, 3);
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) jpeg_write_scanlines(&info, &row, 1);
    free(row);
    return finish(&info, &file, &count);
}
