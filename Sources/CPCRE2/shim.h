/* PCRE2 with 8-bit code units. Call the functions by their suffixed names (pcre2_compile_8 …). */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
