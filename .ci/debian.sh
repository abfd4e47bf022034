# To be sourced: what the scripts here ask of a Debian system.

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Fetch the package lists, once a run. Ends the run with "$1" where there is no apt.
fetch_package_lists() {
    command -v apt-get >/dev/null || {
        echo "This is not a Debian system: $1" >&2
        exit 1
    }
    [ -n "${lists_are_fresh:-}" ] || as_root apt-get update -qq
    lists_are_fresh=yes
}

# Install Debian packages; only faults are shown.
install_packages() {
    echo "Installing: $*"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}
