#ifndef COACHD_CSQLITE_SHIM_H
#define COACHD_CSQLITE_SHIM_H

#include <malloc.h>
#include <sqlite3.h>
#include <sys/vfs.h>

// Swift imports neither the cast in SQLITE_TRANSIENT nor variadic functions.
static inline int coachd_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
    return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}

static inline int coachd_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int length) {
    return sqlite3_bind_blob(statement, index, bytes, length, SQLITE_TRANSIENT);
}

static inline int coachd_count_memory(int value) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, value);
}

static inline int coachd_db_config(sqlite3 *database, int option, int value) {
    return sqlite3_db_config(database, option, value, (int *)0);
}

// The Glibc module leaves mallopt(3) out.
static inline void coachd_keep_freed_memory(int bytes) {
    mallopt(M_TRIM_THRESHOLD, bytes);
    mallopt(M_TOP_PAD, bytes / 16);
}

static inline void coachd_limit_memory_pools(int count) { mallopt(M_ARENA_MAX, count); }

// The Glibc module leaves statfs(2) out. -1 where the path cannot be asked about.
static inline long coachd_file_system_type(const char *path) {
    struct statfs information;
    return statfs(path, &information) == 0 ? (long)information.f_type : -1;
}

#endif
