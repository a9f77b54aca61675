#ifndef CALLOCATOR_H
#define CALLOCATOR_H

/// Has the allocator keep large buffers when they are freed, for the next that is asked for, and take them
/// from large pages where the system has some. Without effect where the C library has no such setting.
void callocator_keep_buffers(void);

#endif
