#!/bin/sh
# Installs bulletin-gen from the wheels beside this file, without a network.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
place=${XDG_DATA_HOME:-$HOME/.local/share}/bulletin-gen
commands=$HOME/.local/bin

if [ "$(uname -m)" != x86_64 ]; then
    echo "这个安装包是给 x86_64 电脑的，这台是 $(uname -m)，装不了。请联网安装。" >&2
    exit 2
fi

is_usable() {
    "$1" -c 'import sys; sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 13)))' 2>/dev/null
}

python=
for name in python3.13 python3.12 python3.11 python3; do
    if [ -z "$python" ] && is_usable "$name"; then python=$name; fi
done
if [ -z "$python" ]; then
    echo "没有找到能用的 Python：要 3.11、3.12 或 3.13。请先安装，再运行一次。" >&2
    exit 2
fi
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    echo "这个 $python 没有 venv 模块。请先安装（Debian、Ubuntu 上是 python3-venv），再运行一次。" >&2
    exit 2
fi

echo "正在安装，大约要一分钟……"
"$python" -m venv --clear "$place/venv"
"$place/venv/bin/python" -m pip --isolated --disable-pip-version-check install --quiet --no-index \
    --find-links "$here/wheels" bulletin-gen
mkdir -p "$commands"
ln -sf "$place/venv/bin/bulletin-gen" "$commands/bulletin-gen"
"$commands/bulletin-gen" --help >/dev/null

echo "安装好了。下一步，在放通报的文件夹里运行："
case ":$PATH:" in
*":$commands:"*) echo "  bulletin-gen new" ;;
*) echo "  $commands/bulletin-gen new" ;;
esac
