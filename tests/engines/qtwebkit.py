# One QtWebKit page without a display, driven over stdin and stdout: a JSON command a line, a JSON answer a line.
import base64
import ctypes
import json
import os
import signal
import sys
import threading

from PyQt5.QtCore import QBuffer, QEvent, QObject, QSize, Qt, QUrl, pyqtSignal
from PyQt5.QtGui import QKeyEvent
from PyQt5.QtWebKit import QWebSettings
from PyQt5.QtWebKitWidgets import QWebPage, QWebView
from PyQt5.QtWidgets import QApplication

PR_SET_PDEATHSIG = 1
# The page must not outlive the test runner, whatever ends that.
ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def say(**message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


class Page(QWebPage):
    def javaScriptConsoleMessage(self, text, line, source):
        say(console=f"{text} ({source}:{line})" if source else text)

    def javaScriptAlert(self, frame, text):
        say(console="alert: " + text)


class Commands(QObject):
    """Carries lines from the reading thread to Qt's own."""

    line = pyqtSignal(str)

    def read(self):
        for line in sys.stdin:
            self.line.emit(line)
        os._exit(0)


def storage(folder):
    settings = QWebSettings.globalSettings()
    settings.setAttribute(QWebSettings.LocalStorageEnabled, True)
    settings.setLocalStoragePath(folder)


def once_loaded(view, answer):
    def loaded(ok):
        view.loadFinished.disconnect(loaded)
        if ok:
            answer(value=None)
        else:
            answer(error="the page did not load: " + view.url().toString())

    view.loadFinished.connect(loaded)


def obey(view, command, answer):
    what = command["do"]
    if what == "open":
        once_loaded(view, answer)
        view.load(QUrl(command["url"]))
    elif what == "reload":
        once_loaded(view, answer)
        view.reload()
    elif what == "eval":
        answer(value=view.page().mainFrame().evaluateJavaScript(command["js"]))
    elif what == "key":
        for kind in (QEvent.KeyPress, QEvent.KeyRelease):
            QApplication.sendEvent(view, QKeyEvent(kind, command["qt"], Qt.NoModifier, command["text"]))
        answer(value=None)
    elif what == "screenshot":
        buffer = QBuffer()
        buffer.open(QBuffer.WriteOnly)
        view.grab().save(buffer, "PNG")
        answer(value=base64.b64encode(bytes(buffer.data())).decode())
    else:
        answer(error="unknown command: " + what)


def main(width, height, folder):
    app = QApplication(sys.argv)
    storage(folder)
    view = QWebView()
    view.setPage(Page(view))
    view.setFixedSize(QSize(width, height))
    view.show()
    view.setFocus()

    def received(line):
        command = json.loads(line)
        obey(view, command, lambda **answer: say(id=command["id"], **answer))

    commands = Commands()
    commands.line.connect(received)
    threading.Thread(target=commands.read, daemon=True).start()
    app.exec_()


main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
