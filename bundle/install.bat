@echo off
setlocal
rem Installs bulletin-gen from the wheels beside this file, without a network. Saved as GBK: see make_bundle.py.
title bulletin-gen
set "PLACE=%LOCALAPPDATA%\bulletin-gen"
set "PYTHON="
set "CHECK=import platform, sys; sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 13) and sys.maxsize > 2**32 and platform.machine() == 'AMD64'))"
if not exist "%~dp0wheels\" goto unpacked

for %%v in (3.13 3.12 3.11) do if not defined PYTHON py -%%v -c "%CHECK%" >nul 2>nul && set "PYTHON=py -%%v"
if not defined PYTHON python -c "%CHECK%" >nul 2>nul && set "PYTHON=python"
if not defined PYTHON goto nopython

echo 正在安装，大约要一分钟……
%PYTHON% -m venv --clear "%PLACE%\venv"
if errorlevel 1 goto failed
"%PLACE%\venv\Scripts\python.exe" -m pip --isolated --disable-pip-version-check install --quiet --no-index --find-links "%~dp0wheels" bulletin-gen
if errorlevel 1 goto failed

rem The folder of the Store's programs is on every user's path.
set "WHERE=%LOCALAPPDATA%\Microsoft\WindowsApps"
if not exist "%WHERE%\" set "WHERE=%PLACE%"
>"%WHERE%\bulletin-gen.cmd" echo @"%%LOCALAPPDATA%%\bulletin-gen\venv\Scripts\python.exe" -m bulletin_gen %%*
if errorlevel 1 goto failed
call "%WHERE%\bulletin-gen.cmd" --help >nul
if errorlevel 1 goto failed

echo.
echo 安装好了。下一步：
echo   1. 打开放通报的文件夹，在上面的地址栏里输入 cmd，按回车；
if "%WHERE%"=="%PLACE%" goto bypath
echo   2. 在打开的黑色窗口里输入：bulletin-gen new
goto done
:bypath
echo   2. 在打开的黑色窗口里输入：
echo      "%PLACE%\bulletin-gen.cmd" new
goto done

:unpacked
echo 没有找到 wheels 文件夹。请先把压缩包全部解压到一个文件夹，再运行里面的 install.bat。
goto stop

:nopython
echo 没有找到能用的 Python。要 64 位（x64）的 Python 3.11、3.12 或 3.13，别的版本不行。
echo 请安装 python.org 上 Python 3.13 的“Windows installer (64-bit)”，再运行一次。
echo 电脑上现有的 Python：
py --list 2>nul
if errorlevel 1 echo   没有
goto stop

:failed
echo.
echo 没有装好，原因见上面几行。请把这个窗口的内容拍下来，发给维护的人。
:stop
pause
exit /b 2

:done
pause
exit /b 0
