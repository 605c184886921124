# shellcheck shell=bash
# What sim/run and tests/run share: install the packages that are missing, then build. Sourced, not run.
# All of it speaks on stderr, so that stdout stays the program's own. Every step may be cut off and started again.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
setup_log=$root/build/setup.log

say() { printf '%s\n' "$*" >&2; }

# One sentence and exit code 3: the machine lacks something.
stop() {
    say "shift311: $*"
    exit 3
}

is_of_this_tree() { grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$1/CMakeCache.txt"; }

# One set-up at a time in one tree; a second one waits.
begin_setup() {
    mkdir -p "$root/build" 2>/dev/null || true
    [[ -w $root/build ]] ||
        stop "$root/build cannot be written by $(id -un): use the account that owns it, or clone again as this one."
    exec 9>"$root/build/.setup-lock"
    if ! flock -n 9; then
        say "Another set-up runs in this tree; waiting for it"
        flock 9
    fi
    # A tree that was copied together with its build: what was built knows only the old place.
    if [[ -f $root/build/CMakeCache.txt ]] && ! is_of_this_tree "$root/build"; then
        find "$root/build" -mindepth 1 ! -name .setup-lock -delete
    fi
}

end_setup() { exec 9>&-; }

listed_packages() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$root/assets/packages.txt"; }

missing_packages() {
    local -a listed
    local -A installed=()
    local name state
    mapfile -t listed < <(listed_packages)
    while read -r name state; do
        [[ $state != installed ]] || installed[$name]=1
    done < <(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${listed[@]}" 2>/dev/null)
    for name in "${listed[@]}"; do
        [[ -n ${installed[$name]:-} ]] || printf '%s\n' "$name"
    done
}

as_root() {
    if ((EUID == 0)); then "$@"; else sudo -- "$@"; fi
}

# Silent where root rights are at hand; asks for a password only where somebody can type it.
require_root() {
    ((EUID == 0)) && return
    local what="packages are missing, and only root can install them: run this as root"
    command -v sudo >/dev/null || stop "$what, or install sudo."
    sudo -n true 2>/dev/null && return
    [[ -t 0 && -t 2 ]] && sudo -v && return
    stop "$what, or as a user whom sudo trusts without a password."
}

waiting=
say_waiting() {
    [[ -n $waiting ]] || say "  another program is installing packages; waiting for it"
    waiting=1
}

# show_apt_progress WHAT_IS_FETCHED: keeps apt's whole output in the log and shows a line at every tenth of the way.
show_apt_progress() {
    local line now shown=''
    while IFS= read -r line; do
        printf '%s\n' "$line" >>"$setup_log"
        if [[ $line =~ ^(dl|pm)status:[^:]+(:[a-z0-9]+)?:([0-9]+)[.:] ]]; then
            now=$((BASH_REMATCH[3] / 10 * 10))
            ((now > 0)) || continue
            if [[ ${BASH_REMATCH[1]} == dl ]]; then now="  $1 $now %"; else now="  installing packages $now %"; fi
            [[ $now == "$shown" ]] || say "$now"
            shown=$now
        elif [[ $line == "Waiting for cache lock"* ]]; then
            say_waiting
        fi
    done
}

# run_apt WHAT_IS_FETCHED ARGUMENT...
run_apt() {
    # apt makes the descriptor of its status lines non-blocking. Packages' own scripts must not write to that one: they fail when the
    # reader is slow. It is opened inside because sudo closes every descriptor above 2.
    as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 bash -c 'set -o pipefail; apt-get "$@" 3>&1 1>&2 | cat' apt-get \
        -y -q -o APT::Status-Fd=3 -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=600 \
        -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "${@:2}" </dev/null 2>&1 | show_apt_progress "$1"
}

configure_unpacked_packages() {
    as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 dpkg --force-confdef --force-confold --configure -a \
        </dev/null >>"$setup_log" 2>&1
}

# apt waits for dpkg's lock by itself, but not for the lock of its package lists; dpkg waits for none.
retry_while_locked() {
    local tries from
    for ((tries = 0; tries < 120; ++tries)); do
        from=$(($(wc -l <"$setup_log") + 1))
        "$@" && return
        tail -n "+$from" "$setup_log" | grep -qiE 'lock .*(is locked|held by)|unable to lock|could not get lock' || return 1
        say_waiting
        sleep 5
    done
    return 1
}

disk_is_full() {
    grep -qiE "no space left on device|have enough free space" "$setup_log" ||
        df -Pk --output=avail "$root" /usr /var /tmp 2>/dev/null | awk 'NR > 1 && $1 < 20000 { full = 1 } END { exit !full }'
}

# Turns the log of a failed step into the one sentence that says what to do.
stop_for_log() {
    local again="run this again; it goes on where it stopped"
    if disk_is_full; then
        stop "the disk is full: free about 3 GB and $again."
    elif grep -qiE 'could not resolve|failure resolving|could not connect|unable to connect|connection (failed|timed out|refused)|network is unreachable' "$setup_log"; then
        stop "the package servers cannot be reached: check the network and $again."
    elif grep -qE 'Unable to locate package|has no installation candidate' "$setup_log"; then
        stop "this system does not offer these packages: $(sed -nE "s/^E: (Unable to locate package|Package) '?([^' ]+).*/\2/p" "$setup_log" | sort -u | xargs) (they come with Debian 12 and newer)."
    elif grep -qi 'could not get lock' "$setup_log"; then
        stop "another program has been installing packages for ten minutes: let it end and $again."
    fi
    grep -E '^(E:|dpkg: error|CMake Error|ninja: error)' "$setup_log" | tail -n 10 >&2 || true
    stop "$1; all that was said is in $setup_log."
}

install_missing_packages() {
    command -v apt-get >/dev/null ||
        stop "this is no Debian system (it has no apt-get): install what assets/packages.txt names in its own way, then run cmake --workflow --preset release."
    local -a missing
    mapfile -t missing < <(missing_packages)
    ((${#missing[@]} > 0)) || return 0
    require_root
    say "Installing what is missing of the Debian packages in assets/packages.txt, with all that they need (1.2 GB at most):"
    fold -s -w 100 <<<"${missing[*]}" | sed 's/^/  /' >&2
    : >"$setup_log"
    retry_while_locked configure_unpacked_packages || true # what is left, apt mends below
    retry_while_locked run_apt "fetching package lists" --error-on=any update || say "  the package lists could not be renewed; going on with the old ones"
    local install=(run_apt "fetching packages" install --no-install-recommends --no-remove)
    if ! "${install[@]}" "${missing[@]}"; then
        # An earlier set-up that was cut off may have left a package without what it needs: apt mends that only when asked for nothing else.
        grep -q 'fix-broken' "$setup_log" && "${install[@]}" --fix-broken && "${install[@]}" "${missing[@]}" ||
            stop_for_log "the packages could not be installed"
    fi
    mapfile -t missing < <(missing_packages)
    ((${#missing[@]} == 0)) || stop_for_log "these packages are still missing: ${missing[*]}"
}

# A build directory that was never configured to the end is configured afresh; after that ninja itself sees when cmake has to run again.
is_configured() { [[ -f $1/build.ninja ]] && is_of_this_tree "$1"; }

configure_preset() {
    local launcher=()
    say "Configuring the $1 build"
    ! command -v ccache >/dev/null || launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    (cd "$root" && LC_ALL=C.UTF-8 cmake --fresh --preset "$1" "${launcher[@]}") >>"$setup_log" 2>&1 ||
        stop_for_log "the build could not be configured"
}

run_ninja() {
    LC_ALL=C.UTF-8 NINJA_STATUS='  [%f/%t] ' ninja -j "$(nproc)" -C "$@" 2>&1 | tee -a "$setup_log" |
        { grep --line-buffered -vE '^ninja: (no work to do|Entering directory)' || true; } >&2
}

# build_preset PRESET DIRECTORY [TARGET...]
build_preset() {
    : >"$setup_log"
    is_configured "$2" || configure_preset "$1"
    run_ninja "${@:2}" && return
    # A library of the system was upgraded and its file has another name now.
    grep -q 'missing and no known rule to make it' "$setup_log" || stop_for_log "the build failed"
    : >"$setup_log"
    configure_preset "$1"
    run_ninja "${@:2}" || stop_for_log "the build failed"
}
