#ifndef CFILESYSTEM_H
#define CFILESYSTEM_H

/// Brings all that was written on the file system of an open file to the disk. Returns 0, or an
/// error number.
///
/// Wrapped because glibc declares `syncfs` only with an extension that Swift does not ask for.
int cfilesystem_synchronise(int descriptor);

#endif
