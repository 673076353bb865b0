#ifndef CCONFINEMENT_H
#define CCONFINEMENT_H
#include <stddef.h>
#include <stdint.h>

/// Starts `path` with `input` as its standard input, nothing else open (output and errors go nowhere), no signal blocked
/// or ignored, in a process group of its own. Returns its process identifier, or -1.
int32_t cc_spawn(const char *path, char *const *arguments, char *const *environment, int32_t input);

/// For the process itself: no core dumps, no files written, no further privileges, ever.
void cc_confine(void);

/// Bounds the private writable memory of the process (heap, stacks, unshared mappings), not the libraries' code.
void cc_bound_memory(size_t bytes);

/// Gives memory that is free back to the system.
void cc_trim(void);
#endif
