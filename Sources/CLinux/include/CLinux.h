#ifndef CLINUX_H
#define CLINUX_H

/// Brings all that was written on the file system of an open file to the disk. Returns 0, or an
/// error number.
///
/// Wrapped because glibc declares `syncfs` only with an extension that Swift does not ask for.
int clinux_synchronise(int descriptor);

/// Makes a pipe that no program inherits: its two ends, to read from and to write to. Returns 0, or an
/// error number.
///
/// Wrapped because `pipe2` is such an extension, too.
int clinux_pipe(int ends[2]);

/// From now on the system kills this process when the thread that started it ends.
///
/// Wrapped because Swift calls no C function with a variable number of arguments.
void clinux_end_with_parent(void);

#endif
