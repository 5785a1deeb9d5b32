/* Loaded before the C library (LD_PRELOAD), makes every fsync and fdatasync take longer, as on a disk without a fast cache. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <time.h>

static void delay(void) {
  const char *text = getenv("SHOPBELL_BENCH_FSYNC_DELAY_US");
  long us = text ? strtol(text, NULL, 10) : 0;
  struct timespec left = {us / 1000000, us % 1000000 * 1000};
  int error = errno;
  while (nanosleep(&left, &left) != 0 && errno == EINTR) {
  }
  errno = error;
}

int fsync(int file) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  int result = real(file);
  delay();
  return result;
}

int fdatasync(int file) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  int result = real(file);
  delay();
  return result;
}
