#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

int clinux_synchronise(int descriptor) {
  return syncfs(descriptor) == 0 ? 0 : errno;
}

int clinux_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno; }

void clinux_end_with_parent(void) { prctl(PR_SET_PDEATHSIG, SIGKILL); }
