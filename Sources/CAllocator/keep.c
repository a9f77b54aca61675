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

// Has what is touched of the heap come in large pages: a tenth of the faults, and fewer addresses to be
// translated. What is not touched takes no memory.
static void ask_for_large_pages(void) {
#ifdef MADV_HUGEPAGE
  void *heap = malloc(room);
  if (!heap) return;
  uintptr_t start = ((uintptr_t)heap + large_page - 1) & ~(large_page - 1);
  uintptr_t end = ((uintptr_t)heap + room) & ~(large_page - 1);
  madvise((void *)start, end - start, MADV_HUGEPAGE);
  free(heap);
#endif
}
#endif

void callocator_keep_buffers(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, INT_MAX);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
  ask_for_large_pages();
#endif
}
