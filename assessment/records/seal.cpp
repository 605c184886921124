#include "assessment/records/seal.hpp"

#include "assessment/records/database.hpp"
#include "assessment/records/digest.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace shift311::records {
namespace {

constexpr std::array kStates{"closed", "open", "log"};
constexpr const char* kTitle = "shift311 seal 1";

/// A file's bytes as they stand on the disk, without a copy of them.
class Bytes {
  public:
    explicit Bytes(const std::string& path) {
        const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) throw trouble_of_errno(errno, path);
        struct stat info {};
        if (::fstat(file, &info) == 0 && info.st_size > 0) {
            size_ = static_cast<std::size_t>(info.st_size);
            at_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
        }
        const int error = errno;
        ::close(file);
        if (at_ == MAP_FAILED) throw trouble_of_errno(error, path);
    }
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;
    ~Bytes() {
        if (at_) ::munmap(at_, size_);
    }
    std::string_view view() const { return {static_cast<const char*>(at_), size_}; }

  private:
    void* at_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace

std::string seal_path(const std::string& records) {
    return records + ".seal";
}

std::optional<Seal> read_seal(const std::string& records) {
    std::ifstream in(seal_path(records), std::ios::binary);
    if (!in) return std::nullopt;
    Seal seal;
    seal.state = Seal::State::unreadable;
    std::ostringstream whole;
    whole << in.rdbuf();
    const std::string text = whole.str();
    // The last line is the hash of those before it: a seal that was changed is no seal.
    const std::size_t last = text.rfind("seal ");
    if (last == std::string::npos || text.substr(last) != "seal " + hex(digest(text.substr(0, last))) + "\n")
        return seal;
    std::istringstream lines(text.substr(0, last));
    std::string title, word, state;
    std::getline(lines, title);
    if (title != kTitle) return seal;
    lines >> word >> state;
    for (std::size_t i = 0; i < kStates.size(); ++i)
        if (state == kStates.at(i)) seal.state = static_cast<Seal::State>(i);
    if (seal.state == Seal::State::closed)
        lines >> word >> seal.file >> word >> seal.bytes >> word >> seal.head.station >> seal.head.number >>
            seal.head.hash;
    lines >> word >> seal.at;
    if (!lines) seal.state = Seal::State::unreadable;
    return seal;
}

void write_seal(const std::string& records, const Seal& seal) {
    std::ostringstream out;
    out << kTitle << "\nstate " << kStates.at(static_cast<std::size_t>(seal.state)) << '\n';
    if (seal.state == Seal::State::closed)
        out << "file " << seal.file << "\nbytes " << seal.bytes << "\nchain " << seal.head.station << ' '
            << seal.head.number << ' ' << seal.head.hash << '\n';
    out << "at " << (seal.at.empty() ? utc_now() : seal.at) << '\n';
    const std::string text = out.str() + "seal " + hex(digest(out.str())) + "\n";
    const std::string part = seal_path(records) + ".part";
    const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) throw trouble_of_errno(errno, records);
    const ssize_t wrote = ::write(file, text.data(), text.size());
    const bool whole = wrote == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
    const int error = wrote >= 0 && !whole ? ENOSPC : errno;
    ::close(file);
    if (!whole) {
        ::unlink(part.c_str());
        throw trouble_of_errno(error, records);
    }
    if (std::rename(part.c_str(), seal_path(records).c_str()) != 0) throw trouble_of_errno(errno, records);
}

Seal sealed(const std::string& records, const ChainHead& head) {
    const Bytes bytes(records);
    Seal seal;
    seal.state = Seal::State::closed;
    seal.file = hex(digest(bytes.view()));
    seal.bytes = bytes.view().size();
    seal.head = head;
    seal.at = utc_now();
    return seal;
}

std::string broken(const Seal& seal, std::string_view bytes, const std::string& records) {
    if (seal.state == Seal::State::unreadable)
        return "The seal beside " + records + " was changed, so nothing can be said about the file as a whole.";
    if (seal.state != Seal::State::closed) return {};
    const std::string changed = "The file " + records + " was changed while no desk had it open, after " + seal.at;
    if (bytes.size() != seal.bytes)
        return changed + ": it had " + std::to_string(seal.bytes) + " bytes and has " + std::to_string(bytes.size()) +
               ".";
    if (hex(digest(bytes)) != seal.file) return changed + ".";
    return {};
}

std::string broken(const Seal& seal, const std::string& records) {
    struct stat log {};
    if (seal.state == Seal::State::closed && ::stat((records + "-wal").c_str(), &log) == 0 && log.st_size > 0)
        return "Something wrote to " + records + " after it was closed on " + seal.at + ": a log lies beside it.";
    return broken(seal, Bytes(records).view(), records);
}

}  // namespace shift311::records
