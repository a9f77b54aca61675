#define _GNU_SOURCE
#include "CFileSystem.h"

#include <errno.h>
#include <unistd.h>

int cfilesystem_synchronise(int descriptor) {
  return syncfs(descriptor) == 0 ? 0 : errno;
}
