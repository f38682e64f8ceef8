/*
 * Faults of a disk, for LedgerFaultInjectionTest. Built by the test, and loaded into a Java
 * virtual machine of its own by LD_PRELOAD.
 *
 * It stands between the JDK and libc in every call that changes a file, and counts those that
 * concern files in the folder FAULTS_FOLDER. The test says in the file FAULTS_CONTROL, which both
 * have mapped into memory, what is to happen at which call. Calls that only read go by uncounted.
 * Counted syncs do not wait for the disk: a process that is killed loses nothing of what it wrote.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/uio.h>
#include <unistd.h>

/* FaultLibrary.java has the same numbers, and says what they stand for. */
enum { OFF, COUNT, NO_SPACE, IO_ERROR, SHORT, FULL, CRASH, TORN, KILL };
enum { NAMED = 1024, LONGEST = 48, DESCRIPTORS = 1024 };

static struct control {
    int32_t kind;  /* what happens */
    int32_t at;    /* at which call, from 1 */
    int32_t calls; /* how many there were */
    int32_t hit;   /* whether that call came */
    char names[NAMED][LONGEST];
} volatile *control;

/* The descriptors that are open in the folder. */
static struct descriptor {
    int known, writable;
    char name[LONGEST];
} descriptors[DESCRIPTORS];
static char folder[4096];
static size_t folder_length;

__attribute__((constructor)) static void begin(void)
{
    const char *in = getenv("FAULTS_FOLDER"), *by = getenv("FAULTS_CONTROL");
    int fd = by && in && strlen(in) < sizeof folder ? open(by, O_RDWR) : -1;
    void *mapped = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    if (mapped != MAP_FAILED) {
        control = mapped;
        folder_length = strlen(strcpy(folder, in));
    }
}

static int inside(const char *path)
{
    return folder_length > 0 && strncmp(path, folder, folder_length) == 0
        && (path[folder_length] == '/' || path[folder_length] == 0);
}
static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Notes a descriptor that was opened. */
static int remember(int fd, const char *path, int writable)
{
    if (fd >= 0 && fd < DESCRIPTORS) {
        snprintf(descriptors[fd].name, LONGEST, "%s", name_of(path));
        descriptors[fd].writable = writable;
        descriptors[fd].known = 1;
    }
    return fd;
}

static int known(int fd)
{
    return fd >= 0 && fd < DESCRIPTORS && descriptors[fd].known;
}

enum { OTHER, TAKES_SPACE, WRITES }; /* what a call does */
enum { MADE = 0, HALF = -1 };        /* what becomes of it; otherwise the errno it fails with */

static int fault(const char *call, const char *file, int trait)
{
    if (control == NULL || control->kind == OFF)
        return MADE;
    int number = __sync_add_and_fetch(&control->calls, 1);
    int here = number == control->at;
    if (number <= NAMED)
        snprintf((char *)control->names[number - 1], LONGEST, "%s of %s", call, file);
    if (here)
        control->hit = 1;
    switch (control->kind) {
    case NO_SPACE: return here ? ENOSPC : MADE;
    case IO_ERROR: return here ? EIO : MADE;
    case SHORT: return here && trait == WRITES ? HALF : MADE;
    case FULL: return control->hit && trait != OTHER ? ENOSPC : MADE;
    case TORN: return here && trait == WRITES ? HALF : control->hit ? EIO : MADE;
    case CRASH: return control->hit ? EIO : MADE;
    case KILL: return here ? kill(getpid(), SIGKILL) : MADE;
    }
    return MADE;
}

/* NEXT is the function of libc that this library stands in front of. */
#define NEXT(function) \
    static __typeof__(&function) next; \
    if (next == NULL) next = (__typeof__(&function))dlsym(RTLD_NEXT, #function);

#define FAIL_IF(outcome) if ((outcome) > 0) { errno = (outcome); return -1; }
#define OPENING(function) \
    int function(const char *path, int flags, ...) \
    { \
        NEXT(function) \
        va_list more; \
        va_start(more, flags); \
        mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0; \
        va_end(more); \
        if (!inside(path)) \
            return next(path, flags, mode); \
        int writable = (flags & O_ACCMODE) != O_RDONLY || flags & O_CREAT; \
        int makes = flags & O_CREAT && access(path, F_OK) != 0 ? TAKES_SPACE : OTHER; \
        int outcome = writable ? fault(makes ? "create" : "open", name_of(path), makes) : MADE; \
        FAIL_IF(outcome) \
        return remember(next(path, flags, mode), path, writable); \
    }
OPENING(open)
OPENING(open64)

/* Linux closes a descriptor even when it reports an error; those of a dead process are closed. */
int close(int fd)
{
    NEXT(close)
    int outcome = MADE;
    if (known(fd)) {
        descriptors[fd].known = 0;
        outcome = descriptors[fd].writable ? fault("close", descriptors[fd].name, OTHER) : MADE;
        if (control->kind == CRASH || control->kind == TORN)
            outcome = MADE;
    }
    int result = next(fd);
    FAIL_IF(outcome)
    return result;
}
/* A lock can be refused. That it is given back cannot: a dead process has none. */
#define LOCKING(function) \
    int function(int fd, int command, ...) \
    { \
        NEXT(function) \
        va_list more; \
        va_start(more, command); \
        void *argument = va_arg(more, void *); \
        va_end(more); \
        int locks = command == F_SETLK && ((struct flock *)argument)->l_type != F_UNLCK; \
        int outcome = locks && known(fd) ? fault("lock", descriptors[fd].name, OTHER) : MADE; \
        FAIL_IF(outcome) \
        return next(fd, command, argument); \
    }
LOCKING(fcntl)
LOCKING(fcntl64)

/* Any other call that changes something in the folder. */
#define CHANGING(type, function, parameters, inside, file, trait, halve, result) \
    type function parameters \
    { \
        NEXT(function) \
        int outcome = (inside) ? fault(#function, file, trait) : MADE; \
        FAIL_IF(outcome) \
        if (outcome == HALF) { halve; } \
        return result; \
    }
#define WRITING(function, parameters, fd, result) \
    CHANGING(ssize_t, function, parameters, known(fd), descriptors[fd].name, WRITES, \
             n = n > 1 ? n / 2 : n, result)
WRITING(write, (int fd, const void *bytes, size_t n), fd, next(fd, bytes, n))
WRITING(pwrite, (int fd, const void *bytes, size_t n, off_t at), fd, next(fd, bytes, n, at))
WRITING(pwrite64, (int fd, const void *bytes, size_t n, off64_t at), fd, next(fd, bytes, n, at))
WRITING(writev, (int fd, const struct iovec *parts, int n), fd, next(fd, parts, n))
WRITING(sendfile64, (int to, int from, off64_t *at, size_t n), to, next(to, from, at, n))
#define OF_FD(function, parameters, result) \
    CHANGING(int, function, parameters, known(fd), descriptors[fd].name, OTHER, , result)
OF_FD(ftruncate, (int fd, off_t length), next(fd, length))
OF_FD(ftruncate64, (int fd, off64_t length), next(fd, length))
OF_FD(fchmod, (int fd, mode_t mode), next(fd, mode))
OF_FD(fchown, (int fd, uid_t owner, gid_t group), next(fd, owner, group))
OF_FD(fsync, (int fd), known(fd) ? 0 : next(fd))
OF_FD(fdatasync, (int fd), known(fd) ? 0 : next(fd))
#define OF_PATH(function, parameters, trait, result) \
    CHANGING(int, function, parameters, inside(path), name_of(path), trait, , result)
OF_PATH(chmod, (const char *path, mode_t mode), OTHER, next(path, mode))
OF_PATH(chown, (const char *path, uid_t owner, gid_t group), OTHER, next(path, owner, group))
OF_PATH(lchown, (const char *path, uid_t owner, gid_t group), OTHER, next(path, owner, group))
OF_PATH(unlink, (const char *path), OTHER, next(path))
OF_PATH(rename, (const char *path, const char *to), OTHER, next(path, to))
OF_PATH(link, (const char *path, const char *to), TAKES_SPACE, next(path, to))
