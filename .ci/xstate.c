// SPDX-License-Identifier: AGPL-3.0-or-later
// Lets User-mode Linux 6.1 run on processors whose floating-point state is larger than it knows (Intel AMX): the kernel
// takes registers back only in full size. What UML does not give is filled up with what the process has.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <elf.h>
#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/types.h>
#include <sys/uio.h>

long ptrace(enum __ptrace_request request, ...) {
    static long (*next)(enum __ptrace_request, pid_t, void *, void *);
    static char full[1 << 16] __attribute__((aligned(64)));
    va_list arguments;
    va_start(arguments, request);
    pid_t pid = va_arg(arguments, pid_t);
    void *address = va_arg(arguments, void *);
    void *data = va_arg(arguments, void *);
    va_end(arguments);
    if (!next) next = dlsym(RTLD_NEXT, "ptrace");
    long result = next(request, pid, address, data);
    if (result != 0 && request == PTRACE_SETREGSET && (long) address == NT_X86_XSTATE) {
        struct iovec *given = data;
        struct iovec whole = {full, sizeof full};
        if (next(PTRACE_GETREGSET, pid, address, &whole) == 0 && given->iov_len <= whole.iov_len) {
            memcpy(full, given->iov_base, given->iov_len);
            result = next(PTRACE_SETREGSET, pid, address, &whole);
        }
    }
    return result;
}
