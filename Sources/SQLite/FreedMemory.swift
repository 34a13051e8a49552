import CSQLite

/// Keeps freed memory of the process for its next allocation instead of giving it back to the system. Each run of a trigger needs a
/// large piece for a moment; in a load of many rows, fetching it anew costs more than the row.
package func keepFreedMemory(megabytes: Int32 = 16) {
    coachd_keep_freed_memory(megabytes << 20)
}

/// Lets all threads of the process share a few pools of memory. Else each of many keeps what none of them needs any more.
package func limitMemoryPools(to count: Int32 = 2) {
    coachd_limit_memory_pools(count)
}
