#ifndef CALLOCATOR_H
#define CALLOCATOR_H

/// Has the allocator keep large buffers when they are freed, for the next that is asked for. Without
/// effect where the C library has no such setting.
void callocator_keep_buffers(void);

/// Has what is touched of the heap from here on come in large pages, where the system has some: a tenth of
/// the faults, and fewer addresses to be translated. What is not touched takes no memory. For large texts:
/// to clear the first page takes half a millisecond.
void callocator_take_large_pages(void);

#endif
