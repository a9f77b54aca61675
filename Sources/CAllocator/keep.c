// In C because Swift's Glibc module leaves <malloc.h> out.

#include "CAllocator.h"

#include <limits.h>

#ifdef __GLIBC__
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

// Most of what the buffers of a window take.
static const uintptr_t room = 48 << 20;
static const uintptr_t large_page = 2 << 20;
#endif

void callocator_take_large_pages(void) {
#if defined __GLIBC__ && defined MADV_HUGEPAGE
  void *heap = malloc(room);
  if (!heap) return;
  uintptr_t start = ((uintptr_t)heap + large_page - 1) & ~(large_page - 1);
  uintptr_t end = ((uintptr_t)heap + room) & ~(large_page - 1);
  madvise((void *)start, end - start, MADV_HUGEPAGE);
  free(heap);
#endif
}

void callocator_keep_buffers(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, INT_MAX);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
#endif
}
