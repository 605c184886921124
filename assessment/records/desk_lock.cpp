#include "assessment/records/desk_lock.hpp"

#include "assessment/records/database.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace shift311::records {

// SQLite's own locks cannot say this: a reader must get in beside a desk, and a second desk must not, even while nobody
// writes. flock belongs to the open file, so a desk that was killed leaves nothing behind that has to be cleared away.
DeskLock::DeskLock(const std::string& records_path) {
    const std::string lock_path = records_path + ".lock";
    file_ = ::open(lock_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file_ < 0) throw trouble_of_errno(errno, records_path);
    // Whoever may write the records may hold the lock; a refusal only means that somebody else made it.
    struct stat records {};
    if (::stat(records_path.c_str(), &records) == 0 && ::fchmod(file_, records.st_mode & 0666) != 0) errno = 0;
    while (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        if (error == EINTR) continue;
        if (error == EWOULDBLOCK) {
            ::close(file_);
            throw locked(records_path);
        }
        break;  // a file system without such locks: the primary key still keeps two desks from mixing one attempt
    }
}

DeskLock::~DeskLock() {
    ::close(file_);
}

}  // namespace shift311::records
