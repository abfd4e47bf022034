"""Why the system refuses a file, in plain Chinese."""

import errno
from collections.abc import Mapping

_REASONS: Mapping[int, str] = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.EEXIST: "已有同名的文件",
    errno.EACCES: "没有权限，或文件正在别的程序里打开",
    errno.EPERM: "没有权限，或文件正在别的程序里打开",
    errno.EBUSY: "文件正在别的程序里打开",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘满了",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EILSEQ: "文件名里有系统不允许的字符",
    errno.EBADF: "它是关着的",
    errno.EFBIG: "文件太大",
    errno.EIO: "磁盘读写出错",
    errno.EINVAL: "文件名里有系统不允许的字符",
    errno.ELOOP: "符号链接绕成了圈",
}


def reason(error: OSError) -> str:
    """Return the reason; one that we have no words for is given by the system's number."""
    return _REASONS.get(error.errno or 0, f"系统错误 {error.errno}")
