// In C because Swift's Glibc module leaves <malloc.h> out.

#include "CAllocator.h"

#include <limits.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void callocator_keep_buffers(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, INT_MAX);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
#endif
}
