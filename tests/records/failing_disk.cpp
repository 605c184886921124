#include "tests/records/failing_disk.hpp"

#include <sqlite3.h>

#include <new>

namespace shift311::records::tests {
namespace {

FailingDisk the_disk;
sqlite3_vfs* real_vfs = nullptr;
sqlite3_vfs our_vfs{};

struct File {
    sqlite3_file base;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File* own(sqlite3_file* file) {
    return reinterpret_cast<File*>(file);
}
const sqlite3_io_methods* of(sqlite3_file* file) {
    return own(file)->real()->pMethods;
}

int may_write() {
    ++the_disk.writes;
    if (the_disk.fault == FailingDisk::Fault::none || the_disk.writes_left-- > 0) return SQLITE_OK;
    return the_disk.fault == FailingDisk::Fault::full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

const sqlite3_io_methods kMethods{
    2,
    [](sqlite3_file* f) { return of(f)->xClose(own(f)->real()); },
    [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) { return of(f)->xRead(own(f)->real(), to, n, at); },
    [](sqlite3_file* f, const void* from, int n, sqlite3_int64 at) {
        const int may = may_write();
        return may != SQLITE_OK ? may : of(f)->xWrite(own(f)->real(), from, n, at);
    },
    [](sqlite3_file* f, sqlite3_int64 size) { return of(f)->xTruncate(own(f)->real(), size); },
    [](sqlite3_file* f, int flags) {
        ++the_disk.syncs;
        return of(f)->xSync(own(f)->real(), flags);
    },
    [](sqlite3_file* f, sqlite3_int64* size) { return of(f)->xFileSize(own(f)->real(), size); },
    [](sqlite3_file* f, int lock) { return of(f)->xLock(own(f)->real(), lock); },
    [](sqlite3_file* f, int lock) { return of(f)->xUnlock(own(f)->real(), lock); },
    [](sqlite3_file* f, int* out) { return of(f)->xCheckReservedLock(own(f)->real(), out); },
    [](sqlite3_file* f, int op, void* arg) { return of(f)->xFileControl(own(f)->real(), op, arg); },
    [](sqlite3_file* f) { return of(f)->xSectorSize(own(f)->real()); },
    [](sqlite3_file* f) { return of(f)->xDeviceCharacteristics(own(f)->real()); },
    [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
        return of(f)->xShmMap(own(f)->real(), page, size, extend, out);
    },
    [](sqlite3_file* f, int offset, int n, int flags) { return of(f)->xShmLock(own(f)->real(), offset, n, flags); },
    [](sqlite3_file* f) { of(f)->xShmBarrier(own(f)->real()); },
    [](sqlite3_file* f, int remove) { return of(f)->xShmUnmap(own(f)->real(), remove); },
    nullptr,
    nullptr};

}  // namespace

FailingDisk& failing_disk() {
    if (!real_vfs) {
        real_vfs = sqlite3_vfs_find(nullptr);
        our_vfs = *real_vfs;
        our_vfs.zName = "shift311-failing-disk";
        our_vfs.pNext = nullptr;
        our_vfs.szOsFile = static_cast<int>(sizeof(File)) + real_vfs->szOsFile;
        our_vfs.xOpen = [](sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
            File* it = new (file) File{};
            const int answer = real_vfs->xOpen(real_vfs, name, it->real(), flags, out);
            it->base.pMethods = it->real()->pMethods ? &kMethods : nullptr;
            return answer;
        };
        sqlite3_vfs_register(&our_vfs, 1);
    }
    return the_disk;
}

}  // namespace shift311::records::tests
